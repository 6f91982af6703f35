import { describe, expect, it } from 'vitest'
import { textIn } from '../../src/domain/localized-text.ts'
import { goodBut, loadShop, MARK, unmark } from './shop-folder.ts'

const faq = 'faq/shipping.yaml'
const dress = 'products/dress.yaml'

async function warningsOf(file: string, text: string) {
  const result = await loadShop({ [file]: text })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.warnings
}

/** The warnings about an answer that says this. */
async function warningsFor(say: string) {
  return warningsOf(faq, goodBut(faq, 'say: 马上催', `say: ${JSON.stringify(say)}`))
}

const HARD = [
  ['加急 ¥12', '金额「¥12」', 'an amount, "¥12"'],
  ['加急 12 元', '金额「12 元」', 'an amount, "12 元"'],
  ['加急１２块', '金额「12块」', 'an amount, "12块"'],
  ['满一百元减十块钱', '金额「百元」', 'an amount'],
  ['全场 8 折', '金额「8 折」', 'an amount'],
  ['It is $5 more', '金额「$5」', 'an amount, "$5"'],
  ['It is 20% off', '金额「20% off」', 'an amount, "20% off"'],
  ['11月11日发出', '日期「11月11日」', 'a date, "11月11日"'],
  ['2026-11-11 发出', '日期「2026-11-11」', 'a date, "2026-11-11"'],
  ['It ships on 11 November', '日期「11 November」', 'a date, "11 November"'],
  ['It ships on Nov 11', '日期「Nov 11」', 'a date, "Nov 11"'],
  ['还剩 3 件', '库存数「还剩 3 件」', 'a stock count, "还剩 3 件"'],
  ['库存：12', '库存数「库存:12」', 'a stock count'],
  ['Only 3 left', '库存数「3 left」', 'a stock count, "3 left"'],
  ['打 400-820-1688', '电话或单号「400-820-1688」', 'a phone or tracking number, "400-820-1688"'],
  ['单号 78650123349871', '电话或单号「78650123349871」', 'a phone or tracking number'],
  ['寄到文三路 478 号', '地址「寄到文三路 478 号」', 'an address, "寄到文三路 478 号"'],
  ['Send it to 478 Wensan Road', '地址「478 Wensan Road」', 'an address, "478 Wensan Road"'],
] as const

const SOFT = [
  '{{ shop.cutoff }} 前付款',
  '{% if clock < "16:00" %}今天{% else %}明天{% endif %}发出',
  '{{ product.price }} 元，还剩 {{ product.stock }} 件',
  '1–3 个工作日，7 天内，24 小时',
  '还有 2 步就好，第 1 步先拍照',
  '洗 30 次不变形，水温 40 度',
  '在五大道附近，出门右转 200 米',
  'It takes 3 to 5 working days, and may 2 of them be a weekend',
  '发 4 位尾号给我',
]

describe('an answer with figures of its own', () => {
  it.each(HARD)('is warned of: %s', async (say, zh, en) => {
    const warnings = await warningsFor(say)

    expect(warnings.map(({ cause }) => textIn(cause, 'zh', 'zh'))).toEqual([expect.stringContaining(zh)])
    expect(textIn(warnings[0]?.cause ?? '', 'en', 'en')).toContain(en)
  })

  it('is told where to put them, in both languages', async () => {
    const [warning] = await warningsFor('加急 12 元')

    expect(textIn(warning?.mend ?? '', 'zh', 'zh')).toMatch(/shop\.yaml 的 facts.*\{\{ shop\.… \}\}/)
    expect(textIn(warning?.mend ?? '', 'en', 'en')).toMatch(/facts: of shop\.yaml.*\{\{ shop\.… \}\}/)
  })

  it('is warned of each kind of figure once', async () => {
    const warnings = await warningsFor('加急 12 元或 15 元，11月11日到，打 400-820-1688')

    expect(warnings.map(({ cause }) => textIn(cause, 'zh', 'zh').slice(0, 2))).toEqual(['金额', '日期', '电话'])
  })

  it.each(SOFT)('is not warned of what is a fact, a span or a step: %s', async (say) => {
    expect(await warningsFor(say)).toEqual([])
  })
})

const FLOW = `flows:
  - id: hurry
    title: 催发货
    start: [shipping_urge]
    slots:
      - {name: reason, kind: text, label: 原因, ask: {zh: ‸加急要 12 元，为什么要加急, en: ‸It costs $12. Why}}
    rules:
      - {when: {clock.after: "18:00"}, say: ‸11月11日再说}
    confirm: {say: ‸一共 12 元, yes: 提交}
    done:
      - {say: ‸已寄到文三路 478 号}
`

describe('a warning', () => {
  it('stands at the text that it is about, in an answer of a product', async () => {
    const { text, places } = unmark(goodBut(dress, 'say: 预售，七天内发出', `say: ${MARK}预售价 199 元`))

    const warnings = await warningsOf(dress, text)

    expect(warnings.map(({ place }) => place)).toEqual(places.map((place) => `${dress}:${place}`))
  })

  it('stands at the text that it is about, in every part of a flow', async () => {
    const { text, places } = unmark(FLOW)

    const warnings = await warningsOf('flows/hurry.yaml', text)

    expect(warnings.map(({ place }) => place)).toEqual(places.map((place) => `flows/hurry.yaml:${place}`))
  })
})
