import { describe, expect, it } from 'vitest'
import type { AreaReport, FigureView } from '../../src/protocol/reports.ts'
import { basketOf, funnelSteps, wholeFunnel } from '../../web-console/reports/charts/funnel.ts'
import { busiest, heatGrid } from '../../web-console/reports/charts/heat.ts'
import { flowOf } from '../../web-console/reports/charts/sankey.ts'
import { compare } from '../../web-console/reports/compare.ts'
import { csvName, csvPath } from '../../web-console/reports/csv-name.ts'
import { formatChange, formatFigure } from '../../web-console/reports/format-figure.ts'
import { lastDays, presetDays, presetOf } from '../../web-console/reports/last-days.ts'
import { barsOf, isEmpty, nextSorting, sortRows, trendOf } from '../../web-console/reports/series.ts'
import { longestLevel } from '../../web-console/reports/wall/wait-mood.ts'
import { en } from '../../web-console/texts/en.ts'
import { zh } from '../../web-console/texts/zh.ts'

const SATURDAY = new Date(2026, 10, 28, 9).getTime()

describe('a comparison', () => {
  it('of shares is in points, and of the rest in parts of what was', () => {
    expect(compare({ unit: 'share', good: 'more' }, { value: 0.8 }, { value: 0.6 })).toMatchObject({
      way: 'up',
      tone: 'good',
      kind: 'points',
    })
    expect(compare({ unit: 'time', good: 'less' }, { value: 90_000 }, { value: 60_000 })).toEqual({
      way: 'up',
      tone: 'bad',
      by: 0.5,
      kind: 'relative',
    })
  })

  it('is neither good nor bad where the figure is neither', () => {
    expect(compare({ unit: 'count' }, { value: 3 }, { value: 6 })).toMatchObject({ way: 'down', tone: undefined })
  })

  it('tells nothing where one of the two is missing, and no part of nothing', () => {
    expect(compare({ unit: 'share', good: 'more' }, {}, { value: 0.6 })).toBeUndefined()
    expect(compare({ unit: 'share', good: 'more' }, { value: 0.6 }, undefined)).toBeUndefined()
    expect(compare({ unit: 'count' }, { value: 4 }, { value: 0 })).toMatchObject({ kind: 'absolute', by: 4 })
  })

  it('does not see what nobody would see', () => {
    expect(compare({ unit: 'share', good: 'more' }, { value: 0.6002 }, { value: 0.6 })).toMatchObject({ way: 'same' })
  })

  it('is said in words', () => {
    const points = compare({ unit: 'share', good: 'more' }, { value: 0.832 }, { value: 0.8 })
    const stars = compare({ unit: 'score', good: 'more' }, { value: 4.5 }, { value: 4.25 })

    expect(points && formatChange(points, 'share', zh)).toBe('3.2 个百分点')
    expect(stars && formatChange(stars, 'score', en)).toBe('0.25')
  })
})

it('writes each unit as people read it', () => {
  expect(formatFigure(0.8534, 'share', zh)).toBe('85.3%')
  expect(formatFigure(undefined, 'share', zh)).toBe('—')
  expect(formatFigure(8400, 'time', zh)).toBe('8.4 秒')
  expect(formatFigure(200_000, 'time', zh)).toBe('3分20秒')
  expect(formatFigure(7_500_000, 'time', en)).toBe('2 h 5 min')
  expect(formatFigure(176_400_000, 'time', en)).toBe('2 d 1 h')
  expect(formatFigure(12_950, 'money', zh, 'CNY')).toBe('¥129.5')
  expect(formatFigure(2_985_500, 'money', zh, 'CNY')).toBe('¥29,855')
  expect(formatFigure(1234, 'count', en)).toBe('1,234')
  expect(formatFigure(1.2567, 'ratio', en)).toBe('1.26')
})

describe('a period', () => {
  it('is known again by its days', () => {
    expect(lastDays(7, SATURDAY)).toEqual({ from: '2026-11-22', until: '2026-11-28' })
    expect(presetOf({ from: '2026-11-27', until: '2026-11-27' }, SATURDAY)).toBe('yesterday')
    expect(presetOf(presetDays('90', SATURDAY), SATURDAY)).toBe('90')
    expect(presetOf({ from: '2026-11-01', until: '2026-11-27' }, SATURDAY)).toBeUndefined()
  })

  it('names the file of its table', () => {
    expect(csvName(['bot', 'day'], lastDays(7, SATURDAY))).toBe('xiaoer-bot-day-2026-11-22-2026-11-28.csv')
    expect(csvName(['drill/发货 时间'], presetDays('today', SATURDAY))).toBe('xiaoer-drill-发货-时间-2026-11-28.csv')
    expect(csvPath('/api/v1/reports/lost', new URLSearchParams({ from: '2026-11-22' }), 'en')).toBe(
      '/api/v1/reports/lost.csv?from=2026-11-22&lang=en',
    )
  })
})

const share = (value: number | undefined): FigureView => ({
  id: 'resolution',
  ...(value !== undefined && { value }),
  numerator: 1,
  denominator: 2,
})

function report(rows: readonly (readonly [key: string, value: number | undefined])[]): AreaReport {
  return {
    from: '2026-11-27',
    until: '2026-11-28',
    before: { from: '2026-11-25', until: '2026-11-26' },
    figures: [share(0.5)],
    by: 'day',
    rows: rows.map(([key, value]) => ({ key, label: key, figures: [share(value)] })),
    countedUntil: 0,
    behind: 0,
  }
}
const nameOf = ({ label }: { readonly label: string }) => label

describe('the rows of a report', () => {
  const now = report([
    ['a', 0.2],
    ['b', undefined],
    ['c', 0.9],
  ])

  it('make a line, with the period before laid over it', () => {
    const before = report([
      ['x', 0.1],
      ['y', 0.3],
    ])

    expect(trendOf('resolution', now, before, nameOf)).toEqual({
      labels: ['a', 'b', 'c'],
      now: [0.2, undefined, 0.9],
      before: [0.1, 0.3, undefined],
      beforeLabels: ['x', 'y', ''],
    })
    expect(trendOf('resolution', now, undefined, nameOf).before).toEqual([undefined, undefined, undefined])
  })

  it('make bars, the longest first', () => {
    expect(barsOf('resolution', now, nameOf, 9).map(({ key }) => key)).toEqual(['c', 'a'])
    expect(barsOf('resolution', now, nameOf, 1)).toHaveLength(1)
  })

  it('are sorted by a press: down, up, and as they came', () => {
    const down = nextSorting({ figure: undefined, down: false }, 'resolution')
    const up = nextSorting(down, 'resolution')
    const keys = (sorting: typeof up) => sortRows(now.rows, sorting).map(({ key }) => key)

    expect(keys(down)).toEqual(['c', 'a', 'b'])
    expect(keys(up)).toEqual(['a', 'c', 'b'])
    expect(keys(nextSorting(up, 'resolution'))).toEqual(['a', 'b', 'c'])
  })

  it('are nothing where nothing was counted', () => {
    expect(isEmpty(now)).toBe(false)
    expect(isEmpty({ figures: [{ id: 'resolution', numerator: 0, denominator: 0 }] })).toBe(true)
  })
})

describe('the ends of conversations', () => {
  const label = { zh: '名', en: 'name' }
  const nodes = ['bot', 'asked', 'people', 'unused'].map((id) => ({ id, label }))

  it('flow from knot to knot, each as thick as what goes through it', () => {
    const flow = flowOf(
      {
        nodes,
        links: [
          { from: 'bot', to: 'asked', sessions: 5 },
          { from: 'asked', to: 'people', sessions: 4 },
          { from: 'bot', to: 'unknown', sessions: 3 },
          { from: 'bot', to: 'people', sessions: 0 },
        ],
      },
      'en',
    )

    expect(flow.nodes).toEqual([
      { name: 'bot', label: 'name', sessions: 5 },
      { name: 'asked', label: 'name', sessions: 5 },
      { name: 'people', label: 'name', sessions: 4 },
    ])
    expect(flow.links).toHaveLength(2)
  })

  it('are never drawn in a ring', () => {
    const ring = [
      { from: 'bot', to: 'asked', sessions: 5 },
      { from: 'asked', to: 'people', sessions: 5 },
      { from: 'people', to: 'bot', sessions: 1 },
      { from: 'bot', to: 'bot', sessions: 1 },
    ]

    expect(flowOf({ nodes, links: ring }, 'zh').links.map(({ target }) => target)).toEqual(['asked', 'people'])
  })
})

it('lays hours and weekdays out, and finds the busiest', () => {
  const grid = heatGrid(
    {
      cells: [
        { weekday: 0, hour: 9, sessions: 3, queued: 1 },
        { weekday: 6, hour: 23, sessions: 7, queued: 0 },
        { weekday: 9, hour: 30, sessions: 99, queued: 0 },
      ],
    },
    'sessions',
  )

  expect(grid).toHaveLength(7)
  expect(grid[0]?.[9]).toBe(3)
  expect(busiest(grid)).toEqual({ weekday: 6, hour: 23, count: 7 })
  expect(busiest(heatGrid({ cells: [] }, 'queued'))).toBeUndefined()
})

it('follows inquiries to their payment', () => {
  const bot = { inquiries: 10, ordered: 4, paid: 3, amount: 30_000 }
  const human = { inquiries: 0, ordered: 0, paid: 0, amount: 0 }
  const whole = wholeFunnel({
    ways: [
      { way: 'bot', ...bot },
      { way: 'human', ...human },
    ],
  })

  expect(funnelSteps(whole).map(({ ofFirst }) => ofFirst)).toEqual([1, 0.4, 0.3])
  expect(funnelSteps(whole)[2]?.ofBefore).toBe(0.75)
  expect(funnelSteps(human)[0]?.ofFirst).toBeUndefined()
  expect(basketOf(whole)).toBe(10_000)
  expect(basketOf(human)).toBeUndefined()
})

it('colours the longest wait by the limits of the shop', () => {
  const clock = { kind: 'first', since: 0, warnAt: 60_000, redAt: 120_000 } as const

  expect(longestLevel([clock], 50_000)).toBe('good')
  expect(longestLevel([clock], 60_000)).toBe('mild')
  expect(longestLevel([{ ...clock, since: 100_000, warnAt: 160_000, redAt: 220_000 }, clock], 120_000)).toBe('bad')
  expect(longestLevel([], 120_000)).toBe('good')
})
