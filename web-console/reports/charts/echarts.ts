import {
  BarChart,
  type BarSeriesOption,
  LineChart,
  type LineSeriesOption,
  SankeyChart,
  type SankeySeriesOption,
} from 'echarts/charts'
import {
  AriaComponent,
  type AriaComponentOption,
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([
  ...[BarChart, LineChart, SankeyChart],
  ...[AriaComponent, GridComponent, LegendComponent, TooltipComponent],
  SVGRenderer,
])

/** What a chart of ours may hold; whatever else must be registered above first. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | SankeySeriesOption
  | AriaComponentOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
>

export interface Drawing {
  draw(option: ChartOption): void
  resize(): void
  close(): void
}

/** A chart in this box. `onPick` hears the name of what was pressed. */
export function createDrawing(box: HTMLElement, onPick: (name: string) => void): Drawing {
  const chart = init(box, undefined, { renderer: 'svg' })
  chart.on('click', ({ name }) => onPick(name))
  return {
    draw: (option) => chart.setOption(option, { notMerge: true }),
    resize: () => chart.resize(),
    close: () => chart.dispose(),
  }
}
