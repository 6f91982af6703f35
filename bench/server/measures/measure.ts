import type { Contestant } from '../contestants.ts'

/** One thing that is measured of each server, in rounds. */
export interface Measure {
  /** What its results are kept under. */
  readonly name: string
  readonly title: string
  readonly columns: readonly Column[]
  /** Each reading is of a server that has just been started. */
  readonly fresh?: boolean
  take(server: Contestant): Promise<Readings>
}

export interface Column {
  readonly key: string
  readonly label: string
  readonly digits: number
  /** Also shown as a ratio to the first server of the same round. */
  readonly paired: boolean
}

/** By the key of the column. */
export type Readings = Readonly<Record<string, number>>

export const ANSWERING: readonly Column[] = [
  { key: 'rate', label: 'answered/s', digits: 0, paired: true },
  { key: 'cpu', label: 'CPU µs', digits: 0, paired: true },
  { key: 'p50', label: 'p50 ms', digits: 1, paired: true },
  { key: 'p99', label: 'p99 ms', digits: 1, paired: true },
  { key: 'rss', label: 'RSS MB', digits: 0, paired: false },
]

/** What counts is what comes after this. */
export const WARM_UP = 1000

export function spread(took: readonly number[]): { readonly p50: number; readonly p99: number } {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99) }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
