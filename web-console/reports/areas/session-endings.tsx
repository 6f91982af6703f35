import { useCallback, useMemo } from 'react'
import type { Endings } from '../../../src/protocol/reports.ts'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { Chart } from '../chart.tsx'
import type { ChartColors } from '../charts/chart-colors.ts'
import { flowOf } from '../charts/sankey.ts'
import { sankeyOption } from '../charts/sankey-option.ts'
import { formatNumber } from '../format-figure.ts'
import { Section } from '../section.tsx'

/** Who served first, why it changed hands, and how it ended. */
export function SessionEndings() {
  const { bot } = useTexts().figures
  return (
    <Section<Endings>
      title={bot.endings}
      hint={bot.endingsHint}
      of="endings"
      empty={bot.noEndings}
      isEmpty={({ links }) => links.every(({ sessions }) => sessions === 0)}
    >
      {(endings) => <Streams endings={endings} />}
    </Section>
  )
}

function Streams({ endings }: { readonly endings: Endings }) {
  const { bot } = useTexts().figures
  const locale = useLocale()
  const flow = useMemo(() => flowOf(endings, locale), [endings, locale])
  const names = new Map(flow.nodes.map(({ name, label }) => [name, label]))
  const build = useCallback(
    (colors: ChartColors, narrow: boolean) => {
      const words = { label: bot.endings, format: (sessions: number) => formatNumber(sessions, locale) }
      return sankeyOption(flow, words, colors, narrow)
    },
    [flow, bot, locale],
  )
  return (
    <Chart
      label={bot.endings}
      build={build}
      height={Math.max(260, flow.nodes.length * 30)}
      table={{
        head: [bot.from, bot.to, bot.sessions],
        rows: flow.links.map(({ source, target, value }) => [
          names.get(source) ?? source,
          names.get(target) ?? target,
          formatNumber(value, locale),
        ]),
      }}
    />
  )
}
