import type { Measure } from './measures/measure.ts'
import type { Reading } from './rounds.ts'

/** The middle of the rounds, and the lowest and the highest. */
export interface Span {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** One server's line: what was read, and the ratios to the first server, both of the same round. */
export interface Row {
  readonly server: string
  readonly values: Readonly<Record<string, Span>>
  readonly ratios: Readonly<Record<string, Span>>
}

export function toRows({ columns }: Measure, readings: readonly Reading[]): readonly Row[] {
  const names = [...new Set(readings.map(({ server }) => server))]
  const of = (name: string | undefined) =>
    readings.filter(({ server }) => server === name).toSorted((a, b) => a.round - b.round)
  const first = of(names[0])
  return names.map((server) => {
    const own = of(server)
    const value = (reading: Reading | undefined, key: string) => reading?.readings[key] ?? Number.NaN
    return {
      server,
      values: Object.fromEntries(columns.map(({ key }) => [key, toSpan(own.map((one) => value(one, key)))])),
      ratios: Object.fromEntries(
        columns
          .filter(({ paired }) => paired)
          .map(({ key }) => [key, toSpan(own.map((one, at) => value(one, key) / value(first[at], key)))]),
      ),
    }
  })
}

function toSpan(numbers: readonly number[]): Span {
  const sorted = numbers.toSorted((a, b) => a - b)
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  }
}

/** A Markdown table; a ratio is shown with its lowest and highest round. */
export function toTable({ columns }: Measure, rows: readonly Row[]): string {
  const paired = columns.filter((column) => column.paired)
  const first = rows[0]?.server ?? ''
  const heads = ['server', ...columns.map(({ label }) => label), ...paired.map(({ key }) => `${key} to ${first}`)]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const body = rows.map(({ server, values, ratios }) =>
    line([
      server,
      ...columns.map(({ key, digits }) => (values[key]?.median ?? Number.NaN).toFixed(digits)),
      ...paired.map(({ key }) => toRatio(ratios[key])),
    ]),
  )
  return [line(heads), line(heads.map(() => '---')), ...body].join('\n')
}

function toRatio(span: Span | undefined): string {
  if (!span) return ''
  const digits = span.median < 0.1 ? 3 : span.median < 10 ? 2 : 0
  return `${span.median.toFixed(digits)} (${span.min.toFixed(digits)}–${span.max.toFixed(digits)})`
}
