import { AppError } from '../../domain/errors.ts'
import type { ConversationId } from '../../domain/ids.ts'
import { seqOf } from '../../domain/message.ts'
import type { Deps } from '../deps.ts'
import { requestHandoff } from '../handoff/request-handoff.ts'
import { getThread } from './get-thread.ts'

/** The shopper's verdict on one answer. A disliked one calls a person. */
export async function rateAnswer(
  deps: Deps,
  input: { conversationId: ConversationId; id: string; helpful: boolean },
): Promise<void> {
  const seq = seqOf(input.id, input.conversationId)
  const rated = seq !== undefined && (await deps.storage.messages.rate(input.conversationId, seq, input.helpful))
  const message = rated ? await deps.storage.messages.find(input.conversationId, seq) : undefined
  if (!message) throw new AppError('not_found')
  // A disliked answer makes its question one that 小二 has to learn.
  await deps.storage.search.forget(input.conversationId, seq ?? message.seq)

  deps.publisher.publish({ type: 'message.updated', message, ...(await getThread(deps, input.conversationId)) })
  if (!input.helpful) await requestHandoff(deps, input.conversationId, 'disliked')
}
