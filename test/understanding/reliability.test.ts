import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  expectedCalibrationError,
  NO_TRIALS,
  thresholdFor,
  toReliability,
} from '../../src/understanding/confidence/reliability.ts'

/** A hundred trials from 1.00 down to 0.01, of which every `nth` below 0.8 is wrong. */
const trials = (nth: number) =>
  Array.from({ length: 100 }, (_, at) => ({
    confidence: (100 - at) / 100,
    right: at < 20 || at % nth !== 0,
    weight: 1,
  }))

it('finds the lowest confidence above which the accepted share of answers is wrong', () => {
  const reliability = toReliability(trials(2))

  // Of the first 22 one is wrong (4.5 %), of the first 23 two are (8.7 %).
  expect(thresholdFor(reliability, 0.05)).toBe(0.79)
  expect(thresholdFor(reliability, 0.5)).toBe(0.01)
})

it('names no threshold where trials are too few, and the highest where nothing is that sure', () => {
  expect(thresholdFor(NO_TRIALS, 0.05)).toBeUndefined()
  expect(thresholdFor(toReliability(trials(2).slice(0, 15)), 0.05)).toBeUndefined()
  expect(thresholdFor(toReliability(trials(1).map((one) => ({ ...one, right: false }))), 0.2)).toBe(1)
})

it('never asks for less confidence where less risk is accepted', () => {
  const anyTrials = fc.array(
    fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean(), weight: fc.constant(1) }),
    { minLength: 30, maxLength: 200 },
  )
  fc.assert(
    fc.property(anyTrials, fc.double({ min: 0, max: 0.4, noNaN: true }), (some, risk) => {
      const reliability = toReliability(some)
      const strict = thresholdFor(reliability, risk) ?? 2

      expect(strict).toBeGreaterThanOrEqual(thresholdFor(reliability, risk * 2) ?? 2)
    }),
  )
})

it('measures how far confidence and accuracy lie apart', () => {
  const half = (confidence: number) => [
    { confidence, right: true, weight: 1 },
    { confidence, right: false, weight: 1 },
  ]

  expect(expectedCalibrationError(toReliability(half(0.55)))).toBeCloseTo(0.05)
  expect(expectedCalibrationError(toReliability(half(0.95)))).toBeCloseTo(0.45)
})
