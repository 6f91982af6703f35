import type { Agent } from '../../domain/agent.ts'
import { heldBy } from '../../domain/conversation.ts'
import { AppError } from '../../domain/errors.ts'
import type { AgentId, ConversationId } from '../../domain/ids.ts'
import { textIn } from '../../domain/localized-text.ts'
import { getThread, publishConversation } from '../conversations/get-thread.ts'
import { tryStoreMessage } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'
import { changeHands } from '../handoff/change-hands.ts'
import { limitOf } from './list-receivers.ts'

/** An agent has so long to answer; until then the shopper stays with whoever proposes it. */
const ANSWER_MILLISECONDS = 60_000

/** Asks another agent to take a conversation over, with a note for them. Throws `agent_absent`, `transfer_pending`. */
export async function proposeTransfer(
  deps: Deps,
  agent: Agent,
  input: { conversationId: ConversationId; agentId: AgentId; note: string },
): Promise<void> {
  const { conversationId } = input
  const other = deps.roster.find(input.agentId)
  if (!other?.active || other.id === agent.id) throw new AppError('agent_not_found')
  if (!deps.roster.onDuty().includes(other.id)) throw new AppError('agent_absent')

  await deps.lanes.run(conversationId, async () => {
    const { conversation } = await getThread(deps, conversationId)
    heldBy(conversation, agent.id)
    const until = deps.clock.now() + ANSWER_MILLISECONDS
    const proposed = await deps.storage.routing.proposeTransfer(conversationId, agent.id, other.id, until)
    if (!proposed) throw new AppError('transfer_pending')

    await noteForDesk(deps, conversationId, { name: 'transfer_proposed', agentName: other.name })
    await addTransferNote(deps, agent, input)
    await publishConversation(deps, conversationId)
  })
}

/** To whoever of a group comes first, with a note for them: back into the queue, in the old place. */
export async function transferToGroup(
  deps: Deps,
  agent: Agent,
  input: { conversationId: ConversationId; groupId: string; note: string },
): Promise<void> {
  const { desk, shop } = deps.live.current().knowledge
  const group = desk.groups.find(({ id }) => id === input.groupId)
  if (!group) throw new AppError('group_not_found')

  const { conversation } = await getThread(deps, input.conversationId)
  await changeHands(deps, input.conversationId, {
    move: (stores, at) => stores.queue.giveToGroup(input.conversationId, agent.id, group.id, at),
    refusal: 'conversation_not_yours',
    event: { name: 'transferred', agentName: textIn(group.name, conversation.locale, shop.language) },
    actor: agent.id,
  })
  await deps.storage.routing.notePass(input.conversationId, agent.id, deps.clock.now())
  await addTransferNote(deps, agent, input)
}

/** The one who was asked says yes or no. Throws `transfer_over`, `agent_full`. */
export async function answerTransfer(
  deps: Deps,
  agent: Agent,
  { conversationId, accept }: { conversationId: ConversationId; accept: boolean },
): Promise<void> {
  if (!accept) return endTransfer(deps, { conversationId, agentId: agent.id }, 'transfer_declined')

  await changeHands(deps, conversationId, {
    move: (stores, at) => stores.routing.acceptTransfer(conversationId, agent.id, at, limitOf(deps, agent)),
    refusal: 'transfer_over',
    event: { name: 'transferred', agentName: agent.name },
    actor: agent.id,
  })
}

/** Whoever proposed it keeps it after all. Throws `transfer_over`. */
export async function cancelTransfer(deps: Deps, agent: Agent, conversationId: ConversationId): Promise<void> {
  const { conversation } = await getThread(deps, conversationId)
  const { transfer } = heldBy(conversation, agent.id)
  if (!transfer) throw new AppError('transfer_over')
  await endTransfer(deps, { conversationId, agentId: transfer.to }, 'transfer_cancelled')
}

/** What nobody has answered in time stays where it is. */
export async function endLateTransfers(deps: Deps): Promise<void> {
  for (const late of await deps.storage.routing.listLateTransfers(deps.clock.now())) {
    try {
      await endTransfer(deps, late, 'transfer_expired')
    } catch (error) {
      // Answered in this very moment.
      if (!(error instanceof AppError)) throw error
    }
  }
}

async function endTransfer(
  deps: Deps,
  { conversationId, agentId }: { conversationId: ConversationId; agentId: AgentId },
  name: 'transfer_declined' | 'transfer_expired' | 'transfer_cancelled',
): Promise<void> {
  await deps.lanes.run(conversationId, async () => {
    if (!(await deps.storage.routing.endTransfer(conversationId, agentId))) throw new AppError('transfer_over')
    await noteForDesk(deps, conversationId, { name, agentName: deps.roster.find(agentId)?.name ?? '' })
    await publishConversation(deps, conversationId)
  })
}

type DeskNote = {
  readonly name: 'transfer_proposed' | 'transfer_declined' | 'transfer_expired' | 'transfer_cancelled'
  readonly agentName: string
}

async function noteForDesk(deps: Deps, conversationId: ConversationId, event: DeskNote): Promise<void> {
  const { conversation } = await getThread(deps, conversationId)
  await tryStoreMessage(deps, {
    conversationId,
    key: `${event.name}-after-${conversation.lastSeq}`,
    author: { kind: 'system' },
    body: { kind: 'event', event },
    at: deps.clock.now(),
  })
}

async function addTransferNote(
  deps: Deps,
  agent: Agent,
  { conversationId, note }: { conversationId: ConversationId; note: string },
): Promise<void> {
  if (note === '') return

  await tryStoreMessage(deps, {
    conversationId,
    key: `agent:${agent.id}:${deps.ids.next()}`,
    author: { kind: 'agent', id: agent.id, name: agent.name },
    body: { kind: 'note', text: note },
    at: deps.clock.now(),
  })
}
