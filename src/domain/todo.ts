import { type Agent, hasRole } from './agent.ts'
import type { AgentId, ConversationId, CustomerId, TodoId } from './ids.ts'
import type { RatingReason, RatingTarget } from './rating.ts'

export const TODO_KINDS = ['bad_rating', 'follow_up', 'left_message'] as const
export type TodoKind = (typeof TODO_KINDS)[number]

/** `dismissed`: nothing was left to do. */
export const TODO_STATUSES = ['open', 'done', 'dismissed'] as const
export type TodoStatus = (typeof TODO_STATUSES)[number]

/** How a customer is written to again. */
export const FOLLOW_UP_WAYS = ['message', 'call'] as const
export type FollowUpWay = (typeof FOLLOW_UP_WAYS)[number]

/** Work of the supervisors alone. Without a group, what nobody has is open to everyone on duty. */
export const SUPERVISORS = 'supervisors'

/** What a to-do is about, besides its words. */
export interface TodoDetail {
  readonly target?: RatingTarget
  readonly score?: number
  readonly reasons?: readonly RatingReason[]
  readonly way?: FollowUpWay
  readonly phone?: string
  /** Whose it was when it came due while they were away. */
  readonly from?: AgentId
}

export interface TodoDraft {
  /** The same id makes one to-do, however often. */
  readonly id: TodoId
  readonly kind: TodoKind
  /** The words of whoever made it: a shopper's comment or wish, an agent's note. */
  readonly title: string
  readonly detail: TodoDetail
  readonly conversationId: ConversationId
  readonly customerId: CustomerId
  readonly agentId?: AgentId
  readonly group?: string
  readonly dueAt: number
  /** An agent's id, or `system`. */
  readonly createdBy: string
  readonly at: number
}

/** Something that somebody of the shop still has to do. */
export interface Todo extends Omit<TodoDraft, 'at'> {
  readonly status: TodoStatus
  readonly createdAt: number
  readonly doneBy?: string
  readonly doneAt?: number
  /** What came of it. */
  readonly note: string
}

/** Whether it is this agent's work: their own, or what nobody has and their role may do. */
export function isWorkOf({ agentId, group }: Pick<Todo, 'agentId' | 'group'>, agent: Agent): boolean {
  if (agentId !== undefined) return agentId === agent.id
  return group !== SUPERVISORS || hasRole(agent, 'supervisor')
}

/** Whether this agent may see and change it. */
export function mayTouch(todo: Todo, agent: Agent): boolean {
  return hasRole(agent, 'supervisor') || todo.createdBy === agent.id || isWorkOf(todo, agent)
}
