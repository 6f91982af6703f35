import type { Agent } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { AgentId, ConversationId } from '../../domain/ids.ts'
import type { ConversationEvent } from '../../domain/message.ts'
import type { AppendResult, MessageDraft } from '../../ports/message-log.ts'
import type { ClaimResult } from '../../ports/queue.ts'
import type { Stores } from '../../ports/storage.ts'
import { offerToHolder } from '../assist/offer-to-holder.ts'
import { publishConversation } from '../conversations/get-thread.ts'
import { publishStored } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'
import { limitOf } from '../queue/list-receivers.ts'

/**
 * Carries out a change of hands in the conversation's lane: `move` settles it, and the line in the conversation that says so and the
 * audit are part of the same transaction. Then everyone is told. Throws `refusal` where another caller won.
 */
export async function changeHands(
  deps: Deps,
  conversationId: ConversationId,
  change: {
    readonly move: (stores: Stores, at: number) => Promise<boolean | ClaimResult>
    readonly refusal: 'conversation_not_queued' | 'conversation_not_yours' | 'transfer_over'
    readonly event: ConversationEvent
    readonly actor: string
  },
): Promise<void> {
  await deps.lanes.run(conversationId, async () => {
    const at = deps.clock.now()
    const begun = performance.now()
    const outcome = await deps.storage.transaction(async (stores) => {
      const moved = await change.move(stores, at)
      return moved === true || moved === 'claimed' ? writeDown(stores, conversationId, { ...change, at }) : moved
    })
    if (outcome === 'full') throw new AppError('agent_full')
    if (outcome === false || outcome === 'gone') throw new AppError(change.refusal)

    deps.metrics.committed([outcome.result], performance.now() - begun)
    publishStored(deps, outcome.line, outcome.result)
    await publishConversation(deps, conversationId)
    deps.publisher.publish({ type: 'queue.changed' })
  })
  if (TAKEN.includes(change.event.name)) await offerToHolder(deps, conversationId)
}

async function writeDown(
  stores: Stores,
  conversationId: ConversationId,
  { event, actor, at }: { event: ConversationEvent; actor: string; at: number },
): Promise<{ line: MessageDraft; result: AppendResult }> {
  const lastSeq = (await stores.conversations.find(conversationId))?.lastSeq ?? 0
  const line: MessageDraft = {
    conversationId,
    key: `${event.name}-after-${lastSeq}`,
    author: { kind: 'system' },
    body: { kind: 'event', event },
    at,
  }
  const result = await stores.messages.append(line)
  await stores.audit.add({ at, actor, action: `conversation.${event.name}`, target: conversationId, detail: {} })
  return { line, result }
}

/** After these somebody holds it, mostly, and is glad of proposals at once. */
const TAKEN: readonly ConversationEvent['name'][] = ['assigned', 'transferred', 'taken_over']

/** Takes a waiting conversation. Of several agents who try, one succeeds. */
export async function claimConversation(deps: Deps, agent: Agent, conversationId: ConversationId): Promise<void> {
  const entry = await deps.storage.queue.find(conversationId)
  await changeHands(deps, conversationId, {
    move: (stores, at) => stores.queue.claim(conversationId, agent.id, at, limitOf(deps, agent)),
    refusal: 'conversation_not_queued',
    event: { name: 'assigned', agentName: agent.name },
    actor: agent.id,
  })
  if (entry) deps.metrics.waited(deps.clock.now() - entry.enqueuedAt)
}

/** Ends a conversation; the shopper is asked for a rating. */
export async function resolveConversation(deps: Deps, agent: Agent, conversationId: ConversationId): Promise<void> {
  await changeHands(deps, conversationId, {
    move: (stores, at) => stores.queue.resolve(conversationId, agent.id, at),
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
    move: (stores, at) => stores.queue.returnToBot(conversationId, agent.id, at),
    refusal: 'conversation_not_yours',
    event: { name: 'returned_to_bot' },
    actor: agent.id,
  })
}

/** Back into the queue, in its old place; the agent is left in peace with it for a while. */
export async function returnToQueue(deps: Deps, agentId: AgentId, conversationId: ConversationId): Promise<void> {
  await changeHands(deps, conversationId, {
    move: (stores, at) => stores.queue.giveBack(conversationId, agentId, at),
    refusal: 'conversation_not_yours',
    event: { name: 'returned_to_queue' },
    actor: agentId,
  })
  await deps.storage.routing.notePass(conversationId, agentId, deps.clock.now())
}
