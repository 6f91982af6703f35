import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findUnbacked } from '../../src/domain/promises.ts'

describe('a figure of a reply is backed', () => {
  it.each([
    ['by a fact', '¥269，有 3 件', '{{ a }}，有 {{ b }} 件', ['¥269', '3']],
    ["by the owner's own words", '7 天内可退', '7 天内可退', []],
    ['by a date of a fact', '11月25日 18:00 前', '{{ a }} 前', ['11月25日 18:00']],
    ['by both', '7 天，还剩 3 天', '7 天，还剩 {{ a }} 天', ['3']],
    ['by two facts side by side', '88-120 斤', '{{ a }}-{{ b }} 斤', ['88', '120']],
    ['by two facts with the clock’s colon between', '9:30', '{{ a }}:{{ b }}', ['9', '30']],
    ['by a fact with thousands', '¥1,299.50', '{{ a }}', ['¥1,299.50']],
    ['where there is none', '好的', '{{ a }}', ['好的']],
  ] as const)('%s', (_how, reply, template, values) => {
    expect(findUnbacked(reply, template, values)).toEqual([])
  })
})

describe('a figure of a reply is not backed', () => {
  it.each([
    ['by nothing at all', '¥268', '¥{{ a }}', ['269'], ['268']],
    ['by a part of a figure', '有 29 件', '有 {{ a }} 件', ['¥1,299'], ['29']],
    ['by the beginning of a date', '2026 年', '{{ a }}', ['2026-11-25'], ['2026']],
    ['by a fact with a nought behind it', '有 30 件', '有 {{ a }}0 件', ['3'], ['30']],
    ['by a day that is another', '11月26日', '{{ a }}', ['11月25日'], ['26']],
    ['by facts that would have to be put together to a price', '¥3.99', '¥{{ a }}.{{ b }}', ['3', '99'], ['3.99']],
    ['by facts that would have to be put together to thousands', '¥1,299', '{{ a }}', ['1', '299'], ['1,299']],
    ['twice, each told', '268 或 267', '{{ a }}', ['269'], ['268', '267']],
  ] as const)('%s', (_how, reply, template, values, unbacked) => {
    expect(findUnbacked(reply, template, values)).toEqual(unbacked)
  })
})

it('backs whatever is said by the facts alone, and never a figure that none of them holds', () => {
  const figure = fc.integer({ min: 1, max: 999_999 }).map(String)
  fc.assert(
    fc.property(fc.array(figure, { maxLength: 5 }), figure, (values, other) => {
      expect(findUnbacked(values.join(' 件 '), '', values)).toEqual([])
      expect(findUnbacked(`${values.join(' 件 ')} ${other}`, '', values)).toEqual(values.includes(other) ? [] : [other])
    }),
  )
})
