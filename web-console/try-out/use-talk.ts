import { useCallback, useEffect, useRef, useState } from 'react'
import { MOST_SAID, type ShopperView, type TalkDraft, type TriedTalkView } from '../../src/protocol/try-out.ts'
import { request } from '../net/http.ts'

/** Who speaks, when and where. */
export interface Setup {
  readonly knowledge: 'live' | 'draft'
  /** Absent: a stranger. */
  readonly shopper?: ShopperView | undefined
  /** On the shop's clock; empty: now. */
  readonly at: string
  readonly locale: 'zh' | 'en'
  readonly product?: string | undefined
  /** An address; empty: none. */
  readonly page: string
}

/** What was typed, or pressed. */
export interface Said {
  readonly text: string
  readonly choice?: string | undefined
}

export interface Talk {
  readonly said: readonly (Said & { readonly key: number })[]
  /** The answer to all that was said; of what was said before while a new one is awaited. */
  readonly tried: TriedTalkView | undefined
  readonly busy: boolean
  readonly thrown: unknown
  readonly full: boolean
  say(words: Said): void
  /** Takes back what was said last. */
  undo(): void
  restart(): void
  /** Plays it once more: the knowledge may have changed. */
  again(): void
}

export function toTalkDraft(setup: Setup, said: readonly Said[]): TalkDraft {
  const { knowledge, shopper, at, locale, product, page } = setup
  return {
    knowledge,
    locale,
    ...(shopper && { customerId: shopper.id }),
    ...(at !== '' && { at }),
    ...(product !== undefined && { product }),
    ...(page.trim() !== '' && { page: { url: page.trim(), title: page.trim().slice(0, 200) } }),
    said: said.map(({ text, choice }) => ({ text, ...(choice !== undefined && { choice }) })),
  }
}

/** A talk that is played anew each time something is said, or who says it changes. A late answer to an older talk is dropped. `first` is said at once. */
export function useTalk(setup: Setup, first = ''): Talk {
  const [said, setSaid] = useState<Talk['said']>(first === '' ? [] : [{ text: first, key: 1 }])
  const [tried, setTried] = useState<TriedTalkView>()
  const [busy, setBusy] = useState(false)
  const [thrown, setThrown] = useState<unknown>()
  const round = useRef(0)

  const play = useCallback(async () => {
    round.current += 1
    const mine = round.current
    setThrown(undefined)
    setBusy(said.length > 0)
    if (said.length === 0) {
      setTried(undefined)
      return
    }
    try {
      const answer = await request<TriedTalkView>('POST', '/api/v1/knowledge/try', toTalkDraft(setup, said))
      if (mine === round.current) setTried(answer)
    } catch (error) {
      if (mine === round.current) setThrown(error)
    } finally {
      if (mine === round.current) setBusy(false)
    }
  }, [setup, said])

  useEffect(() => {
    void play()
    return () => {
      round.current += 1
    }
  }, [play])

  return {
    said,
    tried,
    busy,
    thrown,
    full: said.length >= MOST_SAID,
    say: (words) => setSaid((before) => [...before, { ...words, key: (before.at(-1)?.key ?? 0) + 1 }]),
    undo: () => setSaid((before) => before.slice(0, -1)),
    restart: () => setSaid([]),
    again: () => void play(),
  }
}
