import { describe, expect, it } from 'vitest'
import { type Broken, expectRefusal } from './broken.ts'
import { goodBut, loadShop } from './shop-folder.ts'

const faq = 'faq/shipping.yaml'
const dress = 'products/dress.yaml'
const shop = 'shop.yaml'
const but = (file: string, piece: string, instead: string) => ({ file, text: goodBut(file, piece, instead) })

const spelling = ['检查拼写', 'check the spelling'] as const
const fact = ['shop.yaml 的 facts', 'facts: of shop.yaml'] as const

const CASES: Readonly<Record<string, Broken>> = {
  'a follow-up intent that is not there': {
    ...but(faq, 'next: [shipping_urge]', 'next: [shipping_urge, ‸shipping_erge]'),
    cause: ['找不到「shipping_erge」', 'there is no "shipping_erge"'],
    mend: spelling,
  },
  'a product that goes with nothing': {
    ...but(dress, 'goes_with: [linen-dress]', 'goes_with: [‸straw-hat]'),
    cause: ['找不到「straw-hat」', 'there is no "straw-hat"'],
    mend: spelling,
  },
  'a product answer for an intent that is not there': {
    ...but(dress, '      shipping_time:\n        - say:', '      shipping_tyme:\n        ‸- say:'),
    cause: ['找不到「shipping_tyme」', 'there is no "shipping_tyme"'],
    mend: spelling,
  },
  'an answer with a product that is not there': {
    ...but(faq, 'products: [linen-dress]', 'products: [‸straw-hat]'),
    cause: ['找不到商品「straw-hat」', 'there is no product "straw-hat"'],
    mend: spelling,
  },
  'a test that expects what is not there': {
    ...but('tests/shipping.yaml', 'expect: shipping_time', 'expect: ‸shipping'),
    cause: ['找不到「shipping」', 'there is no "shipping"'],
    mend: spelling,
  },
  'a test against what is not there': {
    ...but('tests/shipping.yaml', 'not: shipping_time', 'not: ‸none'),
    cause: ['找不到「none」', 'there is no "none"'],
    mend: spelling,
  },
  'a test that wants nothing': {
    ...but('tests/shipping.yaml', '{say: 我退学了, expect: none}', '‸{say: 我退学了}'),
    cause: ['没有 expect 也没有 not', 'neither expect nor not'],
    mend: ['补上', 'add one'],
  },
  'a quick reply that is not there': {
    ...but(shop, 'quick_replies: [shipping_time]', 'quick_replies: [shipping_time, ‸size]'),
    cause: ['找不到意图「size」', 'there is no intent "size"'],
    mend: spelling,
  },
  'a risky intent that is not there': {
    ...but(shop, 'risky_intents: [shipping_urge]', 'risky_intents: [‸refund]'),
    cause: ['找不到意图「refund」', 'there is no intent "refund"'],
    mend: spelling,
  },
  'a time zone that is none': {
    ...but(shop, 'time_zone: Asia/Shanghai', 'time_zone: ‸Asia/Hangzhou'),
    cause: ['没有「Asia/Hangzhou」这个时区', 'there is no time zone "Asia/Hangzhou"'],
    mend: ['Asia/Shanghai', 'Asia/Shanghai'],
  },
  'a picture of a product that is not there': {
    ...but(dress, '    image: /media/dress.svg', '    image: ‸/media/none.svg'),
    cause: ['图片 /media/none.svg 不在', 'the picture /media/none.svg is not there'],
    mend: ['media/', 'media/'],
  },
  'a picture of an answer that is not there': {
    ...but(faq, 'image: /media/dress.svg', 'image: ‸/media/none.svg'),
    cause: ['图片 /media/none.svg 不在', 'the picture /media/none.svg is not there'],
    mend: ['media/', 'media/'],
  },
  'an unknown fact in a template': {
    ...but(faq, 'say: 明天发出', 'say: ‸"{{ shop.cutof }} 前"'),
    cause: ['没有「shop.cutof」这个事实', 'there is no fact "shop.cutof"'],
    mend: fact,
  },
  'an unknown fact in one language of a template': {
    ...but(faq, 'say: 马上催', 'say: {zh: 马上催, en: ‸"{{ oder.number }}"}'),
    cause: ['没有「oder.number」这个事实', 'there is no fact "oder.number"'],
    mend: fact,
  },
  'an unknown fact within a tag': {
    ...but(dress, 'say: 预售，七天内发出', 'say: ‸"{% if stock > 0 %}有货{% endif %}"'),
    cause: ['没有「stock」这个事实', 'there is no fact "stock"'],
    mend: fact,
  },
  'an unknown fact in a condition': {
    ...but(faq, '{clock.before: "{{ shop.cutoff }}"}', '‸{time.before: "16:00"}'),
    cause: ['没有「time」这个事实', 'there is no fact "time"'],
    mend: fact,
  },
  'braces that are not closed': {
    ...but(faq, 'say: 明天发出', 'say: ‸"{{ shop.cutoff 前"'),
    cause: ['模板写法有误', 'the template is not well formed'],
    mend: ['是否成对', 'are paired'],
  },
  'a tag that is not closed': {
    ...but(faq, 'say: 明天发出', 'say: ‸"{% if desk.open %}在"'),
    cause: ['模板写法有误', 'the template is not well formed'],
    mend: ['是否成对', 'are paired'],
  },
  'a filter that there is not': {
    ...but(faq, 'say: 明天发出', 'say: ‸"{{ shop.cutoff | clock }}"'),
    cause: ['undefined filter: clock', 'undefined filter: clock'],
    mend: ['检查', 'check'],
  },
  'a part of another file': {
    ...but(faq, 'say: 明天发出', `say: ‸"{% render 'shop.yaml' %}"`),
    cause: ['模板写法有误', 'the template is not well formed'],
    mend: ['检查', 'check'],
  },
  'a condition without an operator': {
    ...but(faq, '{clock.before: "{{ shop.cutoff }}"}', '{clock: ‸"16:00"}'),
    cause: ['条件「clock」没有运算符', 'the condition "clock" has no operator'],
    mend: ['eq ne gt gte lt lte in exists before after', 'one of eq ne gt gte lt lte in exists before after'],
  },
  'a condition whose value does not fit': {
    ...but(
      faq,
      '{clock.before: "{{ shop.cutoff }}"}',
      '{clock.exists: ‸"yes", customer.tier.in: ‸vip, clock.gt: ‸[1]}',
    ),
    cause: ['后面的值不对', 'does not fit'],
    mend: ['in 要列表', 'in takes a list'],
  },
  "a condition's value with a fact that is not the shop's": {
    ...but(faq, '{clock.before: "{{ shop.cutoff }}"}', '{clock.before: ‸"{{ parcel.eta }}"}'),
    cause: ['shop.* 以外的事实', 'a fact that is not shop.*'],
    mend: ['shop.yaml 里的 facts', 'facts of shop.yaml'],
  },
  'a group that is no list of conditions': {
    ...but(faq, '{clock.before: "{{ shop.cutoff }}"}', '{any: ‸[clock.before]}'),
    cause: ['条件的列表', 'a list of conditions'],
    mend: ['{事实.运算符: 值}', '{fact.operator: value'],
  },
  'a mistake deep within groups': {
    ...but(faq, '{clock.before: "{{ shop.cutoff }}"}', '{any: [{all: [{clock.vor: ‸"16:00"}]}]}'),
    cause: ['没有运算符', 'has no operator'],
    mend: ['eq ne', 'eq ne'],
  },
}

describe('files that do not fit together', () => {
  it.each(Object.entries(CASES))('are refused for %s, at its line and column', async (_what, broken) => {
    await expectRefusal(broken)
  })

  it('are refused for an id that two files use, with both places', async () => {
    await expectRefusal({
      file: 'faq/zebra.yaml',
      text: 'intents:\n  - {title: 发货, id: ‸shipping_time, examples: [发货]}\n',
      cause: ['另一处在 faq/shipping.yaml:2:9', 'also at faq/shipping.yaml:2:9'],
      mend: ['改名', 'rename one'],
    })
    await expectRefusal({
      file: 'products/zebra.yaml',
      text: goodBut('products/dress.yaml', '- id: linen-dress', '- id: ‸linen-dress'),
      cause: ['「linen-dress」用了两次', 'id "linen-dress" is used twice'],
      mend: ['合并', 'merge'],
    })
  })

  it('are refused without shop.yaml, and told where to take one from', async () => {
    const result = await loadShop({ 'shop.yaml': undefined })

    expect(result).toMatchObject({ ok: false, problems: [{ place: 'shop.yaml:1:1' }] })
    expect(JSON.stringify(result)).toMatch(/没有 shop\.yaml.*there is no shop\.yaml in/)
  })

  it('tell all that is wrong in all files at once', async () => {
    const result = await loadShop({
      'faq/shipping.yaml': goodBut(faq, 'autonomy: notify', 'autonomy: always'),
      'products/dress.yaml': goodBut(dress, 'stock: 3', 'stock: many'),
      'lexicon/words.yaml': 'synonyms: [\n',
    })

    const files = result.ok ? [] : result.problems.map((problem) => problem.place.split(':')[0])
    expect(files).toEqual(['faq/shipping.yaml', 'lexicon/words.yaml', 'products/dress.yaml'])
  })

  it('are not blamed for references into a file that could not be read', async () => {
    const result = await loadShop({ 'faq/shipping.yaml': goodBut(faq, 'autonomy: notify', 'autonomy: always') })

    expect(result.ok ? [] : result.problems).toHaveLength(1)
  })
})
