import type { TodoId } from '../../domain/ids.ts'
import type { Todo, TodoDraft } from '../../domain/todo.ts'
import type { Job, Stores } from '../../ports/storage.ts'
import type { Deps } from '../deps.ts'

/** The kind of job that tells that the time of a to-do has come. */
export const TODO_DUE = 'todo-due'

/** The duty to tell; the same to-do with another time replaces it. */
export function toDueJob({ id, dueAt }: Pick<Todo, 'id' | 'dueAt'>): Omit<Job, 'attempts'> {
  return { key: `${TODO_DUE}:${id}`, kind: TODO_DUE, payload: { id }, dueAt }
}

/** Stores a to-do with the duty to tell when its time comes, and tells everyone whose work it is. */
export async function addTodo(deps: Deps, draft: TodoDraft): Promise<Todo | undefined> {
  const made = await deps.storage.transaction(async (stores: Stores) => {
    const todo = await stores.todos.add(draft)
    if (todo) await stores.jobs.schedule(toDueJob(todo))
    return todo
  })
  if (made) deps.publisher.publish({ type: 'todo.changed', todo: made })
  return made
}

/** The time of a to-do has come. If its agent is not on duty it is open to all of the shift. Happens once per time. */
export async function todoDue(deps: Deps, id: TodoId): Promise<void> {
  const due = await deps.storage.todos.claimDue(id, deps.clock.now())
  if (!due) return

  const { agentId, detail } = due
  const away = agentId !== undefined && !deps.roster.onDuty().includes(agentId)
  const released = away
    ? await deps.storage.todos.change(id, 'open', { agentId: null, detail: { ...detail, from: agentId } })
    : due
  if (released) deps.publisher.publish({ type: 'todo.changed', todo: released, due: true, was: due })
}
