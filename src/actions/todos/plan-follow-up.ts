import type { Agent } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import { momentOf, type When } from '../../domain/follow-up-times.ts'
import type { AgentId, ConversationId } from '../../domain/ids.ts'
import type { FollowUpWay, Todo } from '../../domain/todo.ts'
import { getThread } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'
import { addTodo } from './todo-due.ts'

export interface FollowUp {
  readonly conversationId: ConversationId
  readonly when: When
  readonly note: string
  readonly way: FollowUpWay
  readonly phone?: string
  /** Whose work it becomes; `null`: whoever is on duty then. Left out: one's own. */
  readonly agentId?: AgentId | null
}

/** Plans to write to a customer again, or to call: a to-do at a moment at which people are there. */
export async function planFollowUp(deps: Deps, agent: Agent, input: FollowUp): Promise<Todo> {
  const { customer } = await getThread(deps, input.conversationId)
  const at = deps.clock.now()
  const dueAt = momentOf(deps.live.current().knowledge.calendar, at, input.when)
  if (dueAt === undefined) throw new AppError('invalid_input', { message: 'when: this time is over' })
  const assignee = input.agentId === undefined ? agent.id : (input.agentId ?? undefined)
  if (assignee !== undefined && !deps.roster.find(assignee)?.active) throw new AppError('agent_not_found')

  const phone = input.way === 'call' ? (input.phone ?? customer.phone) : undefined
  const todo = await addTodo(deps, {
    id: deps.ids.next(),
    kind: 'follow_up',
    title: input.note,
    detail: { way: input.way, ...(phone !== undefined && { phone }) },
    conversationId: input.conversationId,
    customerId: customer.id,
    ...(assignee !== undefined && { agentId: assignee }),
    dueAt,
    createdBy: agent.id,
    at,
  })
  if (!todo) throw new Error('a new id was there already')
  return todo
}
