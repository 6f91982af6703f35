import { useCallback } from 'react'
import type { AreaReport, ReportDimension } from '../../src/protocol/reports.ts'
import { useTexts } from '../texts/use-texts.ts'

/** The name of a row in the reader's language, where the console knows better than the server. */
export function useRowLabel(
  by: ReportDimension,
  short = false,
): (row: Pick<AreaReport['rows'][number], 'key' | 'label'>) => string {
  const texts = useTexts()
  return useCallback(
    ({ key, label }) => {
      const { figures } = texts
      // The axis of a chart has no room for the year.
      if (by === 'day' && short) return key.slice(5)
      if (by === 'hour') return figures.hour(Number(key))
      if (by === 'weekday') return figures.weekdays[Number(key)] ?? label
      if (by === 'tier') return (texts.tier as Record<string, string>)[key] ?? label
      if (by === 'channel') return figures.channels[key] ?? label
      return label || figures.nothing[by] || figures.none
    },
    [by, short, texts],
  )
}
