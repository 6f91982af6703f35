import type { Agent } from '../../domain/agent.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { AppError } from '../../domain/errors.ts'
import type { QueueEntry } from '../../domain/handoff.ts'
import type { ConversationId, CustomerId } from '../../domain/ids.ts'
import { getThread, publishConversation } from '../conversations/get-thread.ts'
import { tryStoreMessage } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'
import { limitOf } from '../queue/list-receivers.ts'

/** Whoever loses a race looks again; nobody loses so often. */
const TRIES = 5

/**
 * Lets an agent write to a customer whose conversation has ended: opens the one that follows, held by the agent from the first
 * moment. If the customer has written meanwhile, the agent takes what has begun, from the bot or from the queue. Returns the
 * conversation to write in; throws `conversation_not_queued` where a colleague has it.
 */
export async function reopenForFollowUp(
  deps: Deps,
  agent: Agent,
  input: { conversationId: ConversationId; wants: string },
): Promise<Conversation> {
  const { customer, conversation } = await getThread(deps, input.conversationId)
  const card: QueueEntry['card'] = { wants: input.wants || conversation.preview, intents: [], lastIntents: [] }
  for (let tries = 0; tries < TRIES; tries += 1) {
    const current = await deps.storage.conversations.findCurrent(customer.id)
    if (!current) break
    if (isHeld(current, agent)) return current
    const id = await take(deps, agent, { current, customerId: customer.id, card })
    if (id !== undefined) return announce(deps, agent, id)
  }
  throw new AppError('conversation_not_queued')
}

/** Held by this agent already; throws where it is a colleague's. */
function isHeld(current: Conversation, agent: Agent): boolean {
  if (current.status !== 'assigned') return false
  if (current.agentId !== agent.id) throw new AppError('conversation_not_queued')
  return true
}

interface Taking {
  readonly current: Conversation
  readonly customerId: CustomerId
  readonly card: QueueEntry['card']
}

/** One statement decides; undefined where somebody was faster. */
async function take(deps: Deps, agent: Agent, { current, customerId, card }: Taking) {
  const at = deps.clock.now()
  const { id, locale, status } = current
  if (status === 'queued') {
    const claimed = await deps.storage.queue.claim(id, agent.id, at, limitOf(deps, agent))
    if (claimed === 'full') throw new AppError('agent_full')
    return claimed === 'claimed' ? id : undefined
  }
  if (status === 'bot') {
    const taken = await deps.storage.followers.takeFromBot({ id, agentId: agent.id, card, at })
    return taken ? id : undefined
  }

  const draft = { id: deps.ids.next(), customerId, locale, at, previousId: id, agentId: agent.id, card }
  const conversation = await deps.storage.followers.open(draft)
  if (!conversation) return undefined
  // The shopper's tabs move on before anything is said there.
  deps.publisher.publish({ type: 'conversation.opened', ...(await getThread(deps, conversation.id)) })
  return conversation.id
}

async function announce(deps: Deps, agent: Agent, id: ConversationId): Promise<Conversation> {
  return deps.lanes.run(id, async () => {
    const at = deps.clock.now()
    const { conversation } = await getThread(deps, id)
    await tryStoreMessage(deps, {
      conversationId: id,
      key: `assigned-after-${conversation.lastSeq}`,
      author: { kind: 'system' },
      body: { kind: 'event', event: { name: 'assigned', agentName: agent.name } },
      at,
    })
    await deps.storage.audit.add({
      at,
      actor: agent.id,
      action: 'conversation.followed-up',
      target: id,
      detail: { ...(conversation.previousId !== undefined && { follows: conversation.previousId }) },
    })
    const now = await publishConversation(deps, id)
    deps.publisher.publish({ type: 'queue.changed' })
    return now.conversation
  })
}
