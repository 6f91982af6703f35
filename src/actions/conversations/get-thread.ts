import { AppError } from '../../domain/errors.ts'
import type { Thread } from '../../domain/events.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'

/** A conversation with its customer; throws `conversation_not_found`. */
export async function getThread(deps: Deps, id: ConversationId): Promise<Thread> {
  const conversation = await deps.storage.conversations.find(id)
  const customer = conversation && (await deps.storage.customers.find(conversation.customerId))
  if (!conversation || !customer) throw new AppError('conversation_not_found')

  return { conversation, customer }
}

/** Tells everyone how a conversation is now. */
export async function publishConversation(deps: Deps, id: ConversationId): Promise<Thread> {
  const thread = await getThread(deps, id)
  deps.publisher.publish({ type: 'conversation.changed', ...thread })
  return thread
}
