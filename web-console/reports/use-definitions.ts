import type { FigureDefinition } from '../../src/protocol/reports.ts'
import { type UseLoaded, useLoaded } from '../net/use-loaded.ts'

export interface Definitions {
  readonly figures: readonly FigureDefinition[]
  /** What all money is counted in. */
  readonly currency: string
}

/** What each figure means; the same words as in docs/metrics.md. */
export function useDefinitions(): UseLoaded<Definitions> {
  return useLoaded<Definitions>('/api/v1/reports/definitions')
}
