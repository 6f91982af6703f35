import { requireUnblocked } from '../../domain/block.ts'
import { AppError } from '../../domain/errors.ts'
import type { CustomerId } from '../../domain/ids.ts'
import { type RatingDraft, reasonsFor } from '../../domain/rating.ts'
import type { Todo } from '../../domain/todo.ts'
import type { Stores } from '../../ports/storage.ts'
import { getThread, publishConversation } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'
import { SYSTEM, toBadRating } from '../todos/make-todos.ts'

const MINUTE = 60_000

/**
 * The shopper rates whoever served: once a conversation and target; within the owner's minutes the rating may be changed, so that the
 * reasons can follow the stars. A bad one becomes a to-do for the supervisors in the same commit, and none any more if it is mended.
 */
export async function submitRating(deps: Deps, customerId: CustomerId, input: Omit<RatingDraft, 'at'>): Promise<void> {
  const { customer } = await getThread(deps, input.conversationId)
  if (customer.id !== customerId) throw new AppError('conversation_not_found')
  requireUnblocked(customer, deps.clock.now())
  const fitting = reasonsFor(input.target, input.score)
  const reasons = [...new Set(input.reasons)]
  if (!reasons.every((one) => fitting.includes(one))) {
    throw new AppError('invalid_input', { message: 'reasons: these do not fit the target and the score' })
  }

  const { correctMinutes, badUpTo } = deps.live.current().knowledge.ratings
  const draft: RatingDraft = { ...input, reasons, at: deps.clock.now() }
  const { outcome, todo } = await deps.storage.transaction(async (stores) => {
    const outcome = await stores.ratings.submit(draft, correctMinutes * MINUTE)
    const changed = outcome === 'stored' || outcome === 'corrected'
    return { outcome, todo: changed ? await keepTodo(stores, draft, { customerId, badUpTo }) : undefined }
  })
  if (outcome === 'refused') throw new AppError('conversation_not_resolved')
  if (outcome === 'settled') throw new AppError('rating_settled')
  if (outcome === 'same') return

  deps.log.info({ conversationId: input.conversationId, target: input.target, score: input.score }, 'rated')
  if (todo) deps.publisher.publish({ type: 'todo.changed', todo, due: true })
  await publishConversation(deps, input.conversationId)
  deps.publisher.publish({ type: 'rating.given', ...(await getThread(deps, input.conversationId)), rating: draft })
  // Of 小二's rating the conversation itself shows nothing.
  deps.publisher.publish({ type: 'record.changed', customerId })
}

/** Makes the to-do of a bad rating, keeps it true while nobody has dealt with it, takes it back where the rating is good now. */
async function keepTodo(
  { todos }: Stores,
  rating: RatingDraft,
  { customerId, badUpTo }: { customerId: CustomerId; badUpTo: number },
): Promise<Todo | undefined> {
  const draft = toBadRating(rating, customerId)
  if (rating.score > badUpTo) {
    return todos.change(draft.id, 'open', { status: 'dismissed', doneBy: SYSTEM, doneAt: rating.at })
  }
  const made = await todos.add(draft)
  if (made) return made

  const { title, detail } = draft
  const again = await todos.change(draft.id, 'dismissed', { status: 'open', title, detail, doneBy: null, doneAt: null })
  return again ?? todos.change(draft.id, 'open', { title, detail })
}
