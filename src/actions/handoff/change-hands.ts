import type { Agent } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { AgentId, ConversationId } from '../../domain/ids.ts'
import type { ConversationEvent } from '../../domain/message.ts'
import type { ClaimResult } from '../../ports/queue.ts'
import { offerToHolder } from '../assist/offer-to-holder.ts'
import { getThread, publishConversation } from '../conversations/get-thread.ts'
import { tryStoreMessage } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'
import { limitOf } from '../queue/list-receivers.ts'

/**
 * Carries out a change of hands in the conversation's lane: `move` settles it in one statement, then a line in the
 * conversation says so and everyone is told. Throws `refusal` where another caller won.
 */
export async function changeHands(
  deps: Deps,
  conversationId: ConversationId,
  change: {
    readonly move: (at: number) => Promise<boolean | ClaimResult>
    readonly refusal: 'conversation_not_queued' | 'conversation_not_yours' | 'transfer_over'
    readonly event: ConversationEvent
    readonly actor: string
  },
): Promise<void> {
  await deps.lanes.run(conversationId, async () => {
    const at = deps.clock.now()
    const moved = await change.move(at)
    if (moved === 'full') throw new AppError('agent_full')
    if (moved === false || moved === 'gone') throw new AppError(change.refusal)

    const { conversation } = await getThread(deps, conversationId)
    await tryStoreMessage(deps, {
      conversationId,
      key: `${change.event.name}-after-${conversation.lastSeq}`,
      author: { kind: 'system' },
      body: { kind: 'event', event: change.event },
      at,
    })
    await deps.storage.audit.add({
      at,
      actor: change.actor,
      action: `conversation.${change.event.name}`,
      target: conversationId,
      detail: {},
    })
    await publishConversation(deps, conversationId)
    deps.publisher.publish({ type: 'queue.changed' })
  })
  if (TAKEN.includes(change.event.name)) await offerToHolder(deps, conversationId)
}

/** After these somebody holds it, mostly, and is glad of proposals at once. */
const TAKEN: readonly ConversationEvent['name'][] = ['assigned', 'transferred', 'taken_over']

/** Takes a waiting conversation. Of several agents who try, one succeeds. */
export async function claimConversation(deps: Deps, agent: Agent, conversationId: ConversationId): Promise<void> {
  const entry = await deps.storage.queue.find(conversationId)
  await changeHands(deps, conversationId, {
    move: (at) => deps.storage.queue.claim(conversationId, agent.id, at, limitOf(deps, agent)),
    refusal: 'conversation_not_queued',
    event: { name: 'assigned', agentName: agent.name },
    actor: agent.id,
  })
  if (entry) deps.metrics.waited(deps.clock.now() - entry.enqueuedAt)
}

/** Ends a conversation; the shopper is asked for a rating. */
export async function resolveConversation(deps: Deps, agent: Agent, conversationId: ConversationId): Promise<void> {
  await changeHands(deps, conversationId, {
    move: (at) => deps.storage.queue.resolve(conversationId, agent.id, at),
    refusal: 'conversation_not_yours',
    event: { name: 'resolved' },
    actor: agent.id,
  })
  const expired = await deps.storage.suggestions.expire(conversationId, undefined, deps.clock.now())
  for (const suggestion of expired) deps.publisher.publish({ type: 'suggestion.changed', suggestion })
}

/** Gives the conversation back to the bot: from then on it answers again. */
export async function returnToBot(deps: Deps, agent: Agent, conversationId: ConversationId): Promise<void> {
  await changeHands(deps, conversationId, {
    move: (at) => deps.storage.queue.returnToBot(conversationId, agent.id, at),
    refusal: 'conversation_not_yours',
    event: { name: 'returned_to_bot' },
    actor: agent.id,
  })
}

/** Back into the queue, in its old place; the agent is left in peace with it for a while. */
export async function returnToQueue(deps: Deps, agentId: AgentId, conversationId: ConversationId): Promise<void> {
  await changeHands(deps, conversationId, {
    move: (at) => deps.storage.queue.giveBack(conversationId, agentId, at),
    refusal: 'conversation_not_yours',
    event: { name: 'returned_to_queue' },
    actor: agentId,
  })
  await deps.storage.routing.notePass(conversationId, agentId, deps.clock.now())
}
