import type { Agent } from '../../domain/agent.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'
import { publishConversation } from './get-thread.ts'

/** Everything up to `seq` has come to a browser of the customer. */
export async function markDelivered(deps: Deps, input: { conversationId: ConversationId; seq: number }): Promise<void> {
  await deps.storage.conversations.raise(input.conversationId, 'customerDeliveredSeq', input.seq)
  await publishConversation(deps, input.conversationId)
}

/** The customer has seen everything up to `seq`. */
export async function markReadByCustomer(
  deps: Deps,
  input: { conversationId: ConversationId; seq: number },
): Promise<void> {
  await deps.storage.conversations.raise(input.conversationId, 'customerReadSeq', input.seq)
  await publishConversation(deps, input.conversationId)
}

/** The agent who holds it has seen everything up to `seq`; a look by anyone else leaves no mark. */
export async function markReadByAgent(
  deps: Deps,
  agent: Agent,
  input: { conversationId: ConversationId; seq: number },
): Promise<void> {
  const conversation = await deps.storage.conversations.find(input.conversationId)
  if (conversation?.status !== 'assigned' || conversation.agentId !== agent.id) return

  await deps.storage.conversations.raise(input.conversationId, 'agentReadSeq', input.seq)
  await publishConversation(deps, input.conversationId)
}
