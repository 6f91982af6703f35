import type { Agent } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import { momentOf, type When } from '../../domain/follow-up-times.ts'
import type { AgentId, TodoId } from '../../domain/ids.ts'
import { mayTouch, type Todo, type TodoStatus } from '../../domain/todo.ts'
import type { TodoPatch } from '../../ports/follow-ups.ts'
import type { Deps } from '../deps.ts'
import { toDueJob } from './todo-due.ts'

export interface TodoWork {
  readonly id: TodoId
  /** `open` takes back what was done. */
  readonly status?: TodoStatus
  /** What came of it. */
  readonly note?: string
  /** `null`: whoever is on duty. */
  readonly agentId?: AgentId | null
  readonly when?: When
}

/** Works on a to-do. Of two who finish it at once one does; the other is told (`todo_settled`). */
export async function changeTodo(deps: Deps, agent: Agent, work: TodoWork): Promise<Todo> {
  const was = await deps.storage.todos.find(work.id)
  if (!was || !mayTouch(was, agent)) throw new AppError('todo_not_found')
  if (typeof work.agentId === 'string' && !deps.roster.find(work.agentId)?.active) throw new AppError('agent_not_found')

  const at = deps.clock.now()
  const patch = toPatch(deps, agent, work, was)
  const todo = await deps.storage.transaction(async (stores) => {
    const changed = await stores.todos.change(work.id, expected(work, was), patch)
    if (changed && patch.dueAt !== undefined) await stores.jobs.schedule(toDueJob(changed))
    return changed
  })
  if (!todo) throw new AppError('todo_settled')

  await deps.storage.audit.add({
    at,
    actor: agent.id,
    action: 'todo.changed',
    target: todo.id,
    detail: { from: was.status, to: todo.status, agent: todo.agentId ?? '' },
  })
  deps.publisher.publish({ type: 'todo.changed', todo, was })
  return todo
}

/** Only what is open is finished or handed on, and only what is finished is opened again. */
function expected(work: TodoWork, was: Todo): TodoStatus {
  if (work.status !== 'open') return 'open'
  return was.status === 'open' ? 'done' : was.status
}

function toPatch(deps: Deps, agent: Agent, work: TodoWork, was: Todo): TodoPatch {
  const { status, note, agentId, when } = work
  const now = deps.clock.now()
  const dueAt = when && momentOf(deps.live.current().knowledge.calendar, now, when)
  if (when && dueAt === undefined) throw new AppError('invalid_input', { message: 'when: this time is over' })

  const ended = status === 'done' || status === 'dismissed'
  return {
    ...(status && { status }),
    ...(note !== undefined && { note }),
    ...(agentId !== undefined && { agentId }),
    ...(dueAt !== undefined && { dueAt }),
    ...(ended && { doneBy: agent.id, doneAt: now, ...(was.agentId === undefined && { agentId: agent.id }) }),
    ...(status === 'open' && { doneBy: null, doneAt: null }),
  }
}
