import type { LineSeriesOption } from 'echarts/charts'
import type { Trend } from '../series.ts'
import type { ChartColors } from './chart-colors.ts'
import { axisLabel, commonOption } from './common-option.ts'
import type { ChartOption } from './echarts.ts'

export interface LineWords {
  readonly label: string
  readonly now: string
  readonly before: string
  readonly format: (value: number | undefined) => string
  /** There is nothing between two whole numbers. */
  readonly whole?: boolean
}

/** A line, and dashed beneath it that of the period before. */
export function lineOption(trend: Trend, words: LineWords, colors: ChartColors): ChartOption {
  const common = commonOption(colors, words.label)
  return {
    ...common,
    grid: { left: 8, right: 16, top: 36, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: {
      top: 0,
      right: 0,
      selectedMode: false,
      itemWidth: 26,
      textStyle: { color: colors.text, fontSize: 12 },
      data: [words.now, words.before],
    },
    tooltip: {
      ...common.tooltip,
      trigger: 'axis',
      formatter: (points: unknown) => tip(trend, words, indexOf(points)),
    },
    xAxis: {
      type: 'category',
      data: [...trend.labels],
      boundaryGap: trend.labels.length === 1,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.line } },
      axisLabel: axisLabel(colors),
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 4,
      ...(words.whole && { minInterval: 1 }),
      axisLabel: { ...axisLabel(colors), formatter: (value: number) => words.format(value) },
      splitLine: { lineStyle: { color: colors.line } },
    },
    series: [beforeLine(trend, words, colors), nowLine(trend, words, colors)],
  }
}

/** More points than this run into each other. */
const MANY = 31

function beforeLine(trend: Trend, words: LineWords, colors: ChartColors): LineSeriesOption {
  return {
    type: 'line',
    name: words.before,
    data: trend.before.map((value) => value ?? '-'),
    symbol: 'diamond',
    symbolSize: 7,
    showSymbol: trend.labels.length <= MANY,
    lineStyle: { type: 'dashed', width: 2 },
    color: colors.before,
  }
}

function nowLine(trend: Trend, words: LineWords, colors: ChartColors): LineSeriesOption {
  return {
    type: 'line',
    name: words.now,
    data: trend.now.map((value) => value ?? '-'),
    symbol: 'circle',
    symbolSize: 6,
    showSymbol: trend.labels.length <= MANY,
    lineStyle: { width: 2.5 },
    color: colors.now,
  }
}

function tip(trend: Trend, words: LineWords, index: number): string {
  const old = trend.beforeLabels[index]
  const lines = [trend.labels[index] ?? '', `${words.now}  ${words.format(trend.now[index])}`]
  if (old)
    lines.push(`${words.before}${old === trend.labels[index] ? '' : ` ${old}`}  ${words.format(trend.before[index])}`)
  return lines.join('\n')
}

function indexOf(points: unknown): number {
  const [first] = Array.isArray(points) ? points : [points]
  return Number(Object(first).dataIndex ?? 0)
}
