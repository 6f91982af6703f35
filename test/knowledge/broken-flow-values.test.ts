import { describe, expect, it } from 'vitest'
import { type Broken, expectRefusal } from './broken.ts'
import { goodBut, loadShop } from './shop-folder.ts'

const file = 'flows/engraving.yaml'

const FLOW = `flows:
  - id: engraving
    title: 刻字
    start: [shipping_time]
    slots:
      - {name: order, kind: order, label: 订单, ask: 哪一单？, orders: [unpaid, paid]}
      - {name: item, kind: item, label: 商品, ask: 刻哪一件？}
      - name: style
        kind: choice
        label: 字体
        ask: 哪种字体？
        options:
          - {value: kai, label: 楷体, words: [正楷]}
          - {value: xing, label: {zh: 行书, en: Cursive}, words: [连笔]}
      - {name: words, kind: text, label: 内容, ask: 写什么？, when: {slot.style.eq: xing}}
      - {name: letters, kind: quantity, label: 字数, ask: 几个字？}
    rules:
      - {when: {order.status.eq: shipped}, say: 已经发货了, next: [shipping_urge]}
      - {when: {item.hygiene.eq: true}, say: 刻不了, result: handoff}
      - {when: {slot.letters.gt: 12}, say: "{{ slot.letters }} 个字刻不下"}
    confirm: {say: 请核对, yes: 确认}
    case: {type: item_change, due_hours: 4}
    done: [{say: "单号 {{ case.number }}"}]
    next: [shipping_urge]
`

/** The good flow with one piece of it written otherwise. */
function but(piece: string, instead: string) {
  const parts = FLOW.split(piece)
  if (parts.length !== 2) throw new Error(`The flow has ${parts.length - 1} of ${JSON.stringify(piece)}`)
  return { file, text: parts.join(instead) }
}

const allowed = ['改成其中之一', 'use one of'] as const
const reach = ['检查 when', 'check the values in when'] as const
const indent = ['每层两个空格', 'two spaces a level'] as const
const once = ['只留一处', 'keep one of them'] as const

const CASES: Readonly<Record<string, Broken>> = {
  'a kind that there is not': {
    ...but('kind: quantity', 'kind: ‸date'),
    cause: ['「kind」的值不在可选范围内', '"kind" has a value that is not allowed'],
    mend: ['order | item | product', 'order | item | product'],
  },
  'a status that may be chosen and is none': {
    ...but('orders: [unpaid, paid]', 'orders: [unpaid, ‸payed]'),
    cause: ['「orders」的值不在可选范围内', '"orders" has a value that is not allowed'],
    mend: ['unpaid | paid', 'unpaid | paid'],
  },
  'an item before the order that it is chosen from': {
    ...but(
      '- {name: order, kind: order, label: 订单, ask: 哪一单？, orders: [unpaid, paid]}\n      - {name: item, kind: item, label: 商品, ask: 刻哪一件？}',
      '- {name: item, kind: ‸item, label: 商品, ask: 刻哪一件？}\n      - {name: order, kind: order, label: 订单, ask: 哪一单？}',
    ),
    cause: ['「item」没有可选的', '"item" has nothing to be chosen from'],
    mend: ['kind: order', 'kind: order'],
  },
  'two options with one word': {
    ...but(
      '- {value: xing, label: {zh: 行书, en: Cursive}, words: [连笔]}',
      '- ‸{value: xing, label: 行书, words: [正楷]}',
    ),
    cause: ['两个选项都写了「正楷」', 'two options of "style" have "正楷"'],
    mend: once,
  },
  'an option that nobody has, in a condition': {
    ...but('when: {slot.style.eq: xing}', 'when: ‸{slot.style.eq: xin}'),
    cause: ['「slot.style」没有「xin」这个值', '"slot.style" is never "xin"'],
    mend: ['kai | xing', 'kai | xing'],
  },
  'a status that no order has, in a condition': {
    ...but('{order.status.eq: shipped}', '‸{order.status.in: [paid, shiped]}'),
    cause: ['「order.status」没有「shiped」这个值', '"order.status" is never "shiped"'],
    mend: allowed,
  },
  'a word where a number is compared': {
    ...but('{slot.letters.gt: 12}', '‸{slot.letters.gt: twelve}'),
    cause: ['「twelve」不是数字', '"twelve" after "slot.letters.gt" is no number'],
    mend: ['改成数字', 'write a number'],
  },
  'a rule that another hides': {
    ...but(
      '- {when: {item.hygiene.eq: true}, say: 刻不了, result: handoff}',
      '- {when: {slot.style.eq: kai}, say: 不刻}\n      - {when: ‸{slot.style.eq: kai, slot.letters.gt: 5}, say: 刻不了}',
    ),
    cause: ['第 3 条规则永远走不到', 'rule 3 is never reached'],
    mend: reach,
  },
  'a kind of case that there is not': {
    ...but('type: item_change', 'type: ‸engraving'),
    cause: ['「type」的值不在可选范围内', '"type" has a value that is not allowed'],
    mend: ['item_change', 'item_change'],
  },
  'a line that begins one column off': {
    ...but('      - name: style', '‸     - name: style'),
    cause: ['缩进不对', 'the indentation is wrong'],
    mend: indent,
  },
  'a key that begins one column off': {
    ...but('        kind: choice', '‸       kind: choice'),
    cause: ['缩进不对', 'the indentation is wrong'],
    mend: indent,
  },
  'a key without a colon': {
    ...but('    start: [shipping_time]', '    ‸start [shipping_time]'),
    cause: ['不是「字段: 值」', 'no "key: value"'],
    mend: ['后面留一个空格', 'a colon and a space'],
  },
  'a template without quotes': {
    ...but('say: "{{ slot.letters }} 个字刻不下"', 'say: {{ slot.letters }} ‸个字刻不下'),
    cause: ['带 {{ }} 的文字没有加引号', 'a text with {{ }} is not in quotes'],
    mend: ['双引号', 'double quotes'],
  },
  'two options with one value': {
    ...but(
      'value: kai, label: 楷体, words: [正楷]}\n          - {',
      'value: xing, label: 楷体, words: [正楷]}\n          - ‸{',
    ),
    cause: ['两个选项都写了「xing」', 'two options of "style" have "xing"'],
    mend: once,
  },
}

describe('a flow', () => {
  it('is good as it stands', async () => {
    expect(await loadShop({ [file]: FLOW })).toMatchObject({ ok: true, warnings: [] })
  })

  it.each(Object.entries(CASES))('is refused for %s, at its line and column', async (_what, broken) => {
    await expectRefusal(broken)
  })

  it('is refused for an id that two files use, with both places', async () => {
    const result = await loadShop({
      [file]: FLOW,
      'flows/more.yaml': FLOW.replace('shipping_time', 'shipping_urge'),
    })

    const problem = result.ok ? undefined : result.problems[0]
    expect(problem).toMatchObject({ place: 'flows/more.yaml:2:9' })
    expect(problem?.cause).toMatchObject({ en: 'id "engraving" is used twice, also at flows/engraving.yaml:2:9' })
  })

  it('is refused for an intent that calls a person first', async () => {
    const faq = goodBut('faq/shipping.yaml', 'autonomy: notify', 'autonomy: suggest')
    const result = await loadShop({ 'faq/shipping.yaml': faq, [file]: FLOW.replace('shipping_time', 'shipping_urge') })

    expect(result.ok ? [] : result.problems).toMatchObject([
      { place: 'flows/engraving.yaml:4:13', mend: { zh: '把它改成 auto 或 notify', en: 'make it auto or notify' } },
    ])
  })
})
