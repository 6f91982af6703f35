import { useCallback, useMemo } from 'react'
import type { TodayView } from '../../../src/protocol/reports.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Chart } from '../chart.tsx'
import type { ChartColors } from '../charts/chart-colors.ts'
import { lineOption } from '../charts/line-option.ts'
import { formatNumber } from '../format-figure.ts'
import type { Trend } from '../series.ts'

/** The hours of today, with yesterday's line beneath. */
export function TodayHours({ hours }: { readonly hours: TodayView['hours'] }) {
  const texts = useTexts()
  const { figures: words } = texts
  const trend = useMemo(() => hoursTrend(hours, words.hour), [hours, words])
  const said = useMemo(
    () => ({
      label: words.first.hours,
      now: words.today,
      before: words.yesterday,
      format: (value: number | undefined) => (value === undefined ? words.none : formatNumber(value, texts.locale)),
      whole: true,
    }),
    [words, texts],
  )
  const build = useCallback((colors: ChartColors) => lineOption(trend, said, colors), [trend, said])
  return (
    <section className="report" aria-label={words.first.hours}>
      <h2>{words.first.hours}</h2>
      <Chart
        label={words.first.hours}
        build={build}
        height={240}
        table={{
          head: [words.dimensions.hour, words.today, words.yesterday],
          rows: trend.labels.map((at, index) => [at, said.format(trend.now[index]), said.format(trend.before[index])]),
        }}
      />
    </section>
  )
}

/** Hours that have not come yet are a hole, not nothing. */
export function hoursTrend(hours: TodayView['hours'], nameOf: (hour: number) => string): Trend {
  const last = hours.findLast(({ today }) => today > 0)?.hour ?? -1
  const labels = hours.map(({ hour }) => nameOf(hour))
  return {
    labels,
    now: hours.map(({ hour, today }) => (hour <= last ? today : undefined)),
    before: hours.map(({ yesterday }) => yesterday),
    beforeLabels: labels,
  }
}
