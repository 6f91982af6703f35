import { beforeAll, describe, expect, it } from 'vitest'
import type { Understanding } from '../../src/ports/world.ts'
import { matcherOf, SMALL_SHOP } from './small-shop.ts'

let understanding: Understanding

beforeAll(() => {
  understanding = matcherOf(SMALL_SHOP)
})

function hear(text: string) {
  return understanding.understand({ text, locale: 'zh', at: 0 })
}

function bestOf(text: string): string | undefined {
  return hear(text).candidates[0]?.intent
}

describe('the matcher', () => {
  it.each([
    ['今天下单什么时候能发', 'shipping_time'],
    ['快递走到哪里了', 'logistics_track'],
    ['when do you ship my order', 'shipping_time'],
    ['I need my money back', 'refund_apply'],
    ['what size do I choose', 'size_advice'],
  ])('finds what %j asks for', (text, intent) => {
    expect(bestOf(text)).toBe(intent)
  })

  it.each([
    ['homophones', '什么时候发火呀', 'shipping_time'],
    ['homophones', '怎么选尺马', 'size_advice'],
    ['traditional characters', '我要申請退款', 'refund_apply'],
    ['traditional characters', '請問可以開發票嗎', 'invoice_request'],
    ['typed pinyin', '我要 tuikuan', 'refund_apply'],
    ['typed pinyin', 'youhuiquan zai na ling', 'coupon_get'],
    ['emoji and marks', '可以🙏开。。发票！！吗???', 'invoice_request'],
    ['another word of the lexicon', '想要返款', 'refund_apply'],
    ['English among Chinese', '我想要 refund', 'refund_apply'],
  ])('is not led astray by %s: %j', (_, text, intent) => {
    expect(bestOf(text)).toBe(intent)
  })

  it('is sure of an example as it was written, whatever the marks', () => {
    expect(hear('今天拍，今天能发吗？').candidates[0]).toEqual({
      intent: 'shipping_time',
      confidence: 0.99,
      evidence: [{ example: '今天拍今天能发吗', similarity: 1 }],
    })
  })

  it('gives at most five candidates, best first, whose confidences add up to one at most', () => {
    const { candidates } = hear('退款以后优惠券还能用吗')
    const confidences = candidates.map(({ confidence }) => confidence)

    expect(candidates).toHaveLength(5)
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a))
    expect(confidences.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1)
  })

  it('shows up to three examples as evidence of the first three, nearest first, as the owner wrote them', () => {
    for (const { intent, evidence } of hear('HOW do I get a Refund??').candidates.slice(0, 3)) {
      const own = SMALL_SHOP.intents.find(({ id }) => id === intent)
      const similarities = evidence.map(({ similarity }) => similarity)

      expect(evidence.length).toBeGreaterThanOrEqual(1)
      expect(evidence.length).toBeLessThanOrEqual(3)
      expect(similarities).toEqual(similarities.toSorted((a, b) => b - a))
      expect([...(own?.titles ?? []), ...(own?.examples ?? [])]).toEqual(
        expect.arrayContaining(evidence.map(({ example }) => example)),
      )
    }
  })

  it('names the words that spoke for an intent, strongest first', () => {
    const [best] = hear('麻烦问一下 能帮我催一下发货吗 谢谢').candidates
    const weights = best?.weighed?.map(({ weight }) => weight) ?? []

    expect(best?.intent).toBe('shipping_urge')
    expect(best?.weighed?.map(({ text }) => text).join(' ')).toContain('催')
    expect(weights).toEqual(weights.toSorted((a, b) => b - a))
  })

  it.each(['13800138000', '202611220001', '3'])('leaves the bare number %j to the entities', (text) => {
    expect(hear(text)).toMatchObject({ candidates: [], outOfScope: 1 })
  })

  it('mends a slip of the pen', () => {
    expect(bestOf('i want a reufnd')).toBe('refund_apply')
    expect(bestOf('when does my oredr shipp')).toBe('shipping_time')
  })

  it('reads past a greeting and thanks', () => {
    expect(hear('您好，麻烦问一下，今天拍今天能发吗？谢谢').candidates[0]).toMatchObject({
      intent: 'shipping_time',
      confidence: 0.99,
    })
  })

  it('finds both of two questions, in the order in which they were asked', () => {
    const { questions } = hear('可以开发票吗？另外什么时候发货')

    expect(questions.map(({ candidates }) => candidates[0]?.intent)).toEqual(['invoice_request', 'shipping_time'])
  })

  it('finds one question where both pieces ask the same', () => {
    expect(hear('什么时候发货？今天拍今天能发吗').questions).toEqual([])
  })

  it('learns from `not:` that a text belongs elsewhere', () => {
    expect(bestOf('帮我催催发货')).toBe('shipping_urge')
  })

  it('finds the question behind chatty context', () => {
    const chatty = hear('昨天给我妈看中的那条蓝裙子她特别喜欢 今天拍今天能发吗')

    expect(chatty.candidates[0]?.intent).toBe('shipping_time')
    expect(chatty.candidates[0]?.confidence).toBeGreaterThan(0.4)
  })
})

describe('out of scope', () => {
  it.each(['明天会下雨吗', '帮我写首歌', 'who won the world cup', '月亮离地球多远', 'qwzx pfft blorg'])(
    'does not answer %j',
    (text) => {
      const { candidates, outOfScope } = hear(text)

      expect(candidates[0]?.confidence ?? 0).toBeLessThan(0.5)
      expect(outOfScope).toBeGreaterThan(0.3)
    },
  )

  it('knows an out-of-scope line that was written down', () => {
    expect(hear('给我讲个笑话!').outOfScope).toBe(0.99)
  })

  it.each(['', '   ', '🙏🙏', '???'])('has no candidates for %j', (text) => {
    expect(hear(text)).toMatchObject({ candidates: [], outOfScope: 1, language: 'zh', mood: 'calm' })
  })
})
