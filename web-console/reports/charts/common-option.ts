import type { ChartColors } from './chart-colors.ts'
import type { ChartOption } from './echarts.ts'

/** What all charts have: our letters, our colours, and motion only where it is wanted. */
export function commonOption(colors: ChartColors, label: string): ChartOption {
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 300,
    aria: { enabled: true, label: { description: label } },
    textStyle: { fontFamily: colors.font, color: colors.text },
    color: [...colors.series],
    tooltip: {
      // As HTML it would carry style attributes, which the content security policy refuses.
      renderMode: 'richText',
      confine: true,
      backgroundColor: colors.panel,
      borderColor: colors.line,
      textStyle: { color: colors.text, fontSize: 12, fontFamily: colors.font },
    },
  }
}

export function axisLabel(colors: ChartColors) {
  return { color: colors.quiet, fontSize: 12, fontFamily: colors.font, hideOverlap: true }
}
