import type { TaskView } from '../../../src/protocol/tasks.ts'
import { useLoaded } from '../../net/use-loaded.ts'

/** What may be asked for of an order; empty until it is known. */
export function useTasks(): readonly TaskView[] {
  const { loaded } = useLoaded<{ tasks: TaskView[] }>('/api/v1/tasks')
  return loaded.kind === 'ready' ? loaded.value.tasks : NONE
}

const NONE: readonly TaskView[] = []
