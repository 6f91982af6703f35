import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Prepared, prepareKnowledge } from '../../src/app/live-knowledge.ts'
import { ROOT } from '../../src/config/config.ts'
import type { Message } from '../../src/domain/message.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { type DemoShopper, openDemoShopper } from '../support/demo-shop.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { listDocumented, readFolder, toFolder } from './documented-files.ts'
import { openFolder } from './shop-folder.ts'

const files = listDocumented('flows.md')
const measuring = files.filter(({ path }) => path.endsWith('/measuring.yaml'))

it('loads every step of docs/flows.md, one after the other', async () => {
  await using folder = await openFolder(readFolder(TEST_SHOP))

  expect(measuring.map(({ path }) => path.split('/')[0])).toEqual(['faq', 'flows', 'flows', 'tests'])
  for (const { path, text } of measuring) {
    await folder.write(path, text)
    expect(await loadKnowledge(folder.path), path).toMatchObject({ ok: true, warnings: [] })
  }
})

it("loads the rest of the page in place of the demo shop's files", async () => {
  const others = files.filter((file) => !measuring.includes(file))
  await using folder = await openFolder({ ...readFolder(join(ROOT, 'intents')), ...toFolder(others) })

  expect(others).not.toEqual([])
  expect(await loadKnowledge(folder.path)).toMatchObject({ ok: true, warnings: [] })
})

describe('a task that is written as docs/flows.md says', () => {
  let prepared: Prepared

  beforeAll(async () => {
    await using folder = await openFolder({ ...readFolder(TEST_SHOP), ...toFolder(measuring) })
    const result = await prepareKnowledge(folder.path)
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    prepared = result
  }, 60_000)

  it('loads without a warning, and passes its own tests', () => {
    expect(prepared.warnings).toEqual([])
    expect(prepared.outcomes.filter(({ passed }) => !passed)).toEqual([])
  })

  it('is done in Chinese, with a question between and a correction, and opens its case', async () => {
    await using shopper = await openDemoShopper({ prepared })

    expect(await shopper.say('能派人来我家量一下窗户吗')).toMatchObject(asks('city', '城市'))
    expect(await shopper.say('浦东')).toMatchObject(asks('accepts_fee', '80 元'))
    expect(textOf(await shopper.say('对了，运费怎么算'))).toMatch(/全场包邮[\s\S]*接着刚才的「预约量尺」.*80 元/)
    expect(await shopper.say('可以')).toMatchObject(asks('windows', '几扇'))
    expect(await shopper.say('3 扇')).toMatchObject(asks('time', '哪天'))
    expect(await shopper.say('周六上午')).toMatchObject(asks('address', '门牌'))
    expect(await shopper.say('张江路 88 弄 3 号 501')).toMatchObject(asks('phone', '手机号'))
    expect(await shopper.say('13812345678')).toMatchObject(asks('photo', '照片'))
    expect((await shopper.press('跳过')).explanation?.rule).toBe('flow:measuring:confirm')
    await shopper.press('修改')
    await shopper.press('时间')
    await shopper.say('周日下午')
    const done = await shopper.press('确认预约')

    const [opened] = await listCases(shopper)
    expect(textOf(done)).toContain(`预约登记好了，单号 ${opened?.number}。同事会在 11月24日 10:00前打 13812345678`)
    expect(opened).toMatchObject({ type: 'other', title: '预约量尺', status: 'open' })
    expect(opened?.details.map(({ label, text }) => `${label} ${text}`)).toEqual([
      ...['城市 上海', '接受上门费 是', '窗户 3', '时间 周日下午', '地址 张江路 88 弄 3 号 501', '电话 13812345678'],
    ])
  })

  it('is done in English, with the picture on the case', async () => {
    await using shopper = await openDemoShopper({ prepared, locale: 'en' })

    await shopper.say('could somebody come to measure my windows')
    const words = ['Hangzhou', '4', 'Saturday morning', 'Flat 501, 12 Wensan Road', '13812345678']
    for (const said of words) await shopper.say(said)
    await shopper.send({ kind: 'image', image: '/uploads/window.png' })
    const done = await shopper.press('Book it')

    const [opened] = await listCases(shopper)
    expect(textOf(done)).toContain(`Your visit is requested, number ${opened?.number}.`)
    expect(opened).toMatchObject({ evidence: ['/uploads/window.png'] })
  })

  it('keeps to the policy: another city, no fee, a whole house', async () => {
    const another = await play('预约上门量尺', '别的城市')
    const noFee = await play('预约上门量尺', '上海', '不行')
    const house = await play('预约上门量尺', '杭州', '15')

    expect(another).toMatchObject({ rule: 'flow:measuring:rule:1', cases: 0 })
    expect(noFee).toMatchObject({ rule: 'flow:measuring:rule:2', cases: 0 })
    expect(house).toMatchObject({ rule: 'handoff:flow_rule', cases: 0 })
  })

  async function play(...lines: readonly string[]) {
    await using shopper = await openDemoShopper({ prepared })
    let rule: string | undefined
    for (const line of lines) rule = (await shopper.say(line)).explanation?.rule
    return { rule, cases: (await listCases(shopper)).length }
  }
})

function asks(slot: string, words: string): object {
  return {
    explanation: { rule: `flow:measuring:ask:${slot}` },
    body: { text: expect.stringContaining(words) as string },
  }
}

function textOf({ body }: Message): string {
  return body.kind === 'text' ? body.text : ''
}

function listCases({ deps, customerId }: DemoShopper) {
  return deps.storage.cases.list({ customerId, limit: 10 })
}
