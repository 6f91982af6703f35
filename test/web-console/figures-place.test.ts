import { expect, it } from 'vitest'
import {
  areaQuery,
  drilledIn,
  drillQuery,
  placeIn,
  withDrilled,
  withPlace,
} from '../../web-console/reports/figures-place.ts'

const SATURDAY = new Date(2026, 10, 28, 9).getTime()

it('looks at a week, day by day, where the address says nothing', () => {
  expect(placeIn(new URLSearchParams(), SATURDAY)).toEqual({
    period: { from: '2026-11-22', until: '2026-11-28' },
    by: 'day',
    filters: {},
    show: undefined,
  })
})

it('reads the address, and takes nonsense for nothing', () => {
  const place = placeIn(new URLSearchParams('from=2026-10-01&until=2026-10-31&by=intent&tier=vip&agent='), SATURDAY)

  expect(place).toMatchObject({ by: 'intent', filters: { tier: 'vip' }, period: { from: '2026-10-01' } })
  expect(placeIn(new URLSearchParams('from=2026-10-31&until=2026-10-01&by=moon'), SATURDAY)).toMatchObject({
    by: 'day',
    period: { from: '2026-11-22' },
  })
})

it('asks the server in the same words', () => {
  const place = placeIn(new URLSearchParams('from=2026-10-01&until=2026-10-31&by=hour&channel=web'), SATURDAY)

  expect(areaQuery('sales', place).toString()).toBe('from=2026-10-01&until=2026-10-31&channel=web&area=sales&by=hour')
})

it('keeps what is drilled into in the address, beside the rest', () => {
  const params = new URLSearchParams('by=intent&tier=vip')
  const drilled = { figure: 'resolution', part: 'denominator', row: { by: 'agent', key: '' } } as const
  const opened = withDrilled(params, drilled)

  expect(drilledIn(opened)).toEqual(drilled)
  expect(drillQuery(placeIn(opened, SATURDAY), drilled).get('key')).toBe('')
  expect(withDrilled(opened, undefined).toString()).toBe('by=intent&tier=vip')
  expect(drilledIn(params)).toBeUndefined()
})

it('takes a filter out again', () => {
  expect(withPlace(new URLSearchParams('tier=vip&by=hour'), { tier: '', show: 'csat' }).toString()).toBe(
    'by=hour&show=csat',
  )
})
