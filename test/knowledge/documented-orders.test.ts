import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Prepared } from '../../src/app/live-knowledge.ts'
import { ROOT } from '../../src/config/config.ts'
import { type DemoShopper, openDemoShopper, prepareDemoShop } from '../support/demo-shop.ts'
import { listDocumented, readFolder, toFolder } from './documented-files.ts'
import { openFolder } from './shop-folder.ts'

/** The demo shop with the tasks about orders as docs/flows.md writes them, their slots and rules shared. */
describe('the tasks about orders of docs/flows.md', () => {
  let prepared: Prepared

  beforeAll(async () => {
    const orders = listDocumented('flows.md').filter(({ path }) => path === 'flows/orders.yaml')
    await using folder = await openFolder({ ...readFolder(join(ROOT, 'intents')), ...toFolder(orders) })
    prepared = await prepareDemoShop(folder.path)
  }, 120_000)

  it('change the address of an order that has not been shipped', async () => {
    await using shopper = await openDemoShopper({ prepared, as: 'chen' })

    expect((await shopper.say('地址写错了想改一下')).body).toMatchObject({ text: '请发一下完整的新地址。' })
    await shopper.say('上海市浦东新区张江路 88 弄 3 号 501')
    const done = await shopper.press('确认修改')

    const [opened] = await listCases(shopper)
    expect(opened).toMatchObject({ type: 'address_change', orderNumber: 'XM202611220005', status: 'open' })
    expect(done.body).toMatchObject({
      text: expect.stringContaining(`已经提交给仓库，服务单号 ${opened?.number}`) as string,
    })
  })

  it('change the recipient by the shared slot, rule and end', async () => {
    await using shopper = await openDemoShopper({ prepared, as: 'chen', locale: 'en' })

    expect((await shopper.say('change the recipient of my order')).explanation?.rule).toBe(
      'flow:change_contact:ask:contact',
    )
    await shopper.say('Chen Hao 13812345678')
    const done = await shopper.press('Change it')

    const [opened] = await listCases(shopper)
    expect(done.body).toMatchObject({
      text: expect.stringContaining(`Passed to the warehouse, case ${opened?.number}`) as string,
    })
  })

  it('refuse an order that is on its way', async () => {
    await using shopper = await openDemoShopper({ prepared, as: 'lin' })
    const before = await listCases(shopper)

    const refused = await shopper.say('XM202611180037 改收货地址')

    expect(refused.explanation?.rule).toBe('flow:change_address:rule:1')
    expect(refused.body).toMatchObject({ quickReplies: [{ value: 'human_agent' }] })
    expect(await listCases(shopper)).toEqual(before)
  })
})

function listCases({ deps, customerId }: DemoShopper) {
  return deps.storage.cases.list({ customerId, limit: 10 })
}
