import { expect, it } from 'vitest'
import { exampleFact } from '../../src/domain/facts/example-facts.ts'
import { FACT_NAMES } from '../../src/domain/facts/fact-names.ts'

const speech = { language: 'zh', timeZone: 'Asia/Shanghai', currency: 'CNY', now: Date.UTC(2026, 10, 12) } as const
/** These are known at any time. */
const ALWAYS = ['clock', 'today', 'weekday', 'ship.day', 'ship.date', 'desk.open', 'desk.staffed', 'shop.name']

it('has an example of every fact that may be missing, in both languages', () => {
  const without = (['zh', 'en'] as const).map((locale) =>
    FACT_NAMES.filter((name) => exampleFact(name, { ...speech, locale }) === undefined),
  )

  expect(without).toEqual([ALWAYS, ALWAYS].map((names) => FACT_NAMES.filter((name) => names.includes(name))))
})

it('says amounts in the money of the shop', () => {
  expect(exampleFact('order.total', { ...speech, locale: 'zh' })).toBe('¥269')
  expect(exampleFact('order.total', { ...speech, locale: 'en', currency: 'USD' })).toBe('$269')
  expect(exampleFact('no.such', { ...speech, locale: 'zh' })).toBeUndefined()
})
