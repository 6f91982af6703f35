import { type Agent, hasRole, requireRole } from '../../domain/agent.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { Customer } from '../../domain/customer.ts'
import { AppError } from '../../domain/errors.ts'
import type { TodoId } from '../../domain/ids.ts'
import { mayTouch, type Todo } from '../../domain/todo.ts'
import type { TodoFilter } from '../../ports/follow-ups.ts'
import type { Deps } from '../deps.ts'

/** A to-do with whom it is about. */
export interface TodoOfCustomer {
  readonly todo: Todo
  readonly customer: Customer
  readonly conversation: Conversation
}

export interface TodoQuery extends Pick<TodoFilter, 'view' | 'kind' | 'customerId' | 'after' | 'limit'> {
  /** Everybody's; for supervisors. */
  readonly all: boolean
}

/** One's own work and what is open to the shift; supervisors may read everybody's. */
export async function listTodos(deps: Deps, agent: Agent, { all, ...query }: TodoQuery) {
  if (all) requireRole(agent, 'supervisor')
  const now = deps.clock.now()
  const todos = await deps.storage.todos.list({ ...query, now, ...(!all && { worker: workerOf(agent) }) })
  const found = await Promise.all(todos.map((todo) => findOf(deps, todo)))
  return found.flatMap((one) => one ?? [])
}

/** How much is due for this agent now, and how much is to come. */
export async function countTodos(deps: Deps, agent: Agent): Promise<{ due: number; later: number }> {
  const now = deps.clock.now()
  const worker = workerOf(agent)
  const [due, later] = await Promise.all([
    deps.storage.todos.count({ worker, view: 'due', now }),
    deps.storage.todos.count({ worker, view: 'later', now }),
  ])
  return { due, later }
}

/** One to-do, for whom it concerns; throws `todo_not_found`. */
export async function readTodo(deps: Deps, agent: Agent, id: TodoId): Promise<TodoOfCustomer> {
  const todo = await deps.storage.todos.find(id)
  const found = todo && mayTouch(todo, agent) ? await findOf(deps, todo) : undefined
  if (!found) throw new AppError('todo_not_found')
  return found
}

export async function findOf(deps: Deps, todo: Todo): Promise<TodoOfCustomer | undefined> {
  const conversation = await deps.storage.conversations.find(todo.conversationId)
  const customer = conversation && (await deps.storage.customers.find(conversation.customerId))
  return conversation && customer && { todo, conversation, customer }
}

function workerOf(agent: Agent) {
  return { agentId: agent.id, supervises: hasRole(agent, 'supervisor') }
}
