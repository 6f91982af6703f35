import { Select } from 'antd'
import { useCallback, useMemo } from 'react'
import type { AreaReport, FigureDefinition } from '../../src/protocol/reports.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { Chart } from './chart.tsx'
import { barOption } from './charts/bar-option.ts'
import type { ChartColors } from './charts/chart-colors.ts'
import { lineOption } from './charts/line-option.ts'
import { useFigures, useFiguresPlace, useFormatFigure } from './figures-context.tsx'
import { areaQuery } from './figures-place.ts'
import { useRowLabel } from './row-label.ts'
import { barsOf, trendOf } from './series.ts'

const MOST_BARS = 12

/** One figure over time, with the period before beneath; or by what it is broken down into. */
export function FigureTrend({
  report,
  area,
}: {
  readonly report: AreaReport
  readonly area: FigureDefinition['area']
}) {
  const { figures: words } = useTexts()
  const locale = useLocale()
  const { place, change } = useFiguresPlace()
  const { definitions } = useFigures()
  const shown = report.figures.flatMap(({ id }) => definitions.get(id) ?? []).filter(({ by }) => by.includes(report.by))
  const figure = shown.find(({ id }) => id === place.show) ?? shown[0]
  if (!figure || report.rows.length === 0) return null

  const overTime = report.by === 'day' || report.by === 'hour' || report.by === 'weekday'
  return (
    <section className="report" aria-label={words.trend}>
      <div className="report-head">
        <h2>{overTime ? words.trend : words.compared}</h2>
        <Select
          value={figure.id}
          aria-label={words.show}
          popupMatchSelectWidth={false}
          options={shown.map(({ id, name }) => ({ value: id, label: name[locale] }))}
          onChange={(show) => change({ show })}
        />
      </div>
      {overTime ? <Line report={report} figure={figure} area={area} /> : <Bars report={report} figure={figure} />}
    </section>
  )
}

interface DrawnProps {
  readonly report: AreaReport
  readonly figure: FigureDefinition
}

function Line({ report, figure, area }: DrawnProps & { readonly area: FigureDefinition['area'] }) {
  const { figures: words } = useTexts()
  const locale = useLocale()
  const format = useFormatFigure()
  const labelOf = useRowLabel(report.by, true)
  const { place } = useFiguresPlace()
  const earlier = useLoaded<AreaReport>(
    `/api/v1/reports/figures?${areaQuery(area, { ...place, period: report.before, by: report.by })}`,
  ).loaded
  const before = earlier.kind === 'ready' ? earlier.value : undefined
  const trend = useMemo(() => trendOf(figure.id, report, before, labelOf), [figure, report, before, labelOf])
  const name = figure.name[locale]
  const label = `${name}${words.none}${words.trend}`
  const said = useMemo(
    () => ({
      label,
      now: words.thisPeriod,
      before: words.before,
      format: (value: number | undefined) => format(figure.unit, value),
      whole: figure.unit === 'count',
    }),
    [label, words, format, figure],
  )
  const build = useCallback((colors: ChartColors) => lineOption(trend, said, colors), [trend, said])
  return (
    <Chart
      label={label}
      build={build}
      height={260}
      table={{
        head: [words.dimensions[report.by], words.thisPeriod, words.before],
        rows: trend.labels.map((at, index) => [at, said.format(trend.now[index]), said.format(trend.before[index])]),
      }}
    />
  )
}

function Bars({ report, figure }: DrawnProps) {
  const { figures: words } = useTexts()
  const locale = useLocale()
  const format = useFormatFigure()
  const { drill } = useFiguresPlace()
  const labelOf = useRowLabel(report.by)
  const bars = useMemo(() => barsOf(figure.id, report, labelOf, MOST_BARS), [figure, report, labelOf])
  const name = figure.name[locale]
  const said = useMemo(
    () => ({ label: name, format: (value: number | undefined) => format(figure.unit, value) }),
    [name, format, figure],
  )
  const build = useCallback((colors: ChartColors) => barOption(bars, said, colors), [bars, said])
  const open = (label: string) => {
    const bar = bars.find((one) => one.label === label)
    if (bar) drill({ figure: figure.id, part: 'numerator', row: { by: report.by, key: bar.key } })
  }
  return (
    <Chart
      label={name}
      build={build}
      height={24 + bars.length * 30}
      onPick={open}
      table={{
        head: [words.dimensions[report.by], name],
        rows: bars.map(({ label, value }) => [label, said.format(value)]),
      }}
    />
  )
}
