import type { Agent } from '../../domain/agent.ts'
import { heldBy } from '../../domain/conversation.ts'
import type { ConversationId, SuggestionId } from '../../domain/ids.ts'
import { getThread } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'

/** Suggestions have come onto the screen of the agent who holds the conversation; the first time is kept. */
export async function showSuggestions(
  deps: Deps,
  agent: Agent,
  input: { conversationId: ConversationId; suggestionIds: readonly SuggestionId[] },
): Promise<void> {
  const { conversation } = await getThread(deps, input.conversationId)
  heldBy(conversation, agent.id)
  await deps.storage.assist.show(conversation.id, input.suggestionIds, agent.id, deps.clock.now())
}
