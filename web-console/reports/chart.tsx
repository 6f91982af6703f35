import { type RefObject, useEffect, useRef, useState } from 'react'
import { useDark } from '../shell/use-theme.ts'
import { useTexts } from '../texts/use-texts.ts'
import { type ChartColors, readChartColors } from './charts/chart-colors.ts'
import type { ChartOption, Drawing } from './charts/echarts.ts'
import { Scroller } from './scroller.tsx'

/** The same as the chart, for whoever cannot see it or would rather read. */
export interface ChartTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

interface ChartProps {
  /** What it shows, in a sentence. */
  readonly label: string
  /** Made anew whenever it changes, so keep it. */
  readonly build: (colors: ChartColors, narrow: boolean) => ChartOption
  readonly table: ChartTable
  readonly height: number
  readonly onPick?: (name: string) => void
}

const NARROW = 560

/** A chart that fits its box, follows the light and the dark, and has a table behind it. */
export function Chart({ label, build, table, height, onPick }: ChartProps) {
  const { chart: words } = useTexts().figures
  const box = useRef<HTMLDivElement>(null)
  const failed = useDrawing(box, build, onPick)
  return (
    <figure className="chart">
      {failed ? (
        <p className="none">{words.failed}</p>
      ) : (
        <div ref={box} role="img" aria-label={label} className="chart-box" style={{ height }} />
      )}
      <details className="chart-table" open={failed || undefined}>
        <summary>{words.asTable}</summary>
        <DataTable label={label} table={table} />
      </details>
    </figure>
  )
}

/** Draws in the box. The charts' code comes when first needed; says whether it could not come. */
function useDrawing(
  box: RefObject<HTMLDivElement | null>,
  build: ChartProps['build'],
  onPick: ChartProps['onPick'],
): boolean {
  const [drawing, setDrawing] = useState<Drawing>()
  const [narrow, setNarrow] = useState(false)
  const [failed, setFailed] = useState(false)
  const dark = useDark()
  const pick = useRef(onPick)
  pick.current = onPick

  useEffect(() => {
    const element = box.current
    if (!element) return

    let close: (() => void) | undefined
    let gone = false
    void import('./charts/echarts.ts').then(
      ({ createDrawing }) => {
        if (gone) return
        const drawn = createDrawing(element, (name) => pick.current?.(name))
        close = keepFitting(element, drawn, setNarrow)
        setDrawing(drawn)
      },
      () => setFailed(true),
    )
    return () => {
      gone = true
      close?.()
      setDrawing(undefined)
    }
  }, [box])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, which has turned dark or light.
  useEffect(() => drawing?.draw(build(readChartColors(), narrow)), [drawing, build, narrow, dark])
  return failed
}

/** Follows the size of its box, until what is returned is called. */
function keepFitting(element: HTMLElement, drawn: Drawing, onNarrow: (narrow: boolean) => void): () => void {
  const watcher = new ResizeObserver(() => {
    onNarrow(element.clientWidth < NARROW)
    drawn.resize()
  })
  watcher.observe(element)
  return () => {
    watcher.disconnect()
    drawn.close()
  }
}

function DataTable({ label, table }: { readonly label: string; readonly table: ChartTable }) {
  return (
    <Scroller label={label}>
      <table>
        <thead>
          <tr>
            {table.head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first = '', ...rest], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are drawn anew as a whole.
            <tr key={row}>
              <th scope="row">{first}</th>
              {rest.map((cell, column) => (
                <td key={table.head[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}
