import { expect, it } from 'vitest'
import type { Measure } from '../../bench/server/measures/measure.ts'
import { toRows, toTable } from '../../bench/server/report.ts'
import type { Reading } from '../../bench/server/rounds.ts'

const measure: Measure = {
  name: 'test',
  title: 'a test',
  columns: [
    { key: 'rate', label: 'answered/s', digits: 0, paired: true },
    { key: 'rss', label: 'RSS MB', digits: 0, paired: false },
  ],
  take: () => Promise.reject(new Error('nothing is measured here')),
}

const reading = (server: string, round: number, rate: number): Reading => ({
  server,
  round,
  readings: { rate, rss: 100 + round },
  generator: 0,
  others: 0,
})

/** A machine that was half as fast in the second round; rounds begin with the other server every other time. */
const readings = [
  reading('bare', 1, 1000),
  reading('ours', 1, 500),
  reading('ours', 2, 300),
  reading('bare', 2, 500),
  reading('bare', 3, 1200),
  reading('ours', 3, 480),
]

it('pairs a server with the first of the same round, so that a slow round is nobody’s fault', () => {
  const [bare, ours] = toRows(measure, readings)

  expect(ours?.values['rate']).toEqual({ median: 480, min: 300, max: 500 })
  expect(ours?.ratios['rate']).toEqual({ median: 0.5, min: 0.4, max: 0.6 })
  expect(bare?.ratios['rate']).toEqual({ median: 1, min: 1, max: 1 })
})

it('shows medians, and ratios with their lowest and highest round', () => {
  const table = toTable(measure, toRows(measure, readings))

  expect(table.split('\n')).toEqual([
    '| server | answered/s | RSS MB | rate to bare |',
    '| --- | --- | --- | --- |',
    '| bare | 1000 | 102 | 1.00 (1.00–1.00) |',
    '| ours | 480 | 102 | 0.50 (0.40–0.60) |',
  ])
})
