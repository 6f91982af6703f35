import type { FigureDefinitions } from '../../src/protocol/reports.ts'
import { type UseLoaded, useLoaded } from '../net/use-loaded.ts'

/** What each figure means; the same words as in docs/metrics.md. */
export function useDefinitions(): UseLoaded<FigureDefinitions> {
  return useLoaded<FigureDefinitions>('/api/v1/reports/definitions')
}
