import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { WhenInput } from '../../src/protocol/follow-ups.ts'
import { refusalText } from '../net/refusal.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { useSay } from '../shell/use-say.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { formatShopTime } from './shop-time.ts'

/** What is done with a conversation for later. Each tells how it went; none throws. */
export interface FollowUps {
  /** Opens a conversation in which the customer can be written to again, and goes there. */
  writeAgain(conversationId: string, wants?: string): Promise<void>
  snooze(conversationId: string, when: WhenInput, timeZone?: string): Promise<void>
  wake(conversationId: string): Promise<void>
}

export function useFollowUps(): FollowUps {
  const desk = useDesk()
  const texts = useTexts()
  const locale = useLocale()
  const say = useSay()
  const [, navigate] = useLocation()

  return useMemo(
    () => ({
      async writeAgain(conversationId, wants = '') {
        const ack = await desk.wire.request('conversation:follow-up', { conversationId, wants })
        if (ack.ok) navigate(`/?tab=mine&c=${ack.conversationId}`)
        else if (ack.code === 'conversation_not_queued') say.info(texts.followUp.taken)
        else say.error(refusalText(texts, ack))
      },
      async snooze(conversationId, when, timeZone) {
        const ack = await desk.wire.request('conversation:snooze', { conversationId, when })
        if (ack.ok) say.success(texts.followUp.snoozed(formatShopTime(ack.until, timeZone, locale)))
        else say.error(refusalText(texts, ack))
      },
      async wake(conversationId) {
        const ack = await desk.wire.request('conversation:unsnooze', { conversationId })
        if (!ack.ok) say.error(refusalText(texts, ack))
      },
    }),
    [desk, texts, locale, say, navigate],
  )
}
