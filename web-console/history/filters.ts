/** What of the address says which conversations are shown; days are local ones as 2026-11-28. */
export const FILTER_NAMES = [
  'q',
  'from',
  'to',
  'status',
  'agent',
  'label',
  'intent',
  'reason',
  'rating',
  'tier',
  'tag',
  'notes',
] as const
export type FilterName = (typeof FILTER_NAMES)[number]
export type Filters = Readonly<Partial<Record<FilterName, string>>>

export function filtersIn(params: URLSearchParams): Filters {
  const given = FILTER_NAMES.map((name) => [name, params.get(name)?.trim() ?? ''] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== ''))
}

/** The address with these filters; what is open beside the list stays open. */
export function withFilters(params: URLSearchParams, change: Filters): URLSearchParams {
  const after = new URLSearchParams(params)
  for (const name of FILTER_NAMES) {
    if (!(name in change)) continue
    if (change[name]) after.set(name, change[name])
    else after.delete(name)
  }
  return after
}

/** What the server is asked for: days become the moments at which they begin and end here. */
export function toQuery(filters: Filters): URLSearchParams {
  const query = new URLSearchParams()
  for (const name of FILTER_NAMES) {
    const value = filters[name]
    if (value === undefined) continue
    if (name === 'from' || name === 'to') {
      const at = startOf(value, name === 'to' ? 1 : 0)
      if (at !== undefined) query.set(name, String(name === 'to' ? at - 1 : at))
    } else query.set(name, value)
  }
  return query
}

/** The first moment of a day, or of one after it: not every day has twenty-four hours. */
function startOf(day: string, later: number): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []
  return year === undefined ? undefined : new Date(Number(year), Number(month) - 1, Number(date) + later).getTime()
}

export const SPANS = { today: 1, week: 7, month: 30, quarter: 90 } as const
export type Span = keyof typeof SPANS

/** The first of the last so many days, today included. */
export function firstDayOf(span: Span, now: number): string {
  const today = new Date(now)
  return dayOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() - SPANS[span] + 1))
}

/** Which of the spans these days are. */
export function spanOf({ from, to }: Filters, now: number): Span | 'all' | 'custom' {
  if (from === undefined && to === undefined) return 'all'
  const span = (Object.keys(SPANS) as Span[]).find((one) => from === firstDayOf(one, now))
  return span && to === undefined ? span : 'custom'
}

function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
