import { toLocalTime } from '../calendar.ts'
import type { FactPlace } from './fact.ts'
import { CHANNEL, type CountingRules, type Material } from './material.ts'

/** Where on the shop's clock something belongs. */
export function momentOf(at: number, timeZone: string): Pick<FactPlace, 'at' | 'day' | 'hour' | 'weekday'> {
  const { date, minutes, weekday } = toLocalTime(at, timeZone)
  return { at, day: date, hour: Math.floor(minutes / 60), weekday: weekday - 1 }
}

/** The place of something in a conversation. */
export function placeIn(
  { conversation, tier }: Pick<Material, 'conversation' | 'tier'>,
  { timeZone }: Pick<CountingRules, 'timeZone'>,
  own: { at: number; seq: number; agentId?: string; groupId?: string; intent?: string },
): FactPlace {
  return {
    conversationId: conversation.id,
    customerId: conversation.customerId,
    seq: own.seq,
    ...momentOf(own.at, timeZone),
    agentId: own.agentId ?? '',
    groupId: own.groupId ?? '',
    intent: own.intent ?? '',
    channel: CHANNEL,
    tier,
  }
}
