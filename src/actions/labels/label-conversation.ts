import type { ConversationId, LabelId } from '../../domain/ids.ts'
import { getThread, publishConversation } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'

/** Puts a label on a conversation, or takes it off. Whoever is at the desk may: it helps all to find it again. */
export async function labelConversation(
  deps: Deps,
  input: { readonly conversationId: ConversationId; readonly labelId: LabelId; readonly on: boolean },
): Promise<void> {
  const { conversationId, labelId, on } = input
  await getThread(deps, conversationId)
  await (on ? deps.storage.labels.attach(conversationId, labelId) : deps.storage.labels.detach(conversationId, labelId))
  await publishConversation(deps, conversationId)
}
