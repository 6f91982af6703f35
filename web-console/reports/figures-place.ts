import type { ReportArea, ReportDimension } from '../../src/protocol/reports.ts'
import { lastDays, type Period } from './last-days.ts'

/** In the order of the protocol, of which only types are taken here. */
export const DIMENSIONS = [
  ...(['day', 'hour', 'weekday'] as const),
  ...(['agent', 'group', 'intent', 'channel', 'tier'] as const),
] as const satisfies readonly ReportDimension[]

/** What narrows the figures, in the words of the address and of the API. */
export const FIGURE_FILTERS = ['agent', 'group', 'intent', 'channel', 'tier'] as const
export type FigureFilter = (typeof FIGURE_FILTERS)[number]
export type FigureFilters = Readonly<Partial<Record<FigureFilter, string>>>

/** Which figures are looked at. */
export interface FiguresPlace {
  readonly period: Period
  readonly by: ReportDimension
  readonly filters: FigureFilters
  /** The figure that the chart shows. */
  readonly show: string | undefined
}

export interface Drilled {
  readonly figure: string
  readonly part: 'numerator' | 'denominator'
  /** The row that was pressed; absent for the whole. */
  readonly row?: { readonly by: ReportDimension; readonly key: string }
  /** Of the period before; absent for the one that is shown. */
  readonly before?: true
}

const DAY = /^\d{4}-\d\d-\d\d$/

/** Without an address a week, day by day. */
export function placeIn(params: URLSearchParams, now: number = Date.now()): FiguresPlace {
  const from = params.get('from') ?? ''
  const until = params.get('until') ?? ''
  const given = DAY.test(from) && DAY.test(until) && from <= until
  return {
    period: given ? { from, until } : lastDays(7, now),
    by: DIMENSIONS.find((one) => one === params.get('by')) ?? 'day',
    filters: Object.fromEntries(FIGURE_FILTERS.flatMap((name) => pair(name, params.get(name)))),
    show: params.get('show') ?? undefined,
  }
}

/** The address with these changes; an empty value takes one out. */
export function withPlace(params: URLSearchParams, change: Readonly<Record<string, string>>): URLSearchParams {
  const after = new URLSearchParams(params)
  for (const [name, value] of Object.entries(change)) {
    if (value) after.set(name, value)
    else after.delete(name)
  }
  return after
}

export function figuresQuery({ period, filters }: Pick<FiguresPlace, 'period' | 'filters'>): URLSearchParams {
  return new URLSearchParams({ ...period, ...filters })
}

export function areaQuery(area: ReportArea, place: FiguresPlace): URLSearchParams {
  const query = figuresQuery(place)
  query.set('area', area)
  query.set('by', place.by)
  return query
}

/** What is drilled into lives in the address too: the back button closes it, and comes back to it. */
export function drilledIn(params: URLSearchParams): Drilled | undefined {
  const figure = params.get('drill')
  if (!figure) return undefined

  const by = DIMENSIONS.find((one) => one === params.get('drillBy'))
  const key = params.get('key')
  return {
    figure,
    part: params.get('part') === 'denominator' ? 'denominator' : 'numerator',
    ...(by && key !== null && { row: { by, key } }),
    ...(params.get('of') === 'before' && { before: true }),
  }
}

export function withDrilled(params: URLSearchParams, drilled: Drilled | undefined): URLSearchParams {
  const after = withPlace(params, { drill: '', part: '', drillBy: '', key: '', of: '' })
  if (!drilled) return after

  after.set('drill', drilled.figure)
  if (drilled.part === 'denominator') after.set('part', drilled.part)
  if (drilled.row) {
    after.set('drillBy', drilled.row.by)
    after.set('key', drilled.row.key)
  }
  if (drilled.before) after.set('of', 'before')
  return after
}

export function drillQuery(place: Pick<FiguresPlace, 'period' | 'filters'>, drilled: Drilled): URLSearchParams {
  const query = figuresQuery(place)
  query.set('figure', drilled.figure)
  query.set('part', drilled.part)
  if (drilled.row) {
    query.set('by', drilled.row.by)
    query.set('key', drilled.row.key)
  }
  return query
}

function pair(name: string, value: string | null): readonly (readonly [string, string])[] {
  return value ? [[name, value]] : []
}
