import { beforeAll, describe, expect, it } from 'vitest'
import { crossValidateExam } from '../../src/app/cross-validate.ts'
import type { Exam } from '../../src/app/evaluate-file.ts'
import type { Evaluation } from '../../src/understanding/evaluation/evaluate.ts'
import { SMALL_SHOP } from '../understanding/small-shop.ts'

const THRESHOLDS = { answer: 0.55, clarify: 0.18, risky: 0.7, riskyIntents: [] }
const EXAMPLES = SMALL_SHOP.intents.reduce((sum, { examples }) => sum + examples.length, 0)

/** Figures of this very run, which no two runs share. */
function withoutTimes({ trainMs, latencyUs, rssMb, ...rest }: Evaluation) {
  return rest
}

function examine(change: Partial<Exam> = {}): Promise<Evaluation> {
  return crossValidateExam({ source: SMALL_SHOP, thresholds: THRESHOLDS, ...change })
}

let result: Evaluation

beforeAll(async () => {
  result = await examine()
})

describe('a shop that is judged by its own examples', () => {
  it('is asked every example once, and all that is out of scope', () => {
    expect(result).toMatchObject({ inScope: EXAMPLES, outOfScope: SMALL_SHOP.outOfScope.length })
    for (const { id, examples } of SMALL_SHOP.intents) expect(result.byIntent[id]?.total).toBe(examples.length)
  })

  it('is asked what it has not learnt: nothing is as sure as an example that it knows', () => {
    expect(result.top1).toBeGreaterThan(2 / SMALL_SHOP.intents.length)
    expect(result.top1).toBeLessThan(1)
    expect(result.top3).toBeGreaterThanOrEqual(result.top1)
  })

  it('is told apart by language', () => {
    expect(Object.keys(result.byStyle)).toEqual(['en', 'zh'])
    expect((result.byStyle['en']?.total ?? 0) + (result.byStyle['zh']?.total ?? 0)).toBe(result.total)
  })

  it('comes to the same figures each time', async () => {
    expect(withoutTimes(await examine())).toEqual(withoutTimes(result))
  })

  it('answers by the thresholds of the exam', async () => {
    const [bold, shy] = await Promise.all([
      examine({ thresholds: { ...THRESHOLDS, answer: 0, clarify: 0 } }),
      examine({ thresholds: { ...THRESHOLDS, answer: 1 } }),
    ])

    expect(shy).toMatchObject({ answered: 0, falseAnswers: 0, top1: result.top1 })
    expect(bold.answered).toBeGreaterThan(result.answered)
  })

  it('answers by the written thresholds where it is too small to know what a risk comes to', async () => {
    const risky = await examine({ thresholds: { ...THRESHOLDS, risk: 0.01 } })

    expect(withoutTimes(risky)).toEqual(withoutTimes(result))
  })
})
