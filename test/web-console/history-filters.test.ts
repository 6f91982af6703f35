import { expect, it } from 'vitest'
import { filtersIn, firstDayOf, spanOf, toQuery, withFilters } from '../../web-console/history/filters.ts'

const NOON = new Date(2026, 10, 28, 12).getTime()

it('reads from an address what it says of filters, and nothing that is empty', () => {
  expect(filtersIn(new URLSearchParams('q=退货&status=&c=c1&x=1&notes=true'))).toEqual({ q: '退货', notes: 'true' })
})

it('changes one filter, and leaves the others and what is open', () => {
  const after = withFilters(new URLSearchParams('q=a&agent=mina&c=c1&seq=3'), { agent: '', status: 'bot' })

  expect(after.toString()).toBe('q=a&c=c1&seq=3&status=bot')
})

it('asks from the first moment of a day to the last, here', () => {
  const query = toQuery({ from: '2026-11-01', to: '2026-11-01', q: 'a' })

  expect(Number(query.get('from'))).toBe(new Date(2026, 10, 1).getTime())
  expect(Number(query.get('to'))).toBe(new Date(2026, 10, 2).getTime() - 1)
  expect(toQuery({ from: 'yesterday' }).size).toBe(0)
})

it('knows the last so many days again, today included', () => {
  expect(firstDayOf('week', NOON)).toBe('2026-11-22')
  expect(spanOf({ from: '2026-11-22' }, NOON)).toBe('week')
  expect(spanOf({ from: '2026-11-28' }, NOON)).toBe('today')
  expect(spanOf({ from: '2026-11-22', to: '2026-11-28' }, NOON)).toBe('custom')
  expect(spanOf({}, NOON)).toBe('all')
})
