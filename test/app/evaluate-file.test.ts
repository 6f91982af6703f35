import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluateFile, readExam } from '../../src/app/evaluate-file.ts'
import { GOOD, openFolder } from '../knowledge/shop-folder.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'

const LABELLED = `今天拍今天能发吗\tshipping_time\tzh
how soon do you ship\tshipping_time\ten
包邮吗\tshipping_fee\tzh
转人工\torder_status\tzh
今天天气怎么样\tnone\tzh
`

/** Learns two intents from a file instead of from a shop. */
const LESSONS = `where is my card\tcard_arrival
my card has not come\tcard_arrival
when does the card arrive\tcard_arrival
I forgot my pin\tpin_change
how do I change my pin\tpin_change
can I pick a new pin\tpin_change
`

/** Figures of this very run, which no two runs share. */
function withoutTimes<T extends { trainMs: number; latencyUs: unknown; rssMb: number }>(evaluation: T) {
  const { trainMs, latencyUs, rssMb, ...rest } = evaluation
  return rest
}

describe('a labelled file', () => {
  it('is read by the matcher of the shop, and what is wrong is written down', async () => {
    await using folder = await openFolder({ 'rows.tsv': LABELLED })
    const errors = join(folder.path, 'wrong.tsv')

    const result = await evaluateFile({ file: join(folder.path, 'rows.tsv'), knowledge: TEST_SHOP, errors })

    expect(result).toMatchObject({ total: 5, inScope: 4, outOfScope: 1, top1: 3 / 4, answered: 1, falseAnswers: 0 })
    expect(result.confusions).toEqual([{ intent: 'order_status', found: 'human_agent', count: 1 }])
    expect(result.byStyle).toMatchObject({ en: { total: 1, top1: 1 }, zh: { total: 4 } })
    expect((await readFile(errors, 'utf8')).split('\n')).toEqual([
      'utterance\tintent\tstyle\tfound\tconfidence\tverdict',
      '转人工\torder_status\tzh\thuman_agent\t0.990\tanswer',
      '',
    ])
  })

  it('is learnt from as well, where one is named, and no shop is asked for', async () => {
    await using folder = await openFolder({ 'train.tsv': LESSONS, 'rows.tsv': 'where is my card\tcard_arrival\n' })
    const [train, file] = [join(folder.path, 'train.tsv'), join(folder.path, 'rows.tsv')]

    const result = await evaluateFile({ file, train, knowledge: join(folder.path, 'no-shop') })

    expect(result).toMatchObject({ total: 1, top1: 1, answered: 1, answeredPrecision: 1 })
  })

  it('is the same disturbed file each time, of which no row is an example any more', async () => {
    await using folder = await openFolder({ 'rows.tsv': '什么时候发货\tshipping_time\n包邮吗\tshipping_fee\n' })
    const errors = join(folder.path, 'wrong.tsv')
    const request = { file: join(folder.path, 'rows.tsv'), knowledge: TEST_SHOP, errors }

    const plain = await evaluateFile(request)
    const once = await evaluateFile({ ...request, noise: 'typo' })
    const twice = await evaluateFile({ ...request, noise: 'typo' })

    expect(withoutTimes(once)).toEqual(withoutTimes(twice))
    expect(plain.total).toBe(once.total)
    expect(plain.reliability).not.toEqual(once.reliability)
  })

  it('is refused by its name where it is missing', async () => {
    const missing = evaluateFile({ file: '/no/such/rows.tsv', knowledge: TEST_SHOP })

    await expect(missing).rejects.toThrow(/^\/no\/such\/rows\.tsv cannot be read\. Name a file/)
  })

  it('is refused by its name and line where a line is wrong', async () => {
    await using folder = await openFolder({ 'rows.tsv': '包邮吗\tshipping_fee\n在吗\n' })
    const file = join(folder.path, 'rows.tsv')

    await expect(evaluateFile({ file, knowledge: TEST_SHOP })).rejects.toThrow(
      `${file}: Line 2: the intent is missing. Write \`utterance<TAB>intent[<TAB>style]\`.`,
    )
  })
})

describe('an exam', () => {
  it('has the thresholds of the shop, and all that it teaches', async () => {
    await using folder = await openFolder(GOOD)

    const { source, thresholds } = await readExam({ knowledge: folder.path })

    expect(source.intents.map(({ id }) => id)).toEqual(['shipping_time', 'shipping_urge'])
    expect(source.intents[1]).toMatchObject({ titles: ['催发货', 'Ship it faster'], not: ['什么时候发货'] })
    expect(source.outOfScope).toEqual(['你们还招人吗'])
    expect(thresholds).toEqual({ answer: 0.55, clarify: 0.18, risky: 0.7, riskyIntents: ['shipping_urge'] })
  })

  it('has the thresholds of a shop that says nothing where it learns from a file', async () => {
    await using folder = await openFolder({ 'train.tsv': LESSONS })

    const { source, thresholds } = await readExam({ train: join(folder.path, 'train.tsv'), knowledge: '' })

    expect(source.intents.map(({ titles }) => titles)).toEqual([['card arrival'], ['pin change']])
    expect(thresholds).toEqual({ answer: 0.55, clarify: 0.18, risky: 0.7, riskyIntents: [] })
  })

  it('puts the risk that is asked for in the place of the shop’s own', async () => {
    await using folder = await openFolder({
      ...GOOD,
      'shop.yaml': (GOOD['shop.yaml'] ?? '').replace('thresholds:\n', 'thresholds:\n  risk: 0.1\n'),
    })

    expect((await readExam({ knowledge: folder.path })).thresholds.risk).toBe(0.1)
    expect((await readExam({ knowledge: folder.path, risk: 0.02 })).thresholds.risk).toBe(0.02)
  })

  it('refuses knowledge that is broken, and says where and how to mend it', async () => {
    await using folder = await openFolder({ 'shop.yaml': 'shop: {}\n' })

    await expect(readExam({ knowledge: folder.path })).rejects.toThrow(/shop\.yaml:1:7 缺少「time_zone」 → 补上/)
  })
})
