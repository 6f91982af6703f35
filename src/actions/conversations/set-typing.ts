import type { Agent } from '../../domain/agent.ts'
import { type ConversationStatus, heldBy } from '../../domain/conversation.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'
import { getThread } from './get-thread.ts'

/** What a customer is typing is seen only where people have the conversation, or are waited for. */
const WITH_PEOPLE: readonly ConversationStatus[] = ['queued', 'assigned']

/** Tells the people of the shop that the customer is typing, and what, where the owner lets them see it. It is kept nowhere. */
export async function setCustomerTyping(
  deps: Deps,
  { text, ...input }: { conversationId: ConversationId; typing: boolean; text?: string | undefined },
): Promise<void> {
  const shown = text !== undefined && input.typing && deps.live.current().knowledge.desk.typingPreview
  const conversation = shown ? await deps.storage.conversations.find(input.conversationId) : undefined
  const seen = conversation !== undefined && WITH_PEOPLE.includes(conversation.status)
  deps.publisher.publish({ type: 'typing.changed', who: 'customer', ...input, ...(shown && seen && { text }) })
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
