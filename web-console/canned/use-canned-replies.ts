import { useEffect, useMemo, useState } from 'react'
import type { CannedReplyList, CannedReplyView } from '../../src/protocol/composing.ts'
import { request } from '../net/http.ts'
import { createCannedSearch, type MatchPinyin } from '../state/canned-search.ts'

/** Shown at once the next time, while it is asked for anew. */
let kept: CannedReplyList | undefined
let pinyin: MatchPinyin | undefined

export interface CannedReplies {
  readonly list: CannedReplyList | undefined
  readonly thrown: unknown
  readonly reload: () => void
  readonly put: (list: CannedReplyList) => void
}

/** The canned replies that I may use. */
export function useCannedReplies(): CannedReplies {
  const [list, setList] = useState(kept)
  const [thrown, setThrown] = useState<unknown>()
  const [round, setRound] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again.
  useEffect(() => {
    let current = true
    request<CannedReplyList>('GET', '/api/v1/canned-replies').then(
      (loaded) => {
        kept = loaded
        if (!current) return
        setList(loaded)
        setThrown(undefined)
      },
      (error: unknown) => {
        if (current) setThrown(error)
      },
    )
    return () => {
      current = false
    }
  }, [round])

  return {
    list,
    thrown,
    reload: () => setRound((one) => one + 1),
    put: (next) => {
      kept = next
      setList(next)
    },
  }
}

/** Finds among them; pinyin comes with the first search, for it weighs more than the rest of the desk. */
export function useCannedSearch(replies: readonly CannedReplyView[]): (query: string) => readonly CannedReplyView[] {
  const [match, setMatch] = useState(() => pinyin)
  useEffect(() => {
    if (pinyin) return
    void import('pinyin-pro').then((module) => {
      pinyin = (text, letters) => module.match(text, letters, { precision: 'start', continuous: true })
      setMatch(() => pinyin)
    })
  }, [])
  return useMemo(() => createCannedSearch(replies, match), [replies, match])
}
