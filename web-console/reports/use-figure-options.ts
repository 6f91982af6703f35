import { useMemo } from 'react'
import type { AreaReport, FigureDefinition } from '../../src/protocol/reports.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { areaQuery, type FigureFilter } from './figures-place.ts'
import { lastDays } from './last-days.ts'
import { useRowLabel } from './row-label.ts'

interface Option {
  readonly value: string
  readonly label: string
}

/** What each filter can be set to. */
export function useFigureOptions(area: FigureDefinition['area']): Readonly<Record<FigureFilter, readonly Option[]>> {
  const texts = useTexts()
  const locale = useLocale()
  const agents = useDeskState((state) => state.agents)
  const groups = useDeskState((state) => state.reception?.groups)
  const { loaded } = useLoaded<{ intents: readonly Option[] }>('/api/v1/history-choices')
  const channel = useChannels(area)
  const intent = loaded.kind === 'ready' ? loaded.value.intents : NONE
  return useMemo(
    () => ({
      agent: Object.values(agents).map(({ id, name }) => ({ value: id, label: name })),
      group: (groups ?? []).map(({ id, name }) => ({ value: id, label: name[locale] ?? id })),
      intent,
      channel,
      tier: Object.entries(texts.tier).map(([value, label]) => ({ value, label })),
    }),
    [agents, groups, intent, channel, texts, locale],
  )
}

const NONE: readonly Option[] = []

/** Those on which somebody has written of late. */
function useChannels(area: FigureDefinition['area']): readonly Option[] {
  const labelOf = useRowLabel('channel')
  const query = areaQuery(area, { period: lastDays(7), filters: {}, by: 'channel', show: undefined })
  const { loaded } = useLoaded<AreaReport>(`/api/v1/reports/figures?${query}`)
  const rows = loaded.kind === 'ready' ? loaded.value.rows : undefined
  return useMemo(() => (rows ?? []).map((row) => ({ value: row.key, label: labelOf(row) })), [rows, labelOf])
}
