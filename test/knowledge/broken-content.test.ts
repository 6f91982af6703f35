import { describe, it } from 'vitest'
import { type Broken, expectRefusal } from './broken.ts'
import { goodBut } from './shop-folder.ts'

const faq = 'faq/shipping.yaml'
const dress = 'products/dress.yaml'
const shop = 'shop.yaml'
const but = (file: string, piece: string, instead: string) => ({ file, text: goodBut(file, piece, instead) })

const CASES: Readonly<Record<string, Broken>> = {
  'an empty file': {
    file: 'faq/more.yaml',
    text: '‸',
    cause: ['缺少「intents」', '"intents" is missing'],
    mend: ['补上 intents:', 'add intents:'],
  },
  'a list where keys are wanted': {
    file: 'faq/more.yaml',
    text: '‸- id: greet\n',
    cause: ['类型不对', 'the wrong kind of value'],
    mend: ['「字段: 值」', '"key: value"'],
  },
  'a key that is missing': {
    file: 'faq/more.yaml',
    text: 'intents:\n  - ‸id: greet\n    title: 打招呼\n',
    cause: ['缺少「examples」', '"examples" is missing'],
    mend: ['补上 examples:', 'add examples:'],
  },
  'a text that is missing': {
    file: 'faq/more.yaml',
    text: 'intents:\n  - ‸id: greet\n    examples: [你好]\n',
    cause: ['缺少「title」', '"title" is missing'],
    mend: ['补上 title:', 'add title:'],
  },
  'an unknown key': {
    ...but(faq, '    autonomy: notify', '    ‸autonomie: notify'),
    cause: ['不认识的字段「autonomie」', 'unknown key "autonomie"'],
    mend: ['检查拼写', 'check the spelling'],
  },
  'a language that is not spoken': {
    ...but(faq, '{zh: 催发货, en: Ship it faster}', '{zh: 催发货, ‸fr: Plus vite}'),
    cause: ['不认识的字段「fr」', 'unknown key "fr"'],
    mend: ['检查拼写', 'check the spelling'],
  },
  'an autonomy that there is not': {
    ...but(faq, 'autonomy: notify', 'autonomy: ‸always'),
    cause: ['「autonomy」的值不在可选范围内', '"autonomy" has a value that is not allowed'],
    mend: ['auto | notify | veto | suggest | human', 'use one of: auto | notify | veto | suggest | human'],
  },
  'a number for an example': {
    ...but(faq, '快点发货', '‸12315'),
    cause: ['类型不对', 'the wrong kind of value'],
    mend: ['加引号', 'put quotes around'],
  },
  'one example where a list is wanted': {
    ...but(faq, 'not: [什么时候发货]', 'not: ‸什么时候发货'),
    cause: ['「not」的类型不对', '"not" holds the wrong kind'],
    mend: ['列表', 'a list'],
  },
  'no example at all': {
    file: 'faq/more.yaml',
    text: 'intents:\n  - {id: greet, title: 打招呼, examples: ‸[]}\n',
    cause: ['「examples」太少', '"examples" is too few'],
    mend: ['至少要 1', 'at least 1'],
  },
  'a title of blanks': {
    ...but(faq, 'title: 发货时间', 'title: ‸"  "'),
    cause: ['「title」', '"title"'],
    mend: ['至少要 1', 'at least 1'],
  },
  'an id with capitals': {
    ...but(faq, '- id: shipping_time', '- id: ‸Shipping-Time'),
    cause: ['「id」的写法不对', '"id" is not written'],
    mend: ['小写字母', 'lower-case letters'],
  },
  'a day that is no date': {
    ...but(dress, 'from: 2026-11-10', 'from: ‸11月10日'),
    cause: ['「from」的写法不对', '"from" is not written'],
    mend: ['2026-11-10', '2026-11-10'],
  },
  'a day that no month has': {
    ...but(dress, 'until: 2026-11-14', 'until: ‸2026-02-31'),
    cause: ['没有这一天', 'no such day'],
    mend: ['检查月份', 'check month'],
  },
  'a night shift in one piece': {
    ...but(shop, '"09:00-12:30"', '‸"22:00-02:00"'),
    cause: ['结束不晚于开始', 'does not end after it begins'],
    mend: ['写成两段', 'write a night shift as two'],
  },
  'a time that no clock shows': {
    ...but(shop, '"09:00-12:30"', '‸"09:00-24:30"'),
    cause: ['写法不对', 'not written as it must be'],
    mend: ['09:00-18:00', '09:00-18:00'],
  },
  'a text without a language': {
    ...but(faq, 'say: 明天发出', 'say: ‸{}'),
    cause: ['没有写任何语言', 'it has no language'],
    mend: ['至少写 zh 或 en', 'write zh or en'],
  },
  'asking from higher up than answering': {
    ...but(shop, 'thresholds:\n  risky_intents', 'thresholds:\n  ‸clarify: 0.9\n  risky_intents'),
    cause: ['clarify 比 answer 还高', 'clarify is above answer'],
    mend: ['调到 answer 以下', 'below answer'],
  },
  'two unknown keys at once': {
    ...but(faq, 'autonomy: notify', '‸autonomie: notify\n    ‸prio: 1'),
    cause: ['不认识的字段', 'unknown key'],
    mend: ['检查拼写', 'check the spelling'],
  },
  'a text that begins like a reference': {
    ...but(faq, 'say: 明天发出', 'say: ‸*注意'),
    cause: ['没有对应的内容', 'refers to nothing'],
    mend: ['加引号', 'in quotes'],
  },
  'a time that is compared and lacks a digit': {
    ...but(faq, 'clock.before: "{{ shop.cutoff }}"', 'clock.before: ‸"9:30"'),
    cause: ['不是时间或日期', 'neither a time nor a date'],
    mend: ['"09:30"', '"09:30"'],
  },
  'a template that never ends': {
    ...but(faq, 'say: 明天发出', 'say: ‸"{% for i in (1..99999999) %}x{% endfor %}"'),
    cause: ['模板写法有误', 'not well formed'],
    mend: ['没完没了', 'without end'],
  },
  'a priority with a fraction': {
    ...but(faq, 'priority: 1', 'priority: ‸1.5'),
    cause: ['类型不对', 'the wrong kind'],
    mend: ['整数', 'a whole number'],
  },
  'a price in words': {
    ...but(dress, 'price: "269.50"', 'price: ‸"¥269"'),
    cause: ['「price」的写法不对', '"price" is not written'],
    mend: ['带引号的金额', 'a quoted amount'],
  },
  'a price without quotes': {
    ...but(dress, 'price: "269.50"', 'price: ‸269.50'),
    cause: ['「price」的类型不对', '"price" holds the wrong kind'],
    mend: ['加引号', 'put quotes'],
  },
  'a stock below zero': {
    ...but(dress, 'stock: 3', 'stock: ‸-3'),
    cause: ['太小', 'too small'],
    mend: ['至少要 0', 'at least 0'],
  },
  'a picture from elsewhere': {
    ...but(dress, '    image: /media/dress.svg', '    image: ‸https://example.com/a.png'),
    cause: ['「image」的写法不对', '"image" is not written'],
    mend: ['/media/', '/media/'],
  },
  'a page of a product that is no address': {
    ...but(dress, '    image: /media/dress.svg', '    image: /media/dress.svg\n    url: ‸javascript:alert(1)'),
    cause: ['「url」的写法不对', '"url" is not written'],
    mend: ['https://', 'https://'],
  },
  'an own fact with a capital': {
    ...but(shop, '    cutoff: "16:00"', '    Cutoff: ‸"16:00"\n    cutoff: "16:00"'),
    cause: ['「Cutoff」', '"Cutoff"'],
    mend: ['docs/knowledge.md', 'docs/knowledge.md'],
  },
  'a mode that there is not': {
    ...but(shop, 'mode: assist', 'mode: ‸manual'),
    cause: ['「mode」的值', '"mode" has a value'],
    mend: ['auto | assist', 'auto | assist'],
  },
  'hours past the end of the day': {
    ...but(shop, '"09:00-12:30"', '‸"09:00-25:00"'),
    cause: ['写法不对', 'is not written as it must be'],
    mend: ['"09:00-18:00"', '"09:00-18:00"'],
  },
  'a threshold above 1': {
    ...but(shop, 'thresholds:', 'thresholds:\n  answer: ‸55'),
    cause: ['「answer」太多或太大', '"answer" is too many or too large'],
    mend: ['最多 1', 'at most 1'],
  },
  'a currency that is none': {
    ...but(shop, 'currency: CNY', 'currency: ‸人民币'),
    cause: ['「currency」的写法不对', '"currency" is not written'],
    mend: ['', ''],
  },
  'a test without words': {
    ...but('tests/shipping.yaml', '- {say: 我退学了, expect: none}', '- ‸{expect: none}'),
    cause: ['缺少「say」', '"say" is missing'],
    mend: ['补上 say:', 'add say:'],
  },
}

describe('a file that holds what it must not', () => {
  it.each(Object.entries(CASES))('is refused for %s, at its line and column', async (_what, broken) => {
    await expectRefusal(broken)
  })
})
