import { useMemo } from 'react'
import type { IntentRows } from '../../../src/protocol/editing.ts'
import type { IntentSummary } from '../../../src/protocol/knowledge.ts'
import type { IntentHeat } from '../../../src/protocol/reports.ts'
import { type UseLoaded, useLoaded } from '../../net/use-loaded.ts'
import type { Heat } from './intent-filters.ts'

export interface UseIntents extends UseLoaded<IntentRows> {
  /** Absent where nobody counts. */
  readonly heat: ReadonlyMap<string, Heat> | undefined
  readonly examplesOf: (id: string) => readonly string[]
}

/** The intents of the draft, with what the figures and the knowledge that serves add to them. */
export function useIntents(): UseIntents {
  const rows = useLoaded<IntentRows>('/api/v1/knowledge/draft/intents')
  const counted = useLoaded<IntentHeat>('/api/v1/knowledge/heat').loaded
  const serving = useLoaded<{ intents: IntentSummary[] }>('/api/v1/knowledge/intents').loaded
  const heat = useMemo(
    () => (counted.kind === 'ready' ? new Map(counted.value.intents.map((one) => [one.intent, one])) : undefined),
    [counted],
  )
  const examplesOf = useMemo(() => {
    const known = new Map(
      serving.kind === 'ready' ? serving.value.intents.map(({ id, examples }) => [id, examples]) : [],
    )
    return (id: string) => known.get(id) ?? []
  }, [serving])
  return { ...rows, heat, examplesOf }
}
