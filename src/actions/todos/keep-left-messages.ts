import { isOpen } from '../../domain/calendar.ts'
import { openingAfter } from '../../domain/follow-up-times.ts'
import type { Todo } from '../../domain/todo.ts'
import type { TodoPatch } from '../../ports/follow-ups.ts'
import { getThread } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'
import { SYSTEM, toLeftMessage } from './make-todos.ts'
import { addTodo } from './todo-due.ts'

const AT_ONCE = 50

/**
 * Messages that were left while nobody was on duty are work of the next shift: each gets a to-do, which goes to whoever takes the
 * conversation and is done when that ends. Read from the queue itself, so that a crash forgets none. Safe to run at any time.
 */
export async function keepLeftMessages(deps: Deps): Promise<void> {
  const at = deps.clock.now()
  const { calendar } = deps.live.current().knowledge
  for (const entry of await deps.storage.todos.listLeftMessages(AT_ONCE)) {
    const { customer } = await getThread(deps, entry.conversationId)
    const dueAt = isOpen(calendar, at) ? at : (openingAfter(calendar, at) ?? at)
    const { id: customerId, phone } = customer
    await addTodo(deps, toLeftMessage(entry, { customerId, ...(phone !== undefined && { phone }) }, { dueAt, at }))
  }
  for (const { todo, agentId, ended } of await deps.storage.todos.listAnsweredMessages(AT_ONCE)) {
    const patch: TodoPatch = ended
      ? { status: todo.agentId === undefined ? 'dismissed' : 'done', doneBy: todo.agentId ?? SYSTEM, doneAt: at }
      : { agentId: agentId ?? null }
    tell(deps, todo, await deps.storage.todos.change(todo.id, 'open', patch))
  }
}

function tell({ publisher }: Deps, was: Todo, todo: Todo | undefined): void {
  if (todo) publisher.publish({ type: 'todo.changed', todo, was })
}
