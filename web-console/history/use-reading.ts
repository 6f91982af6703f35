import { useState } from 'react'
import type { HistoryReading } from '../../src/protocol/history.ts'
import { request } from '../net/http.ts'
import { thrownText } from '../net/refusal.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useSay } from '../shell/use-say.ts'
import { mergeMessages } from '../state/thread-messages.ts'
import { useTexts } from '../texts/use-texts.ts'

/** A conversation to read, opened at a message and growing both ways. */
export function useReading(id: string, seq: number | undefined) {
  const texts = useTexts()
  const say = useSay()
  const base = `/api/v1/history/${encodeURIComponent(id)}`
  const { loaded, reload, put } = useLoaded<HistoryReading>(seq === undefined ? base : `${base}?seq=${seq}`)
  const [asking, setAsking] = useState(false)
  const reading = loaded.kind === 'ready' ? loaded.value : undefined

  async function grow(way: 'before' | 'after'): Promise<void> {
    const edge = way === 'before' ? reading?.messages[0]?.seq : reading?.messages.at(-1)?.seq
    if (!reading || edge === undefined || asking) return

    setAsking(true)
    try {
      const part = await request<HistoryReading>('GET', `${base}?${way}=${edge}`)
      put({
        ...reading,
        messages: [...mergeMessages(reading.messages, part.messages)],
        ...(way === 'before' ? { earlier: part.earlier } : { later: part.later }),
      })
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    }
    setAsking(false)
  }

  return { loaded, reload, reading, asking, grow }
}
