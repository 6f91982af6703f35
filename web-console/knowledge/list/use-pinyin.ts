import { useEffect, useState } from 'react'
import type { MatchPinyin } from '../../state/canned-search.ts'
import type { ToPinyin } from '../form/intent-id.ts'

interface Pinyin {
  readonly match: MatchPinyin
  readonly spell: ToPinyin
}
let kept: Pinyin | undefined

/** Pinyin, once it is there; it weighs more than a page. */
export function usePinyin(): Pinyin | undefined {
  const [pinyin, setPinyin] = useState(kept)
  useEffect(() => {
    if (kept) return
    void import('pinyin-pro').then((module) => {
      kept = {
        match: (text, letters) => module.match(text, letters, { precision: 'start', continuous: true }),
        spell: (text) => module.pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' }),
      }
      setPinyin(kept)
    })
  }, [])
  return pinyin
}
