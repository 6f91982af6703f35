import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { GOOD, goodBut, loadShop, openFolder } from './shop-folder.ts'

async function goodShop(changes: Readonly<Record<string, string | undefined>> = {}) {
  const result = await loadShop(changes)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result
}

const mondays = { from: 540, until: 750 }

describe('good files', () => {
  it('become the shop, its hours, and who receives, with what was left out filled in', async () => {
    const { knowledge, warnings } = await goodShop()

    expect(warnings).toEqual([])
    expect(knowledge.shop).toEqual({
      name: { zh: '小店', en: 'Little shop' },
      language: 'zh',
      timeZone: 'Asia/Shanghai',
      currency: 'CNY',
      greeting: '您好',
      quickReplies: ['shipping_time'],
      accent: '#C8400A',
      facts: { cutoff: '16:00' },
    })
    expect(knowledge.calendar.timeZone).toBe('Asia/Shanghai')
    expect(knowledge.calendar.weekly).toMatchObject({ mon: [mondays, { from: 810, until: 1440 }], tue: [], sun: [] })
    expect(knowledge.calendar.days).toEqual([{ from: '2027-02-05', until: '2027-02-09', open: [] }])
    expect(knowledge.reception).toEqual({
      mode: 'auto',
      first: 'bot',
      split: 0.5,
      schedule: [{ days: ['sat'], hours: { from: 1320, until: 1440 }, mode: 'assist' }],
      botAfterPerson: false,
      autoAbove: 1.01,
      vetoSeconds: 15,
    })
    expect(knowledge.handoff).toEqual({ afterMisses: 2, sensitive: ['律师'], tiersFirst: [], vanishSeconds: 30 })
    expect(knowledge.security).toEqual({ secondStep: 'nobody' })
    expect(knowledge.thresholds).toEqual({ answer: 0.55, clarify: 0.18, risky: 0.7, riskyIntents: ['shipping_urge'] })
  })

  it("become intents with answers, conditions filled with the shop's own facts", async () => {
    const { knowledge } = await goodShop()

    const groups = { all: [], any: [], none: [] }
    const comparisons = [{ fact: 'clock', operator: 'before', value: '16:00' }]
    expect([...knowledge.intents.keys()]).toEqual(['shipping_time', 'shipping_urge'])
    expect(knowledge.intents.get('shipping_time')).toEqual({
      id: 'shipping_time',
      file: 'faq/shipping.yaml',
      title: '发货时间',
      examples: ['什么时候发货', '今天拍今天能发吗', '几天能发货', '周末发货吗', 'how soon do you ship'],
      not: [],
      answers: [
        {
          say: '{{ shop.cutoff }} 前付款当天发出',
          when: { comparisons, ...groups },
          priority: 0,
          products: [],
          show: [],
        },
        { say: '明天发出', priority: 0, products: [], show: [] },
      ],
      autonomy: 'auto',
      next: ['shipping_urge'],
      orders: [],
    })
    expect(knowledge.intents.get('shipping_urge')).toMatchObject({
      not: ['什么时候发货'],
      autonomy: 'notify',
      answers: [{ priority: 1, image: '/media/dress.svg', products: ['linen-dress'] }],
    })
  })

  it('become products with prices in minor units and answers of their own', async () => {
    const { knowledge } = await goodShop()

    expect([...knowledge.products.values()]).toEqual([
      {
        id: 'linen-dress',
        name: '亚麻裙',
        aliases: ['裙子'],
        category: '女装',
        price: 26950,
        image: '/media/dress.svg',
        summary: '好看',
        attributes: { material: '亚麻' },
        variants: [{ sku: 'LD-S', color: '蓝', size: 'S', stock: 3 }],
        sizeTable: { unit: 'cm', columns: { chest: '胸围' }, rows: [{ size: 'S', cells: { chest: 92 }, fits: {} }] },
        tags: [],
        hygiene: false,
        answers: {
          shipping_time: [
            {
              say: '预售，七天内发出',
              valid: { from: '2026-11-10', until: '2026-11-14' },
              priority: 0,
              products: [],
              show: [],
            },
          ],
        },
        goesWith: ['linen-dress'],
      },
    ])
  })

  it("become synonyms, what is out of scope, and the owner's tests with their places", async () => {
    const { knowledge } = await goodShop()

    expect(knowledge.synonyms).toEqual([{ concept: 'refund', words: ['退款', '退钱'] }])
    expect(knowledge.outOfScope).toEqual(['你们还招人吗'])
    expect(knowledge.tests).toEqual([
      { say: '几天发货', expect: 'shipping_time', place: 'tests/shipping.yaml:2:5' },
      { say: '我退学了', expect: 'none', place: 'tests/shipping.yaml:3:5' },
      { say: '帮我催一下', not: 'shipping_time', place: 'tests/shipping.yaml:4:5' },
    ])
  })

  it.each(['0.05', '1', '19.9', '1234567.89', '0.29', '1.15'])('keep every cent of the price %s', async (price) => {
    const dress = goodBut('products/dress.yaml', '"269.50"', `"${price}"`)

    const { knowledge } = await goodShop({ 'products/dress.yaml': dress })

    const [units = '', cents = ''] = price.split('.')
    expect(knowledge.products.get('linen-dress')?.price).toBe(Number(`${units}${cents.padEnd(2, '0')}`))
  })

  it('may lie in folders within folders, with either ending, and are read in one order everywhere', async () => {
    const greet = 'intents:\n  - {id: greet, title: 打招呼, examples: [在吗, 你好, 您好, 哈喽, hello]}\n'

    const { knowledge } = await goodShop({ 'after-sales/a/b.yml': greet, 'faq/.draft.yaml': 'no: {good' })

    expect([...knowledge.intents.keys()]).toEqual(['greet', 'shipping_time', 'shipping_urge'])
  })
})

describe('the version of the knowledge', () => {
  it('changes with any file and with nothing else', async () => {
    await using folder = await openFolder(GOOD)
    const version = async () => {
      const result = await loadKnowledge(folder.path)
      return result.ok ? result.knowledge.version : 'refused'
    }

    const first = await version()
    await folder.write('media/dress.svg', '<svg/>')
    const otherPicture = await version()
    await folder.write('lexicon/words.yaml', `${GOOD['lexicon/words.yaml']}# said differently\n`)
    const otherWords = await version()
    await folder.write('lexicon/words.yaml', GOOD['lexicon/words.yaml'] ?? '')

    expect(first).toMatch(/^[0-9a-f]{12}$/)
    expect(otherPicture).toBe(first)
    expect(otherWords).not.toBe(first)
    expect(await version()).toBe(first)
  })
})

describe('what does no harm yet', () => {
  const warned = async (changes: Readonly<Record<string, string>>) =>
    (await goodShop(changes)).warnings.map(({ place, cause, mend }) => [place, JSON.stringify([cause, mend])])

  it('is an example that stands twice, however it is written', async () => {
    const [twin, ...others] = await warned({
      'faq/shipping.yaml': goodBut('faq/shipping.yaml', '快点发货', '"Ｈow soon, do you ship?!"'),
    })

    expect(others).toEqual([])
    expect(twin?.[0]).toBe('faq/shipping.yaml:12:33')
    expect(twin?.[1]).toMatch(/在 faq\/shipping\.yaml:4:48 已经有了（shipping_time）.*already at.*keep one of them/)
  })

  it('is an intent with too few examples', async () => {
    const few = await warned({
      'faq/zebra.yaml': 'intents:\n  - id: greet\n    title: 打招呼\n    examples: [在吗, 你好, 您好, 哈喽]\n',
    })

    expect(few).toEqual([['faq/zebra.yaml:4:15', expect.stringMatching(/只有 4 个例句.*only 4 examples.*至少写 5 个/)]])
  })

  it('is an answer that an unconditional one before it hides', async () => {
    const hidden = await warned({
      'faq/shipping.yaml': goodBut('faq/shipping.yaml', '- say: 明天发出', '- say: 明天发出\n      - say: 后天发出'),
    })

    expect(hidden).toEqual([
      ['faq/shipping.yaml:9:9', expect.stringMatching(/第 3 个回答永远轮不到.*answer 3.*is never reached/)],
    ])
  })

  it('is an answer that an unconditional one of a higher priority hides, wherever it stands', async () => {
    const hidden = await warned({
      'faq/shipping.yaml': goodBut(
        'faq/shipping.yaml',
        '- say: 明天发出',
        '- say: 明天发出\n      - {say: 后天, priority: 1}',
      ),
    })

    expect(hidden.map(([place]) => place)).toEqual(['faq/shipping.yaml:6:9', 'faq/shipping.yaml:8:9'])
  })

  it.each([
    ['needs a fact that may be missing', 'say: "{{ order.number }} 明天发出"'],
    ['has an end', '{say: 明天发出, valid: {until: 2026-11-14}}'],
    ['has a condition', '{say: 明天发出, when: {desk.open.eq: true}}'],
  ])('is not an answer after one that %s', async (_what, first) => {
    const shipping = goodBut('faq/shipping.yaml', '- say: 明天发出', `- ${first}\n      - say: 后天发出`)

    expect(await warned({ 'faq/shipping.yaml': shipping })).toEqual([])
  })

  it('is a file in a folder that nobody reads', async () => {
    const stray = await warned({ 'notes/todo.yaml': 'no: {good' })

    expect(stray).toEqual([['notes/todo.yaml:1:1', expect.stringMatching(/没有读取.*was not read.*faq\//)]])
  })
})
