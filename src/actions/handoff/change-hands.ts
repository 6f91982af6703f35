import type { Agent } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { ConversationEvent } from '../../domain/message.ts'
import { offerToHolder } from '../assist/offer-to-holder.ts'
import { getThread, publishConversation } from '../conversations/get-thread.ts'
import { tryStoreMessage } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'
import { scheduleGiveBack } from './give-back-vanished.ts'

/**
 * Carries out a change of hands in the conversation's lane: `move` settles it in one statement, then a line in the
 * conversation says so and everyone is told. Throws `refusal` where another caller won.
 */
export async function changeHands(
  deps: Deps,
  conversationId: ConversationId,
  change: {
    readonly move: (at: number) => Promise<boolean>
    readonly refusal: 'conversation_not_queued' | 'conversation_not_yours'
    readonly event: ConversationEvent
    readonly actor: string
  },
): Promise<void> {
  await deps.lanes.run(conversationId, async () => {
    const at = deps.clock.now()
    if (!(await change.move(at))) throw new AppError(change.refusal)

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
}

/** Takes a waiting conversation. Of several agents who try, one succeeds. */
export async function claimConversation(deps: Deps, agent: Agent, conversationId: ConversationId): Promise<void> {
  await changeHands(deps, conversationId, {
    move: (at) => deps.storage.queue.claim(conversationId, agent.id, at),
    refusal: 'conversation_not_queued',
    event: { name: 'assigned', agentName: agent.name },
    actor: agent.id,
  })
  await offerToHolder(deps, conversationId)
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

/** Back into the queue, in its old place. */
export async function returnToQueue(deps: Deps, agentId: string, conversationId: ConversationId): Promise<void> {
  await changeHands(deps, conversationId, {
    move: (at) => deps.storage.queue.giveBack(conversationId, agentId, at),
    refusal: 'conversation_not_yours',
    event: { name: 'returned_to_queue' },
    actor: agentId,
  })
}

/** To another agent, with a note for them. */
export async function transferConversation(
  deps: Deps,
  agent: Agent,
  input: { conversationId: ConversationId; agentId: string; note: string },
): Promise<void> {
  const other = deps.roster.find(input.agentId)
  if (!other?.active) throw new AppError('agent_not_found')

  await changeHands(deps, input.conversationId, {
    move: (at) => deps.storage.queue.transfer(input.conversationId, agent.id, other.id, at),
    refusal: 'conversation_not_yours',
    event: { name: 'transferred', agentName: other.name },
    actor: agent.id,
  })
  // Whoever is not there gets the usual time to appear; then it returns to its old place.
  if (!deps.roster.isConnected(other.id)) await scheduleGiveBack(deps, other.id)
  if (input.note === '') return

  await tryStoreMessage(deps, {
    conversationId: input.conversationId,
    key: `agent:${agent.id}:${deps.ids.next()}`,
    author: { kind: 'agent', id: agent.id, name: agent.name },
    body: { kind: 'note', text: input.note },
    at: deps.clock.now(),
  })
}
