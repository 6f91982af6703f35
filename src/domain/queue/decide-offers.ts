import type { DeskPolicy, GroupId } from '../desk-policy.ts'
import type { AgentId, ConversationId } from '../ids.ts'

/** One who waits and is offered to nobody yet. */
export interface Seeking {
  readonly conversationId: ConversationId
  readonly groupId?: GroupId
  readonly enqueuedAt: number
  /** Who served this customer last. */
  readonly lastAgentId?: AgentId
  /** Who has let it pass lately, and is left in peace with it for a while. */
  readonly passedBy: readonly AgentId[]
}

/** An agent who is there to receive. */
export interface Receiver {
  readonly agentId: AgentId
  /** None: knows about everything. */
  readonly groups: readonly GroupId[]
  /** How many more conversations this agent may be given: the limit less what is held and offered. */
  readonly free: number
  readonly held: number
  /** When a conversation was last given to them; 0 for never. */
  readonly lastAssignedAt: number
}

export interface Offer {
  readonly conversationId: ConversationId
  readonly agentId: AgentId
}

/**
 * Decides who is asked to take whom. `waiting` is in the order of service, so that nobody is passed over for one who came
 * later and whom the same agent could serve. Pure.
 */
export function decideOffers(
  waiting: readonly Seeking[],
  receivers: readonly Receiver[],
  { policy, now }: { readonly policy: DeskPolicy; readonly now: number },
): readonly Offer[] {
  if (policy.strategy === 'manual') return []

  const hall = new Map(receivers.filter(({ free }) => free > 0).map((one) => [one.agentId, one]))
  const offers: Offer[] = []
  for (const seeking of waiting) {
    if (hall.size === 0) break
    const able = ableTo(seeking, [...hall.values()], receivers, { policy, now })
    const chosen = choose(seeking, able, policy)
    if (!chosen) continue

    offers.push({ conversationId: seeking.conversationId, agentId: chosen.agentId })
    const left = { ...chosen, free: chosen.free - 1, held: chosen.held + 1, lastAssignedAt: now + offers.length }
    if (left.free > 0) hall.set(left.agentId, left)
    else hall.delete(left.agentId)
  }
  return offers
}

/** Who may be asked: those of its group while one of them is there and it has not waited too long, and nobody who let it pass. */
function ableTo(
  seeking: Seeking,
  free: readonly Receiver[],
  present: readonly Receiver[],
  { policy, now }: { readonly policy: DeskPolicy; readonly now: number },
): readonly Receiver[] {
  const willing = free.filter(({ agentId }) => !seeking.passedBy.includes(agentId))
  const { groupId } = seeking
  if (groupId === undefined) return willing

  const knows = ({ groups }: Receiver) => groups.length === 0 || groups.includes(groupId)
  const isWidened = now - seeking.enqueuedAt >= policy.widenSeconds * 1000
  if (isWidened || !present.some(knows)) {
    const own = willing.filter(knows)
    return own.length > 0 ? own : willing
  }
  return willing.filter(knows)
}

function choose(seeking: Seeking, able: readonly Receiver[], policy: DeskPolicy): Receiver | undefined {
  const last = policy.lastAgentFirst ? able.find(({ agentId }) => agentId === seeking.lastAgentId) : undefined
  return last ?? able.toSorted((a, b) => compare(a, b, policy.strategy))[0]
}

function compare(a: Receiver, b: Receiver, strategy: DeskPolicy['strategy']): number {
  const byTurn = a.lastAssignedAt - b.lastAssignedAt
  return strategy === 'round_robin' ? byTurn : a.held - b.held || byTurn
}
