import type { Agent, Invite, Presence, Role } from '../domain/agent.ts'
import type { AuditEntry } from '../domain/audit.ts'
import type { Conversation, ConversationStatus } from '../domain/conversation.ts'
import type { Customer, Identity, Tier } from '../domain/customer.ts'
import type { GroupId } from '../domain/desk-policy.ts'
import type { DialogueContext } from '../domain/dialogue/context.ts'
import type { AgentId, ConversationId, CustomerId, SuggestionId } from '../domain/ids.ts'
import type { Locale } from '../domain/localized-text.ts'
import type { Message, Quote } from '../domain/message.ts'
import type { ReceptionSwitch } from '../domain/reception.ts'
import type { Suggestion, SuggestionDraft, SuggestionOutcome } from '../domain/suggestion.ts'
import type { AssistStore } from './assist.ts'
import type { CaseStore, CouponStore, MissingFactStore, OrderStore, ProductStore, ProofStore } from './commerce.ts'
import type { CannedReplyStore, DraftStore } from './composing.ts'
import type { BlockStore, CustomerNoteStore } from './customers.ts'
import type { FactStore, FigureStore } from './figures.ts'
import type { FollowerStore, RatingStore, SnoozeStore, TodoStore } from './follow-ups.ts'
import type { LabelStore, SearchStore } from './history.ts'
import type { DraftCheckStore, KnowledgeDraftStore, PublicationStore } from './knowledge-editing.ts'
import type { AppendResult, MessageDraft } from './message-log.ts'
import type { KnowledgeStore, NodeStore } from './nodes.ts'
import type { PackStore } from './packs.ts'
import type { PromiseStore } from './promises.ts'
import type { QuestionStore } from './questions.ts'
import type { QueueStore, RoutingStore } from './queue.ts'
import type { AttemptStore, SecondFactorStore } from './sign-in.ts'
import type { ApiKeyStore, AuditFilter, AuditRecord, DeliveryStore, WebhookStore } from './webhooks.ts'
import type { WelcomeStore } from './welcome.ts'

/** An empty name, phone or e-mail address forgets it. */
export interface CustomerPatch {
  readonly name?: string
  readonly phone?: string
  readonly email?: string
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
  /** What `find` says of each of many, in few questions; nothing under an id that finds nobody. */
  findAll(ids: readonly CustomerId[]): Promise<ReadonlyMap<CustomerId, Customer>>
  findByIdentity(identity: Identity): Promise<Customer | undefined>
  /** Customers with these words in their name or phone number, in whatever case, last seen first. Looks at everybody: not for a message's path. */
  searchNamed(words: string, limit: number): Promise<readonly Customer[]>
  /** Ties an identity to a customer; one that is tied already stays where it is. */
  addIdentity(id: CustomerId, identity: Identity): Promise<void>
  /** All that are tied to this record; none once it was merged away, for they went along. */
  listIdentities(id: CustomerId): Promise<readonly Identity[]>
  update(id: CustomerId, patch: CustomerPatch): Promise<Customer>
  /** Moves everything of `from` to `into`, a block too. Afterwards `from` leads to `into`. */
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

/** Up to which message something is true of a conversation. */
export type Mark = 'customerDeliveredSeq' | 'customerReadSeq' | 'agentReadSeq' | 'handledSeq'

export interface ConversationStore {
  /** Creates it; if the one it follows already has a follower, returns that one. */
  open(draft: ConversationDraft): Promise<Conversation>
  find(id: ConversationId): Promise<Conversation | undefined>
  /** What `find` says of each of many, in few questions; nothing under an id that finds nothing. */
  findAll(ids: readonly ConversationId[]): Promise<ReadonlyMap<ConversationId, Conversation>>
  /** The customer's last touched conversation that goes on; else the last touched one that has ended. */
  findCurrent(customerId: CustomerId): Promise<Conversation | undefined>
  /** Last touched first; conversations without a message are left out unless a customer is named. */
  list(filter: ConversationFilter): Promise<readonly Conversation[]>
  /** Conversations with a customer message that nobody has dealt with, oldest first. */
  listUnhandled(before: number, limit: number): Promise<readonly Conversation[]>
  setContext(id: ConversationId, context: DialogueContext): Promise<void>
  setLocale(id: ConversationId, locale: Locale): Promise<void>
  /** Raises a mark to `seq`; a lower one changes nothing. */
  raise(id: ConversationId, mark: Mark, seq: number): Promise<void>
  /** The newest words, where they are not those of the newest message any more. */
  setPreview(id: ConversationId, preview: string): Promise<void>
  /** Held conversations whose shopper has waited for a reply since before this moment, and whom nobody has taken since; longest first. */
  listIdle(before: number, limit: number): Promise<readonly Conversation[]>
  countAssigned(): Promise<ReadonlyMap<AgentId, number>>
}

/** Who may take a message back: only who said it. A conversation has one customer, whatever record they were in by then. */
export type Recaller = { readonly kind: 'customer' } | { readonly kind: 'agent'; readonly id: AgentId }

export interface MessageStore {
  /** Stores one as `MessageLog.append` does, all or nothing with the transaction that it is part of; rejects where the log would tell an error. */
  append(draft: MessageDraft): Promise<AppendResult>
  /** Oldest first, at most `limit`. */
  listAfter(id: ConversationId, seq: number, limit: number): Promise<readonly Message[]>
  /** The newest `limit` before `seq`, oldest first. */
  listBefore(id: ConversationId, seq: number, limit: number): Promise<readonly Message[]>
  /** Messages whose words hold `words`, as they stand: no character means any other. Newest first, at most `limit`. */
  search(id: ConversationId, words: string, limit: number): Promise<readonly Message[]>
  find(id: ConversationId, seq: number): Promise<Message | undefined>
  findByKey(id: ConversationId, key: string): Promise<Message | undefined>
  /** Takes back what this author said at or after `since`; undefined where there is no such message, or it was taken back before. */
  recall(id: ConversationId, seq: number, by: Recaller, since: number): Promise<Message | undefined>
  /** Puts this in the place of every quote of the same message; returns the messages that quote it. */
  requote(id: ConversationId, quote: Quote): Promise<readonly Message[]>
  /** The shopper's verdict on a bot message; false if there is no such bot message. */
  rate(id: ConversationId, seq: number, helpful: boolean): Promise<boolean>
}

export interface SuggestionStore {
  /** Stores them once per (conversation, message, rank) and returns what is stored. */
  offer(drafts: readonly SuggestionDraft[], at: number): Promise<readonly Suggestion[]>
  find(id: SuggestionId): Promise<Suggestion | undefined>
  listOffered(id: ConversationId): Promise<readonly Suggestion[]>
  /** Settles one that is still offered; false if it was settled before. Whoever adopts, edits or ignores it counts as having seen it. */
  decide(id: SuggestionId, outcome: SuggestionOutcome): Promise<boolean>
  /** Expires what is still offered in a conversation, except for one message's; returns what it expired. */
  expire(id: ConversationId, exceptHeardSeq: number | undefined, at: number): Promise<readonly Suggestion[]>
  /** Stops the countdown of what is still offered; returns what it changed. */
  hold(id: ConversationId): Promise<readonly Suggestion[]>
}

export interface AgentPatch {
  readonly role?: Role
  readonly active?: boolean
  readonly presence?: Presence
  readonly groups?: readonly GroupId[]
  /** `null` gives the agent the shop's usual limit. */
  readonly limit?: number | null
}

export interface AgentStore {
  /** Throws `login_taken`. */
  create(agent: Agent, passwordHash: string): Promise<void>
  find(id: AgentId): Promise<Agent | undefined>
  findCredentials(login: string): Promise<{ agent: Agent; passwordHash: string } | undefined>
  list(): Promise<readonly Agent[]>
  /** Throws `last_owner` if it would leave no active owner. */
  update(id: AgentId, patch: AgentPatch): Promise<Agent>
  setPassword(id: AgentId, passwordHash: string): Promise<void>
}

/** Sign-in sessions and invites. Only hashes of their secrets are stored. */
export interface AccessStore {
  createSession(hash: string, agentId: AgentId, time: { at: number; expiresAt: number }): Promise<void>
  /** The session's active agent and when it was last used, while it has neither expired nor lain unused since then. */
  findSession(hash: string, now: number, usedSince: number): Promise<{ agent: Agent; usedAt: number } | undefined>
  /** Everybody's that have neither expired nor lain unused since then, last used first; their hashes are nobody's business. */
  listSessions(
    now: number,
    usedSince: number,
  ): Promise<readonly { agentId: AgentId; usedAt: number; expiresAt: number }[]>
  /** It is being used at this moment. */
  touchSession(hash: string, at: number): Promise<void>
  endSession(hash: string): Promise<void>
  endSessionsOf(agentId: AgentId): Promise<void>
  /** Removes those that have expired or lain unused, and says whose they were. */
  endStale(now: number, usedSince: number): Promise<readonly { hash: string; agentId: AgentId }[]>
  createInvite(hash: string, invite: Invite): Promise<void>
  findInvite(hash: string, now: number): Promise<Invite | undefined>
  /** True for one caller only. */
  useInvite(hash: string, now: number): Promise<boolean>
}

export interface AuditStore {
  add(entry: AuditEntry): Promise<void>
  /** Newest first. */
  list(limit: number): Promise<readonly AuditEntry[]>
  /** The newest first of those that fit. */
  find(filter: AuditFilter): Promise<readonly AuditRecord[]>
  /** Everybody who has done anything, by their ids. */
  listActors(): Promise<readonly string[]>
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
  readonly blocks: BlockStore
  readonly customerNotes: CustomerNoteStore
  readonly conversations: ConversationStore
  readonly queue: QueueStore
  readonly routing: RoutingStore
  readonly promises: PromiseStore
  readonly messages: MessageStore
  readonly suggestions: SuggestionStore
  readonly assist: AssistStore
  readonly agents: AgentStore
  readonly access: AccessStore
  readonly secondFactors: SecondFactorStore
  readonly attempts: AttemptStore
  readonly orders: OrderStore
  readonly products: ProductStore
  readonly coupons: CouponStore
  readonly cases: CaseStore
  readonly proofs: ProofStore
  readonly missingFacts: MissingFactStore
  readonly ratings: RatingStore
  readonly todos: TodoStore
  readonly followers: FollowerStore
  readonly snoozes: SnoozeStore
  readonly cannedReplies: CannedReplyStore
  readonly drafts: DraftStore
  readonly audit: AuditStore
  readonly jobs: JobStore
  readonly settings: SettingStore
  readonly nodes: NodeStore
  readonly knowledge: KnowledgeStore
  readonly knowledgeDraft: KnowledgeDraftStore
  readonly draftChecks: DraftCheckStore
  readonly publications: PublicationStore
  readonly packs: PackStore
  readonly labels: LabelStore
  readonly search: SearchStore
  readonly facts: FactStore
  readonly figures: FigureStore
  readonly questions: QuestionStore
  readonly webhooks: WebhookStore
  readonly deliveries: DeliveryStore
  readonly apiKeys: ApiKeyStore
  readonly welcome: WelcomeStore
}

export interface Storage extends Stores {
  /** All of `work` or nothing. Inside, only the stores handed in may be used. */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>
  /** Rejects when the database does not answer. */
  ping(): Promise<void>
  /** Writes something durably; rejects when the database does not take it. */
  proveWritable(at: number): Promise<void>
  /** The migrations of this version that the database has not had. */
  listPendingMigrations(): Promise<readonly string[]>
  close(): Promise<void>
}
