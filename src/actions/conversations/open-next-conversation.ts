import type { Conversation } from '../../domain/conversation.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'
import { getThread } from './get-thread.ts'

/** Opens the conversation that follows a resolved one; the same one however often it is asked for. */
export async function openNextConversation(deps: Deps, previousId: ConversationId): Promise<Conversation> {
  const { conversation: previous, customer } = await getThread(deps, previousId)
  const conversation = await deps.storage.conversations.open({
    id: deps.ids.next(),
    customerId: customer.id,
    locale: previous.locale,
    at: deps.clock.now(),
    previousId,
  })
  deps.publisher.publish({ type: 'conversation.opened', conversation, customer })
  return conversation
}
