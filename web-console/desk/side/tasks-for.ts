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

/** The tasks for an order, likeliest first: of several that open the same type of case, the one that is named after it, else the owner's first. */
export function tasksFor(tasks: readonly TaskView[], status: string): readonly TaskView[] {
  const wanted = FIRST[status] ?? []
  const first = wanted.flatMap((type) => {
    const opening = tasks.filter((task) => task.type === type)
    return opening.find(({ flow }) => flow === type) ?? opening[0] ?? []
  })
  return [...first, ...tasks.filter((task) => !first.includes(task))]
}
