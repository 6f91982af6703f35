import type { GroupId } from '../domain/desk-policy.ts'
import type { HandoffCard, HandoffReason, QueueEntry, QueueKind } from '../domain/handoff.ts'
import type { AgentId, ConversationId, CustomerId } from '../domain/ids.ts'
import type { ServiceTimes } from '../domain/queue/wait-range.ts'

/** `gone`: it does not wait any more, or is offered to somebody else; `full`: the agent holds as many as they may. */
export type ClaimResult = 'claimed' | 'gone' | 'full'

/** How a shopper waits: for a person, having left a message, or with the bot answering meanwhile. */
export interface Waiting {
  readonly kind: QueueKind
  readonly withBot: boolean
}

/** Somebody steps in. The card is for a conversation that never waited. */
export interface TakeOver {
  readonly agentId: AgentId
  readonly at: number
  readonly card: HandoffCard
  readonly fromAgents: boolean
}

/** Every change of hands is one statement, so that of several callers one wins. */
export interface QueueStore {
  /** Waiting entries in the order in which they will be served: who waits before who has left a message, then by priority, then by time. */
  list(limit: number): Promise<readonly QueueEntry[]>
  count(): Promise<number>
  find(id: ConversationId): Promise<QueueEntry | undefined>
  /** 1 is next; undefined if it does not wait. */
  position(id: ConversationId): Promise<number | undefined>
  /** Takes a waiting conversation for the agent, who may then hold at most `limit`. */
  claim(id: ConversationId, agentId: AgentId, at: number, limit: number): Promise<ClaimResult>
  /** From the agent back to the old place in the queue; false if this agent does not hold it. */
  giveBack(id: ConversationId, agentId: AgentId, at: number): Promise<boolean>
  /** From the agent to a group: into the queue, in the old place; false if this agent does not hold it. */
  giveToGroup(id: ConversationId, agentId: AgentId, groupId: GroupId, at: number): Promise<boolean>
  /** From agent (or, without one, from the queue) back to the bot; false if it is not there. */
  returnToBot(id: ConversationId, agentId: AgentId | undefined, at: number): Promise<boolean>
  /** Ends a conversation that the agent holds; false if this agent does not hold it. */
  resolve(id: ConversationId, agentId: AgentId, at: number): Promise<boolean>
  /** Takes it from the bot, and with `fromAgents` also from the queue or whoever holds it; false once it has ended, or if they hold it already. */
  takeOver(id: ConversationId, by: TakeOver): Promise<boolean>
  /** Changes how a shopper waits; the place stays. False if the conversation does not wait. */
  setWaiting(id: ConversationId, how: Waiting): Promise<boolean>
  /** Seconds from claim to end of the newest hundred; undefined with fewer than five. */
  recentServiceTimes(): Promise<ServiceTimes | undefined>
  /** Every handoff of a customer's conversations, newest first. */
  listHandoffs(
    customerId: CustomerId,
  ): Promise<readonly { conversationId: ConversationId; reason: HandoffReason; enqueuedAt: number }[]>
}

export interface Standing {
  readonly conversationId: ConversationId
  readonly agentId: AgentId
}

/** Offers to agents, and transfers between them: both wait for a yes. */
export interface RoutingStore {
  /** Offers a waiting conversation; false if it waits no more or is offered already. */
  offer(id: ConversationId, agentId: AgentId, until: number): Promise<boolean>
  /** Ends an offer that this agent has not taken; false if there is none. */
  endOffer(id: ConversationId, agentId: AgentId): Promise<boolean>
  /** The agent has let it pass: somebody else is asked first. */
  notePass(id: ConversationId, agentId: AgentId, at: number): Promise<void>
  /** Who has let which of these pass since then. */
  listPasses(ids: readonly ConversationId[], since: number): Promise<readonly Standing[]>
  /** Forgets who has let one pass before then. */
  forgetPasses(before: number): Promise<void>
  /** Offers that stand. */
  listOffers(): Promise<readonly (Standing & { readonly until: number })[]>
  /** Who served the customers of these conversations last. */
  listLastAgents(ids: readonly ConversationId[]): Promise<ReadonlyMap<ConversationId, AgentId>>
  /** When each agent was last given a conversation. */
  listLastAssigned(): Promise<ReadonlyMap<AgentId, number>>
  /** Counts an offer that ran out; returns how many in a row that makes. */
  countMiss(agentId: AgentId): Promise<number>
  /** The agent is there again. */
  forgiveMisses(agentId: AgentId): Promise<void>

  /** Proposes a transfer; false if `from` does not hold it, or one is proposed already. */
  proposeTransfer(id: ConversationId, from: AgentId, to: AgentId, until: number): Promise<boolean>
  /** The one who was asked takes it, if they hold fewer than `limit`. */
  acceptTransfer(id: ConversationId, to: AgentId, at: number, limit: number): Promise<ClaimResult>
  /** Ends a proposed transfer to this agent; false if there is none. */
  endTransfer(id: ConversationId, to: AgentId): Promise<boolean>
  /** Transfers that nobody has answered in time. */
  listLateTransfers(now: number): Promise<readonly Standing[]>
}
