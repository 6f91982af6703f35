import type { Agent, Invite, Presence, Role } from '../domain/agent.ts'
import type { Conversation, ConversationStatus } from '../domain/conversation.ts'
import type { Customer, Identity, Tier } from '../domain/customer.ts'
import type { DialogueContext } from '../domain/dialogue/context.ts'
import type { HandoffReason, QueueEntry } from '../domain/handoff.ts'
import type { AgentId, ConversationId, CustomerId, SuggestionId } from '../domain/ids.ts'
import type { Locale } from '../domain/localized-text.ts'
import type { Message } from '../domain/message.ts'
import type { ReceptionSwitch } from '../domain/reception.ts'
import type { Suggestion, SuggestionDraft, SuggestionOutcome } from '../domain/suggestion.ts'
import type { CaseStore, CouponStore, MissingFactStore, OrderStore, ProductStore, ProofStore } from './commerce.ts'
import type { CannedReplyStore, DraftStore } from './composing.ts'

export interface CustomerPatch {
  readonly name?: string
  readonly phone?: string
  readonly email?: string
  readonly note?: string
  readonly tags?: readonly string[]
  readonly tier?: Tier
  readonly verified?: boolean
  readonly locale?: Locale
}

/** A customer that another system has kept until now. */
export interface CustomerRecord {
  readonly customer: Customer
  readonly identities: readonly Identity[]
}

export interface CustomerStore {
  create(draft: { id: CustomerId; locale: Locale; at: number }): Promise<Customer>
  /** Writes new records as they are, with their identities; one that is tied already stays where it is. All or none. */
  addAll(records: readonly CustomerRecord[]): Promise<void>
  /** Follows merges: the id of a record that was merged away finds the record that took it in. */
  find(id: CustomerId): Promise<Customer | undefined>
  findByIdentity(identity: Identity): Promise<Customer | undefined>
  /** Ties an identity to a customer; one that is tied already stays where it is. */
  addIdentity(id: CustomerId, identity: Identity): Promise<void>
  /** All that are tied to this record; none once it was merged away, for they went along. */
  listIdentities(id: CustomerId): Promise<readonly Identity[]>
  update(id: CustomerId, patch: CustomerPatch): Promise<Customer>
  /** Moves everything of `from` to `into`. Afterwards `from` leads to `into`. */
  merge(from: CustomerId, into: CustomerId): Promise<void>
}

export interface ConversationDraft {
  readonly id: ConversationId
  readonly customerId: CustomerId
  readonly locale: Locale
  readonly at: number
  readonly previousId?: ConversationId
}

export interface ConversationFilter {
  readonly status?: ConversationStatus
  readonly customerId?: CustomerId
  readonly agentId?: AgentId
  /** Only rows touched before this moment. */
  readonly before?: number
  readonly limit: number
}

export interface ConversationStore {
  /** Creates it; if the one it follows already has a follower, returns that one. */
  open(draft: ConversationDraft): Promise<Conversation>
  find(id: ConversationId): Promise<Conversation | undefined>
  /** The customer's last touched conversation that goes on; else the last touched one that has ended. */
  findCurrent(customerId: CustomerId): Promise<Conversation | undefined>
  /** Last touched first; conversations without a message are left out unless a customer is named. */
  list(filter: ConversationFilter): Promise<readonly Conversation[]>
  /** Conversations with a customer message that nobody has dealt with, oldest first. */
  listUnhandled(before: number, limit: number): Promise<readonly Conversation[]>
  setContext(id: ConversationId, context: DialogueContext): Promise<void>
  setLocale(id: ConversationId, locale: Locale): Promise<void>
  /** Raises a mark to `seq`; a lower one changes nothing. */
  raise(id: ConversationId, mark: 'customerReadSeq' | 'agentReadSeq' | 'handledSeq', seq: number): Promise<void>
  /** Rates a resolved conversation; false if it is not resolved. */
  rate(id: ConversationId, rating: { score: number; comment: string; at: number }): Promise<boolean>
  countAssigned(): Promise<ReadonlyMap<AgentId, number>>
}

/** Every change of hands is one statement, so that of several callers one wins. */
export interface QueueStore {
  /** Waiting entries in the order in which they will be served. */
  list(limit: number): Promise<readonly QueueEntry[]>
  find(id: ConversationId): Promise<QueueEntry | undefined>
  /** 1 is next; undefined if it does not wait. */
  position(id: ConversationId): Promise<number | undefined>
  /** Takes a waiting conversation for the agent; false if it does not wait any more. */
  claim(id: ConversationId, agentId: AgentId, at: number): Promise<boolean>
  /** From the agent back to the old place in the queue; false if this agent does not hold it. */
  giveBack(id: ConversationId, agentId: AgentId, at: number): Promise<boolean>
  /** From agent to agent; false if `from` does not hold it. */
  transfer(id: ConversationId, from: AgentId, to: AgentId, at: number): Promise<boolean>
  /** From agent (or, without one, from the queue) back to the bot; false if it is not there. */
  returnToBot(id: ConversationId, agentId: AgentId | undefined, at: number): Promise<boolean>
  /** Ends a conversation that the agent holds; false if this agent does not hold it. */
  resolve(id: ConversationId, agentId: AgentId, at: number): Promise<boolean>
  /** Mean seconds from claim to end of the newest hundred; undefined before the first. */
  recentServiceSeconds(): Promise<number | undefined>
  /** Every handoff of a customer's conversations, newest first. */
  listHandoffs(
    customerId: CustomerId,
  ): Promise<readonly { conversationId: ConversationId; reason: HandoffReason; enqueuedAt: number }[]>
}

export interface MessageStore {
  /** Oldest first, at most `limit`. */
  listAfter(id: ConversationId, seq: number, limit: number): Promise<readonly Message[]>
  /** The newest `limit` before `seq`, oldest first. */
  listBefore(id: ConversationId, seq: number, limit: number): Promise<readonly Message[]>
  find(id: ConversationId, seq: number): Promise<Message | undefined>
  findByKey(id: ConversationId, key: string): Promise<Message | undefined>
  /** The shopper's verdict on a bot message; false if there is no such bot message. */
  rate(id: ConversationId, seq: number, helpful: boolean): Promise<boolean>
}

export interface SuggestionStore {
  /** Stores them once per (conversation, message, rank) and returns what is stored. */
  offer(drafts: readonly SuggestionDraft[], at: number): Promise<readonly Suggestion[]>
  find(id: SuggestionId): Promise<Suggestion | undefined>
  listOffered(id: ConversationId): Promise<readonly Suggestion[]>
  /** Settles one that is still offered; false if it was settled before. */
  decide(id: SuggestionId, outcome: SuggestionOutcome): Promise<boolean>
  /** Expires what is still offered in a conversation, except for one message's; returns what it expired. */
  expire(id: ConversationId, exceptHeardSeq: number | undefined, at: number): Promise<readonly Suggestion[]>
  /** Stops the countdown of what is still offered; returns what it changed. */
  hold(id: ConversationId): Promise<readonly Suggestion[]>
}

export interface AgentStore {
  /** Throws `login_taken`. */
  create(agent: Agent, passwordHash: string): Promise<void>
  find(id: AgentId): Promise<Agent | undefined>
  findCredentials(login: string): Promise<{ agent: Agent; passwordHash: string } | undefined>
  list(): Promise<readonly Agent[]>
  /** Throws `last_owner` if it would leave no active owner. */
  update(id: AgentId, patch: { role?: Role; active?: boolean; presence?: Presence }): Promise<Agent>
}

/** Sign-in sessions and invites. Only hashes of their secrets are stored. */
export interface AccessStore {
  createSession(hash: string, agentId: AgentId, expiresAt: number): Promise<void>
  /** The session's active agent, while it has not expired. */
  findSession(hash: string, now: number): Promise<Agent | undefined>
  endSession(hash: string): Promise<void>
  endSessionsOf(agentId: AgentId): Promise<void>
  createInvite(hash: string, invite: Invite): Promise<void>
  findInvite(hash: string, now: number): Promise<Invite | undefined>
  /** True for one caller only. */
  useInvite(hash: string, now: number): Promise<boolean>
}

export interface AuditEntry {
  readonly at: number
  readonly actor: string
  readonly action: string
  readonly target: string
  readonly detail: Readonly<Record<string, unknown>>
}

export interface AuditStore {
  add(entry: AuditEntry): Promise<void>
  /** Newest first. */
  list(limit: number): Promise<readonly AuditEntry[]>
}

export interface Job {
  readonly key: string
  readonly kind: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly dueAt: number
  readonly attempts: number
}

export interface JobStore {
  /** Once per key; a key that is there already gets the new time. */
  schedule(job: Omit<Job, 'attempts'>): Promise<void>
  cancel(key: string): Promise<void>
  /** Due jobs, each for one caller only until `lockedUntil`. */
  claimDue(now: number, lockedUntil: number, limit: number): Promise<readonly Job[]>
  /** Removes a finished job, unless it was scheduled anew meanwhile. */
  finish(job: Job): Promise<void>
}

export interface SettingStore {
  getReception(): Promise<ReceptionSwitch>
  setReception(value: ReceptionSwitch): Promise<void>
}

export interface Stores {
  readonly customers: CustomerStore
  readonly conversations: ConversationStore
  readonly queue: QueueStore
  readonly messages: MessageStore
  readonly suggestions: SuggestionStore
  readonly agents: AgentStore
  readonly access: AccessStore
  readonly orders: OrderStore
  readonly products: ProductStore
  readonly coupons: CouponStore
  readonly cases: CaseStore
  readonly proofs: ProofStore
  readonly missingFacts: MissingFactStore
  readonly cannedReplies: CannedReplyStore
  readonly drafts: DraftStore
  readonly audit: AuditStore
  readonly jobs: JobStore
  readonly settings: SettingStore
}

export interface Storage extends Stores {
  /** All of `work` or nothing. Inside, only the stores handed in may be used. */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>
  /** Rejects when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}
