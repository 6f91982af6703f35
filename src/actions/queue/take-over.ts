import { type Agent, hasRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { ConversationId } from '../../domain/ids.ts'
import { getThread } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'
import { changeHands } from '../handoff/change-hands.ts'
import { findWish } from '../handoff/find-wish.ts'
import { toCard } from '../handoff/plan-handoff.ts'

/**
 * Steps in: any agent where the bot is talking, a supervisor also where a colleague is or somebody waits. No limit holds
 * for it, since it is the agent's own will. Throws `forbidden`, `conversation_not_yours`.
 */
export async function takeOver(deps: Deps, agent: Agent, conversationId: ConversationId): Promise<void> {
  const thread = await getThread(deps, conversationId)
  const { conversation } = thread
  const fromAgents = hasRole(agent, 'supervisor')
  if (conversation.status !== 'bot' && !fromAgents) throw new AppError('forbidden')

  const wants = (await findWish(deps, conversationId, conversation.lastSeq + 1)) ?? conversation.preview
  const card = toCard(thread, wants, [])
  await changeHands(deps, conversationId, {
    move: (stores, at) => stores.queue.takeOver(conversationId, { agentId: agent.id, at, card, fromAgents }),
    refusal: 'conversation_not_yours',
    event: { name: 'taken_over', agentName: agent.name },
    actor: agent.id,
  })
}
