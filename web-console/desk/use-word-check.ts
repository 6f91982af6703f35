import { useCallback, useEffect, useRef, useState } from 'react'
import type { WordHitView } from '../../src/protocol/composing.ts'
import { useDesk } from '../shell/desk-context.tsx'

const PAUSE = 300
const NONE: readonly WordHitView[] = []

export interface WordCheck {
  /** What the owner's lexicon says to the words as they are. */
  readonly hits: readonly WordHitView[]
  /** Whether they hold what cannot be sent at all. */
  readonly blocked: boolean
  /** Whether somebody wanted to send words that are warned of, and has not said so twice. */
  readonly asked: boolean
  /** Whether these words may go now. What is warned of is asked once; the second time it goes. */
  mayLeave(text: string): Promise<boolean>
}

/** Holds what is being typed against the owner's lexicon, so that nobody is refused only after sending. */
export function useWordCheck(text: string, enabled: boolean): WordCheck {
  const { wire } = useDesk()
  const [checked, setChecked] = useState<{ text: string; hits: readonly WordHitView[] }>({ text: '', hits: NONE })
  const [asked, setAsked] = useState<string>()
  const newest = useRef('')

  const ask = useCallback(
    async (words: string): Promise<readonly WordHitView[]> => {
      if (words.trim() === '') return NONE
      const ack = await wire.request('words:check', { text: words })
      // Without an answer nothing is known; the server refuses by itself what is blocked.
      return ack.ok ? ack.hits : NONE
    },
    [wire],
  )

  useEffect(() => {
    newest.current = text
    if (!enabled) return
    const timer = setTimeout(() => {
      void ask(text).then((hits) => {
        if (newest.current === text) setChecked({ text, hits })
      })
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [text, enabled, ask])

  return {
    hits: enabled && text.trim() !== '' ? checked.hits : NONE,
    blocked: enabled && checked.text === text && checked.hits.some(({ action }) => action === 'block'),
    asked: asked === text && text !== '',
    async mayLeave(words) {
      const hits = checked.text === words ? checked.hits : await ask(words)
      setChecked({ text: words, hits })
      if (hits.some(({ action }) => action === 'block')) return false
      if (asked === words || !hits.some(({ action }) => action === 'warn')) return true

      setAsked(words)
      return false
    },
  }
}
