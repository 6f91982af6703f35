import { describe, expect, it } from 'vitest'
import { areaUnderCurve, percentile } from '../../src/domain/evaluation/metrics.ts'
import { parseLabelled } from '../../src/domain/evaluation/parse-labelled.ts'
import type { Understood } from '../../src/domain/understanding.ts'
import type { Understanding } from '../../src/ports/world.ts'
import { evaluate } from '../../src/understanding/evaluation/evaluate.ts'

/** Utterances name their own candidates: `a:0.9 b:0.1`. */
const scripted: Pick<Understanding, 'understand' | 'answerAbove'> = {
  understand: ({ text }) => ({
    language: 'zh',
    mood: 'calm',
    wantsPerson: false,
    threatensLaw: false,
    questions: [],
    entities: [],
    outOfScope: 0,
    candidates: text.split(' ').map((pair) => {
      const [intent = '', confidence = ''] = pair.split(':')
      return { intent, confidence: Number(confidence), evidence: [] }
    }),
  }),
  answerAbove: () => undefined,
}

function decide({ candidates }: Understood) {
  const confidence = candidates[0]?.confidence ?? 0
  if (confidence >= 0.5) return 'answer'
  return confidence >= 0.2 ? 'clarify' : 'none'
}

const ROWS = parseLabelled(`a:0.9 b:0.1\ta\tplain
a:0.6 b:0.3\tb\tslang
b:0.4 a:0.3\tb\tslang
b:0.1 c:0.1 a:0.1\ta
a:0.7\tnone\tplain
b:0.05\tnone
`)

describe('evaluate', () => {
  it('computes by hand-checked arithmetic', () => {
    const { latencyUs, rssMb, ece, reliability, thresholdCurve, ...rest } = evaluate(scripted, ROWS, decide, {
      trainMs: 12,
    })

    expect(rest).toEqual({
      total: 6,
      inScope: 4,
      outOfScope: 2,
      top1: 2 / 4,
      top3: 1,
      macroF1: 0.5,
      answered: 2 / 4,
      answeredPrecision: 1 / 3,
      falseAnswers: 1 / 2,
      oosRecall: 1 / 2,
      oosPrecision: 1 / 2,
      auroc: 5 / 8,
      confusions: [
        { intent: 'b', found: 'a', count: 1 },
        { intent: 'a', found: 'b', count: 1 },
      ],
      byStyle: { plain: { total: 2, top1: 1, answered: 1 }, slang: { total: 2, top1: 0.5, answered: 0.5 } },
      byIntent: {
        a: { total: 2, top1: 0.5, precision: 0.5, recall: 0.5, f1: 0.5 },
        b: { total: 2, top1: 0.5, precision: 0.5, recall: 0.5, f1: 0.5 },
      },
      trainMs: 12,
    })
    // Right at 0.9 and 0.4, wrong at 0.7, 0.6, 0.1 and 0.05: each alone in its bin of a tenth.
    expect(ece).toBeCloseTo((0.1 + 0.6 + 0.7 + 0.6 + 0.1 + 0.05) / 6)
    expect(reliability.find(({ from }) => from === 0.9)).toMatchObject({ share: 1 / 6, accuracy: 1 })
    expect(thresholdCurve.find(({ threshold }) => threshold === 0.65)).toEqual({
      threshold: 0.65,
      answered: 1 / 4,
      answeredPrecision: 1 / 2,
      falseAnswers: 1 / 2,
    })
    expect(latencyUs.p99).toBeGreaterThanOrEqual(latencyUs.p50)
    expect(rssMb).toBeGreaterThan(1)
  })

  it('hands every row to the caller', () => {
    const wrong: string[] = []
    evaluate(scripted, ROWS, decide, {
      onRow: (row, { candidates }) => {
        if (candidates[0]?.intent !== row.intent) wrong.push(row.utterance)
      },
    })

    expect(wrong).toHaveLength(4)
  })

  it('counts ties as half in the area under the curve', () => {
    expect(areaUnderCurve([0.5, 0.9], [0.5])).toBe(0.75)
    expect(areaUnderCurve([], [0.5])).toBeUndefined()
  })

  it('takes percentiles by nearest rank', () => {
    expect([0.5, 0.99].map((part) => percentile([1, 2, 3, 4], part))).toEqual([2, 4])
  })
})

describe('parseLabelled', () => {
  it('reads rows with and without a style', () => {
    expect(parseLabelled('\ufeff在吗\tgreet\r\n\n天气\tnone\tfar\n')).toEqual([
      { utterance: '在吗', intent: 'greet' },
      { utterance: '天气', intent: 'none', style: 'far' },
    ])
  })

  it('reads what a spreadsheet has saved, with a line of heads', () => {
    expect(parseLabelled('utterance,intent\r\n"在吗, 亲",greet\r\n"说""好""的",none\r\n')).toEqual([
      { utterance: '在吗, 亲', intent: 'greet' },
      { utterance: '说"好"的', intent: 'none' },
    ])
  })

  it.each([
    ['在吗\tgreet\n只有话', 'Line 2: the intent is missing'],
    ['\tgreet', 'Line 1: the utterance is empty'],
    ['a\tb\tc\td', 'Line 1: more than 3 columns'],
  ])('names the line of %j', (text, message) => {
    expect(() => parseLabelled(text)).toThrow(message)
  })
})
