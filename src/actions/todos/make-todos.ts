import type { QueueEntry } from '../../domain/handoff.ts'
import type { CustomerId } from '../../domain/ids.ts'
import type { RatingDraft } from '../../domain/rating.ts'
import { SUPERVISORS, type TodoDraft } from '../../domain/todo.ts'

/** Who has done what nobody did. */
export const SYSTEM = 'system'

/** What a bad rating asks of the supervisors; one per conversation and target. */
export function toBadRating(rating: RatingDraft, customerId: CustomerId): TodoDraft {
  const { conversationId, target, score, reasons, comment, at } = rating
  return {
    id: `bad_rating:${conversationId}:${target}`,
    kind: 'bad_rating',
    title: comment,
    detail: { target, score, reasons },
    conversationId,
    customerId,
    group: SUPERVISORS,
    dueAt: at,
    createdBy: SYSTEM,
    at,
  }
}

/** What a message that was left asks of the next shift; one per place in the queue. */
export function toLeftMessage(
  entry: QueueEntry,
  whose: { customerId: CustomerId; phone?: string },
  times: { dueAt: number; at: number },
): TodoDraft {
  return {
    id: `left_message:${entry.conversationId}:${entry.enqueuedAt}`,
    kind: 'left_message',
    title: entry.card.wants,
    detail: whose.phone === undefined ? {} : { phone: whose.phone },
    conversationId: entry.conversationId,
    customerId: whose.customerId,
    createdBy: SYSTEM,
    ...times,
  }
}
