import { groupFor, rankOf } from '../../domain/desk-policy.ts'
import type { Thread } from '../../domain/events.ts'
import type { Candidate } from '../../domain/explanation.ts'
import { backAt } from '../../domain/facts/shop-facts.ts'
import type { HandoffCard, HandoffReason } from '../../domain/handoff.ts'
import type { Consequences } from '../../ports/message-log.ts'
import type { Deps } from '../deps.ts'
import { nobodyText } from '../dialogue/bot-texts.ts'

export interface HandoffPlan {
  readonly enqueue: NonNullable<Consequences['enqueue']>
  /** What to say instead of announcing a person, when nobody is on duty. */
  readonly nobody?: string
}

/** A place in the queue with the card for whoever takes over; with nobody on duty, the place of a message that was left. */
export function planHandoff(
  deps: Deps,
  { conversation, customer }: Thread,
  reason: HandoffReason,
  wants: string,
  candidates: readonly Candidate[],
): HandoffPlan {
  const { desk, calendar } = deps.live.current().knowledge
  const now = deps.clock.now()
  const isStaffed = deps.roster.onDuty().length > 0
  const card = toCard({ conversation, customer }, wants, candidates)
  const intents = [...candidates.map(({ intent }) => intent), ...card.lastIntents]
  const group = groupFor(desk, { intents, reason })
  const back = backAt(group?.calendar ?? calendar, now, conversation.locale)

  return {
    enqueue: {
      reason,
      kind: isStaffed ? 'live' : 'message',
      priority: rankOf(desk, { tier: customer.tier, reason }),
      enqueuedAt: now,
      card,
      ...(group && { groupId: group.id }),
    },
    ...(!isStaffed && { nobody: nobodyText(conversation.locale, back) }),
  }
}

/** What whoever takes over needs to know. */
export function toCard({ conversation }: Thread, wants: string, candidates: readonly Candidate[]): HandoffCard {
  const { productId, orderNumber, page, lastIntents } = conversation.context
  return {
    wants,
    intents: candidates.slice(0, 3),
    lastIntents: lastIntents.filter((intent) => intent !== candidates[0]?.intent),
    ...(productId !== undefined && { productId }),
    ...(orderNumber !== undefined && { orderNumber }),
    ...(page && { page }),
  }
}
