import { expect, it } from 'vitest'
import { createEntityReader } from '../../src/understanding/entities/entity-reader.ts'
import { createMatcher } from '../../src/understanding/matcher.ts'
import type { Model } from '../../src/understanding/model.ts'
import { trainModel } from '../../src/understanding/train-model.ts'
import { toTrainingSource } from '../../src/understanding/training-source.ts'
import { matcherOf, SMALL_SHOP } from './small-shop.ts'

const QUESTIONS = ['今天能发吗', '退货怎么弄', 'is there a bigger size', '我要 tuikuan', '给我打个折']
const NEW_WORDS = '呼噜呼噜哗啦啦'

/** The small shop with one more example in its first intent. */
function taught() {
  const [first, ...others] = SMALL_SHOP.intents
  if (!first) throw new Error('the small shop has no intent')
  return {
    first,
    source: { ...SMALL_SHOP, intents: [{ ...first, examples: [...first.examples, NEW_WORDS] }, ...others] },
  }
}

function hear(model: Model, text: string) {
  return createMatcher(model, createEntityReader([]), 'UTC').understand({ text, locale: 'zh', at: 0 })
}

it('gives the same answers for the same seed', () => {
  const [one, other] = [trainModel(SMALL_SHOP, { seed: 7 }), trainModel(SMALL_SHOP, { seed: 7 })]

  for (const text of QUESTIONS) expect(hear(one, text)).toEqual(hear(other, text))
})

it('gives the model back when nothing was taught anew', () => {
  const previous = trainModel(SMALL_SHOP)

  expect(trainModel(structuredClone(SMALL_SHOP), { previous })).toBe(previous)
  expect(trainModel(structuredClone(SMALL_SHOP), { previous, seed: 8 })).not.toBe(previous)
})

it('knows an example that was added to what the previous model knew, and keeps its calibration', () => {
  const { first, source } = taught()
  const previous = trainModel(SMALL_SHOP)

  const next = trainModel(source, { previous })

  expect(hear(previous, NEW_WORDS).candidates[0]?.intent).not.toBe(first.id)
  expect(hear(next, NEW_WORDS).candidates[0]).toMatchObject({ intent: first.id, confidence: 0.99 })
  expect(next.calibration).toBe(previous.calibration)
})

it('gives a model for a shop with one intent, and for one with none', () => {
  const single = { ...SMALL_SHOP, intents: SMALL_SHOP.intents.slice(3, 4), outOfScope: [], synonyms: [] }

  expect(hear(trainModel(single), '我要退款').candidates[0]?.intent).toBe('refund_apply')
  expect(hear(trainModel({ ...single, intents: [] }), '我要退款')).toMatchObject({ candidates: [], outOfScope: 1 })
})

it('uses the shipped calibration where there is too little to calibrate', () => {
  const tiny = matcherOf({ ...SMALL_SHOP, intents: SMALL_SHOP.intents.slice(0, 5) })
  const confidenceOf = (text: string) => tiny.understand({ text, locale: 'zh', at: 0 }).candidates[0]?.confidence ?? 0

  expect(confidenceOf('我的快递现在到哪了')).toBeGreaterThan(0.5)
  expect(confidenceOf('月亮离地球多远')).toBeLessThan(0.4)
  expect(tiny.answerAbove(0.05)).toBeUndefined()
})

it('takes titles of all languages, examples and `not:` from the knowledge base', () => {
  const source = toTrainingSource({
    intents: new Map([
      ['a', { id: 'a', title: { zh: '退款', en: 'Refund' }, examples: ['退钱'], not: ['退货'] }],
      ['b', { id: 'b', title: '发货', examples: [], not: [] }],
    ]),
    outOfScope: ['天气'],
    synonyms: [],
  } as unknown as Parameters<typeof toTrainingSource>[0])

  expect(source).toEqual({
    intents: [
      { id: 'a', titles: ['退款', 'Refund'], examples: ['退钱'], not: ['退货'] },
      { id: 'b', titles: ['发货'], examples: [], not: [] },
    ],
    outOfScope: ['天气'],
    synonyms: [],
  })
})

it('learns anew only what an edit touches, and answers as well as if all were learnt', () => {
  const { first, source } = taught()
  const previous = trainModel(SMALL_SHOP)
  const columnOf = (model: Model, intent: string) => model.linear.biases[model.intents.indexOf(intent)]

  const next = trainModel(source, { previous })
  const whole = trainModel(source)

  expect(columnOf(next, first.id)).not.toBe(columnOf(previous, first.id))
  expect(next.intents.filter((intent) => columnOf(next, intent) === columnOf(previous, intent)).length).toBeGreaterThan(
    0,
  )
  for (const text of QUESTIONS) {
    expect(hear(next, text).candidates[0]?.intent).toBe(hear(whole, text).candidates[0]?.intent)
  }
})
