import type { ChartColors } from './chart-colors.ts'
import { commonOption } from './common-option.ts'
import type { ChartOption } from './echarts.ts'
import type { Flow } from './sankey.ts'

export interface SankeyWords {
  readonly label: string
  readonly format: (sessions: number) => string
}

/** Streams from the left to the right; every knot carries its name and its number. */
export function sankeyOption(flow: Flow, words: SankeyWords, colors: ChartColors, narrow: boolean): ChartOption {
  const common = commonOption(colors, words.label)
  const labels = new Map(flow.nodes.map(({ name, label }) => [name, label]))
  const nameOf = (id: string) => labels.get(id) ?? id
  return {
    ...common,
    tooltip: {
      ...common.tooltip,
      trigger: 'item',
      formatter: (point: unknown) => tip(Object(point).data, nameOf, words.format),
    },
    series: [
      {
        type: 'sankey',
        left: 4,
        right: narrow ? 84 : 140,
        top: 8,
        bottom: 8,
        nodeWidth: 14,
        nodeGap: narrow ? 24 : 14,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        lineStyle: { color: 'source', opacity: 0.32, curveness: 0.5 },
        label: {
          color: colors.text,
          fontFamily: colors.font,
          fontSize: narrow ? 11 : 12,
          width: narrow ? 76 : 130,
          overflow: 'break',
        },
        data: knots(flow, words, colors),
        links: flow.links.map((link) => ({ ...link })),
      },
    ],
  }
}

function knots(flow: Flow, words: SankeyWords, colors: ChartColors) {
  const sources = new Set(flow.links.map(({ source }) => source))
  const last = depthOf(flow)
  return flow.nodes.map(({ name, label, sessions }, index) => ({
    name,
    itemStyle: { color: colors.series[index % colors.series.length] ?? colors.now },
    label: { formatter: `${label} ${words.format(sessions)}` },
    // What leads nowhere is an end: its name stands outside, on the right.
    ...(sources.has(name) ? {} : { depth: last }),
  }))
}

/** The column of the ends: as many steps as the longest way has. */
function depthOf({ nodes, links }: Flow): number {
  const stepsFrom = (id: string): number =>
    Math.max(0, ...links.filter(({ source }) => source === id).map(({ target }) => 1 + stepsFrom(target)))
  return Math.max(0, ...nodes.map(({ name }) => stepsFrom(name)))
}

function tip(
  data: { source?: string; target?: string; value?: number; name?: string },
  nameOf: (id: string) => string,
  format: (sessions: number) => string,
): string {
  if (data.source !== undefined && data.target !== undefined) {
    return `${nameOf(data.source)} → ${nameOf(data.target)}\n${format(data.value ?? 0)}`
  }
  return nameOf(data.name ?? '')
}
