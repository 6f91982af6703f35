import type { TaskView } from '../../../src/protocol/tasks.ts'

/** By the order's status, what is asked for most; the others follow in the owner's order. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
  unpaid: ['address_change', 'cancel'],
  paid: ['urge', 'address_change', 'cancel'],
  shipped: ['logistics', 'refund', 'address_change'],
  delivered: ['return', 'exchange', 'refund'],
  completed: ['return', 'repair', 'invoice'],
  closed: ['refund', 'other'],
}

/** The tasks for an order, likeliest first: of several that open the same type of case, the first one of the owner's. */
export function tasksFor(tasks: readonly TaskView[], status: string): readonly TaskView[] {
  const wanted = FIRST[status] ?? []
  const first = wanted.flatMap((type) => tasks.find((task) => task.type === type) ?? [])
  return [...first, ...tasks.filter((task) => !first.includes(task))]
}
