import type { Agent } from '../../domain/agent.ts'
import { heldBy } from '../../domain/conversation.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'
import { getThread } from './get-thread.ts'

/** Tells the agent that the customer is typing. */
export function setCustomerTyping(deps: Deps, input: { conversationId: ConversationId; typing: boolean }): void {
  deps.publisher.publish({ type: 'typing.changed', who: 'customer', ...input })
}

/** Tells the customer that the agent is typing; an agent who types stops every countdown. */
export async function setAgentTyping(
  deps: Deps,
  agent: Agent,
  input: { conversationId: ConversationId; typing: boolean },
): Promise<void> {
  const { conversation } = await getThread(deps, input.conversationId)
  heldBy(conversation, agent.id)
  deps.publisher.publish({ type: 'typing.changed', who: 'agent', ...input })
  if (!input.typing) return

  for (const suggestion of await deps.storage.suggestions.hold(input.conversationId)) {
    deps.publisher.publish({ type: 'suggestion.changed', suggestion })
  }
}
