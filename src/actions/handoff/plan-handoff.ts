import type { Thread } from '../../domain/events.ts'
import type { Candidate } from '../../domain/explanation.ts'
import { backAt } from '../../domain/facts/shop-facts.ts'
import { type HandoffReason, priorityOf } from '../../domain/handoff.ts'
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
  const { handoff, calendar } = deps.live.current().knowledge
  const { productId, orderNumber, page, lastIntents } = conversation.context
  const now = deps.clock.now()
  const somebody = deps.roster.onDuty().length > 0

  return {
    enqueue: {
      reason,
      kind: somebody ? 'live' : 'message',
      priority: priorityOf(reason, handoff.tiersFirst.includes(customer.tier)),
      enqueuedAt: now,
      card: {
        wants,
        intents: candidates.slice(0, 3),
        lastIntents: lastIntents.filter((intent) => intent !== candidates[0]?.intent),
        ...(productId !== undefined && { productId }),
        ...(orderNumber !== undefined && { orderNumber }),
        ...(page && { page }),
      },
    },
    ...(!somebody && { nobody: nobodyText(conversation.locale, backAt(calendar, now, conversation.locale)) }),
  }
}
