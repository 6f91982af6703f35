import { describe, expect, it } from 'vitest'
import { trainMatcher } from '../../src/understanding/train-matcher.ts'
import { toTrainingSource } from '../../src/understanding/training-source.ts'
import { SMALL_SHOP } from './small-shop.ts'

const QUESTIONS = ['今天能发吗', '退货怎么弄', 'is there a bigger size', '我要 tuikuan', '给我打个折']

describe('trainMatcher', () => {
  it('gives the same answers for the same seed', async () => {
    const [one, other] = await Promise.all([
      trainMatcher(SMALL_SHOP, { seed: 7 }),
      trainMatcher(SMALL_SHOP, { seed: 7 }),
    ])

    for (const text of QUESTIONS) {
      expect(one.understand({ text, locale: 'zh' })).toEqual(other.understand({ text, locale: 'zh' }))
    }
  })

  it('gives the matcher back when nothing was taught anew', async () => {
    const previous = await trainMatcher(SMALL_SHOP)

    expect(await trainMatcher(structuredClone(SMALL_SHOP), { previous })).toBe(previous)
  })

  it('knows an example that was added to what the previous matcher knew', async () => {
    const previous = await trainMatcher(SMALL_SHOP)
    const [first, ...others] = SMALL_SHOP.intents
    if (!first) throw new Error('the small shop has no intent')
    const text = '呼噜呼噜哗啦啦'
    const taught = { ...SMALL_SHOP, intents: [{ ...first, examples: [...first.examples, text] }, ...others] }

    const next = await trainMatcher(taught, { previous })

    expect(previous.understand({ text, locale: 'zh' }).candidates[0]?.intent).not.toBe(first.id)
    expect(next.understand({ text, locale: 'zh' }).candidates[0]).toMatchObject({ intent: first.id, confidence: 0.99 })
  })

  it('gives a matcher for a shop with one intent, and for one with none', async () => {
    const single = { ...SMALL_SHOP, intents: SMALL_SHOP.intents.slice(3, 4), outOfScope: [], synonyms: [] }
    const one = await trainMatcher(single)
    const none = await trainMatcher({ ...single, intents: [] })

    expect(one.understand({ text: '我要退款', locale: 'zh' }).candidates[0]?.intent).toBe('refund_apply')
    expect(none.understand({ text: '我要退款', locale: 'zh' })).toMatchObject({ candidates: [], outOfScope: 1 })
  })

  it('uses the shipped calibration where there is too little to calibrate', async () => {
    const tiny = await trainMatcher({ ...SMALL_SHOP, intents: SMALL_SHOP.intents.slice(0, 5) })
    const confidenceOf = (text: string) => tiny.understand({ text, locale: 'zh' }).candidates[0]?.confidence ?? 0

    expect(confidenceOf('我的快递现在到哪了')).toBeGreaterThan(0.5)
    expect(confidenceOf('月亮离地球多远')).toBeLessThan(0.4)
  })

  it('lets others run meanwhile', async () => {
    const examplesOf = (examples: readonly string[]) =>
      examples.flatMap((one) => ['', '呀', '请问', '?'].map((end) => one + end))
    const larger = {
      ...SMALL_SHOP,
      intents: SMALL_SHOP.intents.map((intent) => ({ ...intent, examples: examplesOf(intent.examples) })),
    }
    let turns = 0
    const watch = setInterval(() => turns++, 1)
    await trainMatcher(larger)
    clearInterval(watch)

    expect(turns).toBeGreaterThan(3)
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
})
