import { useEffect, useMemo } from 'react'
import { useLocation } from 'wouter'
import type { Desk } from '../live/desk.ts'
import { loadSnapshot } from '../live/fetch-desk.ts'
import { type Reason, refusalText } from '../net/refusal.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { isAltKey } from '../shell/shortcut-events.ts'
import { type Say, useSay } from '../shell/use-say.ts'
import { type Ask, askedConversation, selectAsks } from '../state/select-offers.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'

/** My yes or no to what is offered. Each tells how it went; none throws. */
export interface Answers {
  accept(ask: Ask): Promise<void>
  decline(ask: Ask): Promise<void>
}

interface Tools {
  readonly desk: Desk
  readonly texts: Texts
  readonly say: Say
}

function tellRefused({ desk, texts, say }: Tools, refused: Reason): void {
  const isOver = refused.code === 'conversation_not_queued' || refused.code === 'transfer_over'
  say.info(isOver ? texts.queue.offer.lost : refusalText(texts, refused))
  void loadSnapshot(desk.store)
}

export function useAnswers(): Answers {
  const desk = useDesk()
  const texts = useTexts()
  const say = useSay()
  const [, navigate] = useLocation()

  return useMemo(() => {
    const { wire } = desk
    const tools = { desk, texts, say }
    return {
      async accept(ask) {
        const conversationId = askedConversation(ask)
        const ack =
          ask.kind === 'offer'
            ? await wire.request('conversation:claim', { conversationId })
            : await wire.request('transfer:answer', { conversationId, accept: true })
        if (ack.ok) navigate(`/?tab=mine&c=${encodeURIComponent(conversationId)}`)
        else tellRefused(tools, ack)
      },
      async decline(ask) {
        const conversationId = askedConversation(ask)
        const ack =
          ask.kind === 'offer'
            ? await wire.request('offer:decline', { conversationId })
            : await wire.request('transfer:answer', { conversationId, accept: false })
        if (!ack.ok) tellRefused(tools, ack)
      },
    }
  }, [desk, texts, say, navigate])
}

/** Alt+A takes the first of what is offered, Alt+X lets it pass, on every page. With nothing offered the desk's own Alt+A stands. */
export function useAnswerKeys(): void {
  const desk = useDesk()
  const answers = useAnswers()

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isAltKey(event)) return
      if (event.code !== 'KeyA' && event.code !== 'KeyX') return

      const [first] = selectAsks(desk.store.get())
      if (!first) return
      event.preventDefault()
      event.stopImmediatePropagation()
      void (event.code === 'KeyA' ? answers.accept(first) : answers.decline(first))
    }
    // In the capturing phase: before the desk takes the next in line for the same key.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [desk, answers])
}
