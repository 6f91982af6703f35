import { describe, expect, it } from 'vitest'
import { caseFacts } from '../../../src/domain/facts/case-facts.ts'
import { FACT_NAMES } from '../../../src/domain/facts/fact-names.ts'
import { customerFacts, shopFacts, timeFacts } from '../../../src/domain/facts/shop-facts.ts'
import type { KnowledgeBase } from '../../../src/domain/knowledge.ts'
import { weekdaysOpen } from '../given.ts'
import { aCase, DUE } from '../given-case.ts'
import { DAY, HOUR, NOW, speech } from '../given-shop.ts'

const zh = speech()
const en = speech({ locale: 'en' })
const holiday = { from: '2026-11-25', until: '2026-11-26', open: [] }

function shop(facts: KnowledgeBase['shop']['facts'] = { cutoff: '16:00', carrier: { zh: '中通', en: 'ZTO' } }) {
  const calendar = weekdaysOpen(['09:00-12:00', '13:00-18:00'], { days: [holiday] })
  return { calendar, shop: { name: { zh: '小店', en: 'Shop' }, facts } } as unknown as KnowledgeBase
}
const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour - 8, minute)
const timeAt = (now: number, onDuty = 0) => timeFacts(shop(), onDuty, speech({ now }))

it("are the shop's own, in the language that is spoken", () => {
  expect(shopFacts(shop(), en)).toEqual({ 'shop.cutoff': '16:00', 'shop.carrier': 'ZTO', 'shop.name': 'Shop' })
})

describe('the facts of the hour', () => {
  it("are read from the shop's clock", () => {
    expect(timeAt(at(23, 10))).toMatchObject({
      clock: '10:00',
      today: '2026-11-23',
      weekday: 1,
      'desk.open': true,
      'desk.hours': '09:00–12:00, 13:00–18:00',
    })
    expect(timeAt(at(29, 10))).toMatchObject({ weekday: 7, 'desk.open': false })
    expect(timeAt(at(29, 10))).not.toHaveProperty('desk.hours')
  })

  it('say when people are back, and nothing while they are there', () => {
    expect(timeAt(at(23, 12, 30))['desk.next_open']).toBe('今天 13:00')
    expect(timeAt(at(23, 18))['desk.next_open']).toBe('明天 09:00')
    expect(timeAt(at(24, 18))['desk.next_open']).toBe('11 月 27 日 09:00')
    expect(timeFacts(shop(), 0, speech({ locale: 'en', now: at(24, 18) }))['desk.next_open']).toBe(
      'on 2026-11-27 at 09:00',
    )
    expect(timeAt(at(23, 10))).not.toHaveProperty('desk.next_open')
  })

  it('call the desk open while somebody is on duty, whatever the hour', () => {
    expect(timeAt(at(29, 10), 1)['desk.open']).toBe(true)
  })

  it.each([
    [at(23, 15, 59), '今天', '2026-11-23'],
    [at(23, 16), '明天', '2026-11-24'],
    [at(24, 16), '11月27日', '2026-11-27'],
    [at(28, 9), '11月30日', '2026-11-30'],
  ])('say when an order leaves that is paid now', (now, day, date) => {
    expect(timeAt(now)).toMatchObject({ 'ship.day': day, 'ship.date': date })
  })
})

it('are what is known of the customer', () => {
  const customer = { tier: 'vip', verified: true } as Parameters<typeof customerFacts>[0]

  expect(customerFacts(customer)).toEqual({ 'customer.tier': 'vip', 'customer.verified': true })
  expect(customerFacts({ ...customer, name: '林小满' })).toMatchObject({ 'customer.name': '林小满' })
})

describe('the facts of cases', () => {
  const going = aCase([{ status: 'in_progress', at: DUE - DAY, note: '请寄回来' }])
  const ended = aCase([{ status: 'resolved', at: DUE - HOUR }], { number: 'SH2', createdAt: DUE })

  it('are of the newest that goes on, with the last that was said of it', () => {
    expect(caseFacts([ended, going], zh)).toMatchObject({
      'case.count': 2,
      'case.open_count': 1,
      'case.number': 'SH26112300001',
      'case.title': '亚麻连衣裙 S 码退货',
      'case.status': 'in_progress',
      'case.ended': false,
      'case.opened_on': '11月23日',
      'case.due': '11月25日 18:00',
      'case.overdue': false,
      'case.note': '请寄回来',
    })
  })

  it('are of the newest where none goes on', () => {
    expect(caseFacts([ended], zh)).toMatchObject({ 'case.number': 'SH2', 'case.ended': true, 'case.open_count': 0 })
  })

  it('are overdue from its hour on, and never once it has ended', () => {
    const late = speech({ now: DUE + 1 })

    expect(caseFacts([going], speech({ now: DUE }))['case.overdue']).toBe(false)
    expect(caseFacts([going], late)['case.overdue']).toBe(true)
    expect(caseFacts([ended], late)['case.overdue']).toBe(false)
  })

  it('are counts alone where there is none', () => {
    expect(caseFacts([], zh)).toEqual({ 'case.count': 0, 'case.open_count': 0 })
  })
})

it('have all of them a name that owners may use', () => {
  const names = new Set<string>(FACT_NAMES)
  const facts = { ...timeAt(NOW + 12 * HOUR), ...caseFacts([aCase([{ note: '好' }])], zh) }

  expect(Object.keys(facts).filter((name) => !names.has(name))).toEqual([])
})
