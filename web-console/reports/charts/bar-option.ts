import type { Bar } from '../series.ts'
import type { ChartColors } from './chart-colors.ts'
import { axisLabel, commonOption } from './common-option.ts'
import type { ChartOption } from './echarts.ts'

export interface BarWords {
  readonly label: string
  readonly format: (value: number | undefined) => string
}

/** Lying bars, the longest on top, with their values at the end. */
export function barOption(bars: readonly Bar[], words: BarWords, colors: ChartColors): ChartOption {
  const common = commonOption(colors, words.label)
  return {
    ...common,
    grid: { left: 8, right: 76, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: { show: false },
    xAxis: { type: 'value', min: 0, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.line } },
      axisLabel: { ...axisLabel(colors), hideOverlap: false, width: 120, overflow: 'truncate', color: colors.text },
    },
    series: [
      {
        type: 'bar',
        data: bars.map(({ value }) => value),
        barMaxWidth: 18,
        color: colors.now,
        label: {
          show: true,
          position: 'right',
          color: colors.text,
          formatter: ({ dataIndex }) => words.format(bars[dataIndex]?.value),
        },
      },
    ],
  }
}
