import type { Namespace } from 'socket.io'
import { findOf } from '../actions/todos/read-todos.ts'
import type { DomainEvent } from '../domain/events.ts'
import { mayTouch } from '../domain/todo.ts'
import { toTodoView } from '../protocol/follow-ups.ts'
import type { RealtimeWorld } from './world.ts'

/** Tells those whose work it is, or was a moment ago: a bad rating is nothing for the whole desk. */
export async function relayTodo(
  { todo, due, was }: DomainEvent & { type: 'todo.changed' },
  console: Namespace,
  { deps }: RealtimeWorld,
): Promise<void> {
  if (console.sockets.size === 0) return

  const found = await findOf(deps, todo)
  if (!found) return
  const payload = { todo: toTodoView(found, deps.roster.find), due: due === true }
  for (const socket of console.sockets.values()) {
    const agent = deps.roster.find((socket.data as { agentId?: string }).agentId ?? '')
    if (agent && [todo, was ?? todo].some((one) => mayTouch(one, agent))) socket.emit('todo:changed', payload)
  }
}
