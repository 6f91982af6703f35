import type { Conversation } from '../domain/conversation.ts'
import type { QueueEntry } from '../domain/handoff.ts'
import type { AgentId, ConversationId, CustomerId, TodoId } from '../domain/ids.ts'
import type { Rating, RatingDraft } from '../domain/rating.ts'
import type { Todo, TodoDetail, TodoDraft, TodoStatus } from '../domain/todo.ts'
import type { ConversationDraft } from './storage.ts'

/**
 * `refused`: there is nothing of the kind to be rated, or it is too early. `same`: this very rating was there. `settled`: another
 * one was, and it may not be changed any more.
 */
export type RatingOutcome = 'stored' | 'corrected' | 'same' | 'settled' | 'refused'

export interface RatingStore {
  /**
   * One per conversation and target; until `correctMilliseconds` after the first it may be replaced. A person is rated once the
   * conversation is resolved, and then 小二 is asked about if it had answered there; 小二 is rated where it answered and no person has it.
   */
  submit(draft: RatingDraft, correctMilliseconds: number): Promise<RatingOutcome>
  /** Of one conversation: the person's first. */
  listOf(id: ConversationId): Promise<readonly Rating[]>
  /**
   * Asks about 小二 in conversations that it alone serves, in which it has answered and nobody wrote since `until`, but somebody
   * did after `since`. Each is asked about once per silence, and never again once it is rated.
   */
  askAboutBot(silence: { since: number; until: number; at: number }, limit: number): Promise<readonly ConversationId[]>
}

export interface TodoFilter {
  /** Whose work; left out: everybody's. */
  readonly worker?: { readonly agentId: AgentId; readonly supervises: boolean }
  /** `due`: open, and the time has come; `later`: open, and it has not; `open`: either; `ended`: done or dismissed. */
  readonly view: 'due' | 'later' | 'open' | 'ended'
  readonly now: number
  readonly kind?: Todo['kind']
  readonly customerId?: CustomerId
  /** For the next page: the place of the last one. */
  readonly after?: { readonly at: number; readonly id: TodoId }
  readonly limit: number
}

export interface TodoPatch {
  readonly status?: TodoStatus
  readonly title?: string
  readonly detail?: TodoDetail
  /** `null`: nobody's. */
  readonly agentId?: AgentId | null
  readonly dueAt?: number
  readonly note?: string
  readonly doneBy?: string | null
  readonly doneAt?: number | null
}

export interface TodoStore {
  /** Makes it once; undefined if the id was there. */
  add(draft: TodoDraft): Promise<Todo | undefined>
  find(id: TodoId): Promise<Todo | undefined>
  /** Open ones by when they are due, the earliest first; ended ones by when, the newest first. */
  list(filter: TodoFilter): Promise<readonly Todo[]>
  /** How many a filter finds, its limit and page left out of account. */
  count(filter: Omit<TodoFilter, 'limit' | 'after'>): Promise<number>
  /** Changes it while it has this status; undefined if it has another or is not there. */
  change(id: TodoId, from: TodoStatus, patch: TodoPatch): Promise<Todo | undefined>
  /** An open one whose time has come, for one caller only; a new time makes it come again. */
  claimDue(id: TodoId, now: number): Promise<Todo | undefined>
  /** Places in the queue of messages that were left and have no to-do yet. */
  listLeftMessages(limit: number): Promise<readonly QueueEntry[]>
  /**
   * Open to-dos of messages that do not wait any more, each with who has the conversation; ended where nobody has: it was resolved,
   * or went back to the bot.
   */
  listAnsweredMessages(limit: number): Promise<readonly { todo: Todo; agentId?: AgentId; ended: boolean }[]>
}

/** A conversation that an agent begins. */
export interface FollowerDraft extends ConversationDraft {
  readonly previousId: ConversationId
  readonly agentId: AgentId
  readonly card: QueueEntry['card']
}

export interface FollowerStore {
  /** Opens the conversation that follows, held by the agent from the first moment; undefined if another follows already. */
  open(draft: FollowerDraft): Promise<Conversation | undefined>
  /** Takes a conversation from the bot for the agent; false if the bot does not have it. */
  takeFromBot(take: { id: ConversationId; agentId: AgentId; card: QueueEntry['card']; at: number }): Promise<boolean>
}

export interface SnoozeStore {
  /** Lays a conversation aside until then, or takes it up (`undefined`); false if this agent does not hold it. */
  set(id: ConversationId, agentId: AgentId, until: number | undefined): Promise<boolean>
  /** Takes up one whose time has come; false if there is nothing to take up. */
  wake(id: ConversationId, now: number): Promise<boolean>
}
