import { describe, expect, it } from 'vitest'
import type { Thresholds } from '../../src/domain/knowledge.ts'
import { applyRisk } from '../../src/domain/thresholds.ts'

const WRITTEN: Thresholds = { answer: 0.55, clarify: 0.18, risky: 0.7, riskyIntents: ['refund_apply'] }

/** A matcher that knows what some risks come to, and of all others too little. */
function knowing(pairs: readonly (readonly [risk: number, threshold: number])[]) {
  const known = new Map(pairs)
  return (risk: number) => known.get(risk)
}

describe('the thresholds of a shop', () => {
  it('stand as they are written where the owner chose no risk', () => {
    const neverAsked = () => {
      throw new Error('asked for a risk that nobody chose')
    }

    expect(applyRisk(WRITTEN, neverAsked)).toBe(WRITTEN)
  })

  it('come from the matcher where a risk is accepted, with half of it for risky intents', () => {
    const thresholds = applyRisk(
      { ...WRITTEN, risk: 0.04 },
      knowing([
        [0.04, 0.62],
        [0.02, 0.81],
      ]),
    )

    expect(thresholds).toEqual({ ...WRITTEN, risk: 0.04, answer: 0.62, risky: 0.81 })
  })

  it('stand as they are written where the matcher knows too little', () => {
    expect(applyRisk({ ...WRITTEN, risk: 0.04 }, knowing([]))).toEqual({ ...WRITTEN, risk: 0.04 })
    expect(applyRisk({ ...WRITTEN, risk: 0.04 }, knowing([[0.04, 0.5]]))).toMatchObject({ answer: 0.5, risky: 0.7 })
  })

  it('never ask less of a risky intent than of any other', () => {
    expect(applyRisk({ ...WRITTEN, risk: 0.04 }, knowing([[0.04, 0.9]]))).toMatchObject({ answer: 0.9, risky: 0.9 })
    expect(
      applyRisk(
        { ...WRITTEN, risk: 0.04 },
        knowing([
          [0.04, 0.8],
          [0.02, 0.75],
        ]),
      ),
    ).toMatchObject({ risky: 0.8 })
  })

  it('neither answer nearly everything nor nothing at all, whatever the matcher says', () => {
    const careless = applyRisk({ ...WRITTEN, risk: 0.9 }, () => 0.01)
    const anxious = applyRisk({ ...WRITTEN, risk: 0.001 }, () => 0.999)

    expect(careless).toMatchObject({ answer: 0.35, risky: 0.35, clarify: 0.18 })
    expect(anxious).toMatchObject({ answer: 0.97, risky: 0.97, clarify: 0.18 })
  })

  it('ask back only below what is answered', () => {
    const asksEarly = { ...WRITTEN, clarify: 0.5, risk: 0.04 }

    expect(applyRisk(asksEarly, () => 0.4)).toMatchObject({ answer: 0.4, clarify: 0.4 })
    expect(applyRisk(asksEarly, () => 0.6)).toMatchObject({ answer: 0.6, clarify: 0.5 })
  })
})
