import { describe, expect, it } from 'vitest'
import { judgeTest } from '../../src/domain/owner-tests.ts'
import { heard, policy } from './given.ts'

const { thresholds } = policy()
const clear = { shipping_time: 0.9, shipping_urge: 0.05 }
const unsure = { shipping_time: 0.4, shipping_urge: 0.3 }
const lost = { shipping_time: 0.1 }

function judge(wanted: { expect?: string; not?: string }, confidences: Readonly<Record<string, number>>) {
  const test = { say: '什么时候发货', place: 'tests/shipping.yaml:3:5', ...wanted }
  return judgeTest(test, heard(confidences).understood, thresholds)
}

describe("an owner's test", () => {
  it.each([
    [{ expect: 'shipping_time' }, clear, true],
    [{ expect: 'shipping_time' }, unsure, true],
    [{ expect: 'shipping_time' }, lost, true],
    [{ expect: 'shipping_urge' }, clear, false],
    [{ expect: 'shipping_urge' }, {}, false],
    [{ expect: 'none' }, clear, false],
    [{ expect: 'none' }, unsure, true],
    [{ expect: 'none' }, lost, true],
    [{ expect: 'none' }, {}, true],
    [{ not: 'shipping_time' }, clear, false],
    [{ not: 'shipping_time' }, unsure, false],
    [{ not: 'shipping_time' }, lost, true],
    [{ not: 'shipping_time' }, {}, true],
    [{ not: 'shipping_urge' }, clear, true],
    [{ expect: 'shipping_time', not: 'shipping_urge' }, clear, true],
    [{ expect: 'shipping_time', not: 'shipping_time' }, clear, false],
  ])('%j with %j passes: %s', (wanted, confidences, passed) => {
    expect(judge(wanted, confidences).passed).toBe(passed)
  })

  it('tells what was found, and how sure it is', () => {
    expect(judge({ expect: 'none' }, clear)).toMatchObject({ found: 'shipping_time', confidence: 0.9 })
    expect(judge({ expect: 'shipping_time' }, lost)).toMatchObject({ found: 'none', confidence: 0.1 })
    expect(judge({ expect: 'shipping_time' }, {})).toMatchObject({ found: 'none', confidence: 0 })
  })
})
