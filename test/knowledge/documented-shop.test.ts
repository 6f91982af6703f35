import { beforeAll, describe, expect, it } from 'vitest'
import { type Prepared, prepareKnowledge } from '../../src/app/live-knowledge.ts'
import { type DemoShopper, openDemoShopper } from '../support/demo-shop.ts'
import { listDocumented, toFolder } from './documented-files.ts'
import { openFolder } from './shop-folder.ts'

/** Whoever reads docs/knowledge.md and nothing else has this shop. */
describe('the shop of docs/knowledge.md, and nothing beside it', () => {
  let prepared: Prepared

  beforeAll(async () => {
    await using folder = await openFolder(toFolder(listDocumented('knowledge.md')))
    const result = await prepareKnowledge(folder.path)
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    prepared = result
  }, 60_000)

  it('passes its own tests', () => {
    expect(prepared.outcomes.length).toBeGreaterThan(2)
    expect(prepared.outcomes.filter(({ passed }) => !passed)).toEqual([])
  })

  it('takes a task from the first words to a case, with a question between and a correction', async () => {
    await using shopper = await openDemoShopper({ prepared })

    expect(await hear(shopper, '我们单位想团购一批发福利')).toContain('想订哪一款')
    expect(await hear(shopper, '草帽')).toContain('草帽要多少件')
    expect(await hear(shopper, '30 顶')).toContain('哪种发票')
    expect(await hear(shopper, '对了，什么时候发货')).toMatch(/16:00 前付款当天发出[\s\S]*接着刚才的「企业采购询价」/)
    expect(await hear(shopper, '要专票')).toContain('公司全称')
    expect(await hear(shopper, '上海小满贸易有限公司')).toContain('手机号')
    expect(await hear(shopper, '13812345678')).toContain('请核对')
    await shopper.press('修改')
    await shopper.press('数量')
    expect(await hear(shopper, '40')).toContain('请核对')
    const done = bodyOf(await shopper.press('提交询价'))

    const [opened, ...others] = await listCases(shopper)
    expect(others).toEqual([])
    expect(done).toMatchObject({ quickReplies: [{ label: '发货时间' }] })
    expect(done.text).toContain(`提交好了，单号 ${opened?.number}，同事 11月23日 18:00前打 13812345678。`)
    expect(opened).toMatchObject({ type: 'other', title: '企业采购询价', status: 'open' })
    expect(opened?.details.map(({ label, text }) => `${label} ${text}`)).toEqual([
      ...['商品 草帽', '数量 40', '发票 专用发票', '公司 上海小满贸易有限公司', '电话 13812345678'],
    ])
  })

  it('takes it in English, where all is said at once and no invoice is wanted', async () => {
    await using shopper = await openDemoShopper({ prepared, locale: 'en' })

    expect(await hear(shopper, "we'd like to order 20 pieces of the straw hat for our office")).toContain('invoice')
    await shopper.press('No invoice')
    await shopper.say('13812345678')
    const done = bodyOf(await shopper.press('Ask for an offer'))

    const [opened] = await listCases(shopper)
    expect(done.text).toContain(`Sent, number ${opened?.number}; a colleague calls 13812345678`)
  })

  it('keeps to its rules, and opens nothing for who gives it up', async () => {
    await using few = await openDemoShopper({ prepared })
    await using nobody = await openDemoShopper({ prepared })

    await few.say('企业采购怎么报价 草帽')
    expect(await hear(few, '5 顶')).toContain('满 10 件起才有企业价')
    await nobody.say('企业采购怎么报价')
    const left = await nobody.say('算了')

    expect(left.explanation?.rule).toBe('flow:company_quote:cancelled')
    expect([...(await listCases(few)), ...(await listCases(nobody))]).toEqual([])
  })
})

async function hear(shopper: DemoShopper, words: string): Promise<string> {
  return bodyOf(await shopper.say(words)).text
}

function bodyOf({ body }: Awaited<ReturnType<DemoShopper['say']>>) {
  if (body.kind !== 'text') throw new Error(`No text was said, but ${body.kind}.`)
  return body
}

function listCases({ deps, customerId }: DemoShopper) {
  return deps.storage.cases.list({ customerId, limit: 10 })
}
