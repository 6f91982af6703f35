import { describe, expect, it } from 'vitest'
import { expectRefusal } from './broken.ts'
import { loadShop } from './shop-folder.ts'

const FILE = 'flows/hurry.yaml'
/** A good task in the good shop. */
const FLOW = `flows:
  - id: hurry
    title: 催发货
    start: [shipping_urge]
    slots:
      - name: reason
        kind: choice
        label: 原因
        ask: {zh: 为什么急, en: Why the hurry}
        options:
          - {value: gift, label: 送礼, words: [礼物], intents: [shipping_time]}
          - {value: trip, label: 出差}
      - name: day
        kind: text
        label: 日期
        ask: 哪天要用
        when: {slot.reason.eq: gift}
      - name: sure
        kind: yes_no
        label: 确定
        ask: 确定吗
    rules:
      - when: {slot.sure.eq: "no"}
        say: 好的，不催了
        next: [shipping_time]
      - when: {slot.reason.eq: trip, clock.after: "{{ shop.cutoff }}"}
        say: "过了 {{ shop.cutoff }} 就赶不上了"
        result: handoff
    confirm: {say: "请核对：{{ slot.reason_text }}", yes: 提交}
    done:
      - say: "{{ slot.day }}前发出"
        when: {slot.day.exists: true}
      - say: 今天发出
    next: [shipping_time]
`
function flowBut(piece: string, instead: string): string {
  const parts = FLOW.split(piece)
  if (parts.length !== 2) throw new Error(`the flow has ${parts.length - 1} of ${JSON.stringify(piece)}`)
  return parts.join(instead)
}

const spelling = ['检查拼写', 'check the spelling'] as const
const fact = ['shop.yaml 的 facts', 'facts: of shop.yaml'] as const
const values = ['when 里的选项值', 'values in when'] as const
const noIntent = (id: string) => [`找不到意图「${id}」`, `there is no intent "${id}"`] as const
const noFact = (name: string) => [`没有「${name}」这个事实`, `there is no fact "${name}"`] as const

type Case = readonly [piece: string, instead: string, cause: readonly [string, string], mend: readonly [string, string]]
const CASES: Readonly<Record<string, Case>> = {
  'an intent that is not there to start it': [
    'start: [shipping_urge]',
    'start: [‸shipping_erge]',
    noIntent('shipping_erge'),
    spelling,
  ],
  'a follow-up that is not there': [
    'say: 今天发出\n    next: [shipping_time]',
    'say: 今天发出\n    next: [‸shipping_tyme]',
    noIntent('shipping_tyme'),
    spelling,
  ],
  "a rule's follow-up that is not there": [
    '        next: [shipping_time]',
    '        next: [shipping_time, ‸shipping_tyme]',
    noIntent('shipping_tyme'),
    spelling,
  ],
  "an option's intent that is not there": [
    'intents: [shipping_time]}',
    'intents: [‸shipping_tyme]}',
    noIntent('shipping_tyme'),
    spelling,
  ],
  'a slot that is there twice': [
    '    rules:',
    '      - {name: ‸day, kind: text, label: 再问, ask: 哪天}\n    rules:',
    ['「day」用了两次', '"day" is used twice'],
    ['改名', 'rename one'],
  ],
  'a choice of one thing': [
    '    rules:',
    '      - {name: only, kind: choice, label: 颜色, ask: 哪个, options: ‸[{value: red, label: 红}]}\n    rules:',
    ['没有两个以上的选项', 'fewer than two options'],
    ['options', 'options'],
  ],
  'a choice without options': [
    '    rules:',
    '      - ‸{name: none, kind: choice, label: 颜色, ask: 哪个, optional: true}\n    rules:',
    ['没有两个以上的选项', 'fewer than two options'],
    ['options', 'options'],
  ],
  'options of what is no choice': [
    '        ask: 确定吗',
    '        ask: 确定吗\n        options:\n          ‸- {value: a, label: 甲}\n          - {value: b, label: 乙}',
    ['不是选择题', 'is no choice'],
    ['删掉 options', 'remove options'],
  ],
  'a yes or no that nobody asks': [
    '      - name: sure\n        kind: yes_no\n        label: 确定\n        ask: 确定吗',
    '      - ‸name: sure\n        kind: yes_no\n        label: 确定',
    ['永远得不到', 'never learnt'],
    ['补上 ask', 'add ask'],
  ],
  'a slot for an option that is misspelt': [
    'when: {slot.reason.eq: gift}',
    'when: ‸{slot.reason.eq: gfit}',
    ['「slot.reason」没有「gfit」这个值', '"slot.reason" is never "gfit"'],
    ['gift | trip', 'gift | trip'],
  ],
  'a rule for an option that is misspelt': [
    '{slot.reason.eq: trip, ',
    '‸{slot.reason.eq: tirp, ',
    ['「slot.reason」没有「tirp」这个值', '"slot.reason" is never "tirp"'],
    ['gift | trip', 'gift | trip'],
  ],
  'an unknown fact in a question': [
    'ask: 哪天要用',
    'ask: ‸"{{ slot.resaon_text }}，哪天要用"',
    noFact('slot.resaon_text'),
    fact,
  ],
  'an unknown fact in one language of a question': [
    'en: Why the hurry}',
    'en: ‸"Why the hurry, {{ custommer.name }}"}',
    noFact('custommer.name'),
    fact,
  ],
  'an unknown fact in a rule': ['"过了 {{ shop.cutoff }}', '‸"过了 {{ shop.cutof }}', noFact('shop.cutof'), fact],
  "an unknown fact in a rule's condition": [
    '{slot.sure.eq: "no"}',
    '‸{any: [{slot.sure.eq: "no"}, {slot.shure.eq: "no"}]}',
    noFact('slot.shure'),
    fact,
  ],
  "an unknown fact in a slot's condition": [
    '{slot.reason.eq: gift}',
    '‸{any: [{slot.reason.eq: gift}, {slot.raeson.eq: gift}]}',
    noFact('slot.raeson'),
    fact,
  ],
  'an unknown fact in the summary': [
    '"请核对：{{ slot.reason_text }}"',
    '‸"{{ slot.reason_txt }}"',
    noFact('slot.reason_txt'),
    fact,
  ],
  'an unknown fact at the end': ['"{{ slot.day }}前', '‸"{{ slot.date }}前', noFact('slot.date'), fact],
  'an unknown fact in a condition of the end': [
    '{slot.day.exists: true}',
    '‸{slot.date.exists: true}',
    noFact('slot.date'),
    fact,
  ],
  'a template that is not closed': [
    'say: 好的，不催了',
    'say: ‸"好的 {{ shop.cutoff"',
    ['模板写法有误', 'not well formed'],
    ['成对', 'are paired'],
  ],
}

describe('a task', () => {
  it('loads where nothing is wrong with it', async () => {
    expect(await loadShop({ [FILE]: FLOW })).toMatchObject({ ok: true, warnings: [] })
  })

  it.each(Object.entries(CASES))(
    'is refused for %s, at its line and column',
    async (_what, [piece, instead, cause, mend]) => {
      await expectRefusal({ file: FILE, text: flowBut(piece, instead), cause, mend })
    },
  )

  it('is refused where no shopper comes to its end', async () => {
    await expectRefusal({
      file: FILE,
      text: flowBut('{slot.sure.eq: "no"}', '{slot.sure.in: ["no", "yes"]}').replace(
        '    done:\n      - say',
        '    done:\n      ‸- say',
      ),
      cause: ['流程的结尾永远走不到', 'the end of the flow is never reached'],
      mend: values,
    })
  })

  it('is refused for an intent that begins another one already', async () => {
    await expectRefusal({
      file: FILE,
      text: `${FLOW}  - id: rush\n    title: 加急\n    start: [‸shipping_urge]\n    slots: [{name: note, kind: text, label: 备注, ask: 备注}]\n    done: [{say: 好}]\n`,
      cause: ['「shipping_urge」已经由流程「hurry」开始', '"shipping_urge" already begins the flow "hurry"'],
      mend: ['一个意图只能开始一个流程', 'one flow only'],
    })
  })
})
