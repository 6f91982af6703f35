/** The colours and letters of the page as charts need them: resolved, for the light or the dark in force. */
export interface ChartColors {
  readonly font: string
  readonly text: string
  readonly quiet: string
  readonly line: string
  readonly panel: string
  readonly ground: string
  readonly now: string
  readonly before: string
  /** Told apart by the colour-blind too, and by their names besides. */
  readonly series: readonly string[]
}

const SERIES = ['--chart-1', '--chart-2', '--chart-3', '--chart-4', '--chart-5', '--chart-6']

export function readChartColors(): ChartColors {
  // A variable that holds `light-dark(…)` is resolved only where a property uses it.
  const probe = document.createElement('span')
  document.body.append(probe)
  const read = (name: string) => {
    probe.style.color = `var(${name})`
    return getComputedStyle(probe).color
  }
  const colors = {
    font: getComputedStyle(document.body).fontFamily,
    text: read('--text'),
    quiet: read('--text-3'),
    line: read('--line'),
    panel: read('--panel'),
    ground: read('--soft'),
    now: read('--chart-1'),
    before: read('--chart-2'),
    series: SERIES.map(read),
  }
  probe.remove()
  return colors
}
