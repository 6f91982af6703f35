import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type DemoServer, startDemoServer } from '../support/demo-server.ts'
import { openCustomer, openShopper, type Shopper, shoot } from '../support/people.ts'

let browser: Browser
let server: DemoServer

beforeAll(async () => {
  browser = await launchChromium()
  server = await startDemoServer()
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

async function expectInside({ page }: Shopper): Promise<void> {
  const log = page.getByRole('region', { name: '聊天记录' })
  expect(await log.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
}

/** A long answer is read from its first words on. */
async function expectInView(shopper: Shopper, words: string): Promise<void> {
  await expect.poll(() => shopper.hasInView(shopper.log.getByText(words))).toBe(true)
}

it('tells a customer whom the shop knows where her parcels are', async () => {
  const zhou = await openCustomer(browser, server, '周敏')

  await zhou.say('我的快递到哪了')
  await zhou.sees(/圆通速运包裹在路上/)
  await zhou.sees('圆通速运 YT8804417265930')
  await shoot(zhou.page, 'parcel-known')
  await zhou.press(/^另一单/)

  await zhou.sees('中通快递 78661520473318')
  await zhou.sees(/已到达成都转运中心/)
  await shoot(zhou.page, 'parcel-other')
})

it('asks a stranger to prove the order before it tells where the parcel is', async () => {
  const stranger = await openShopper(browser, server, { phone: true })

  await stranger.say('我的快递到哪了')
  await stranger.sees(/请把订单号和下单手机号的后四位/)
  await stranger.say('XM202611180037')
  await stranger.sees(/后四位，核对上/)
  await stranger.say('1111')
  await stranger.sees(/没对上/)
  await shoot(stranger.page, 'parcel-wrong-phone')
  expect(await stranger.log.getByText(/武汉转运中心/).count()).toBe(0)
  await stranger.say('0416')

  await stranger.sees(/武汉转运中心/)
  await stranger.sees('中通快递 78650123349871')
  await shoot(stranger.page, 'parcel-proved')
  const words = await stranger.page.getByRole('dialog').innerText()
  expect(words).not.toContain('13857120416')
  expect(words).not.toContain('林晓雨')
})

it('shows an address only in part, even to a stranger who proved the order', async () => {
  const order = await server.deps.storage.orders.find('XM202611220005')
  const street = order?.address?.street ?? ''
  const stranger = await openShopper(browser, server)

  await stranger.say('改地址')
  await stranger.sees(/后四位/)
  await stranger.say('XM202611220005 8802')

  await stranger.sees(/现在的地址是 上海市.+\*{3}/)
  await shoot(stranger.page, 'parcel-address')
  const words = await stranger.page.getByRole('dialog').innerText()
  expect(street).toMatch(/\d/)
  expect(words).not.toContain(street)
  expect(words).not.toContain(order?.address?.phone)
})

it('finds a parcel for an English shopper in English', async () => {
  const emma = await openCustomer(browser, server, 'Emma Wilson', { path: '/?lang=en', locale: 'en-GB', phone: true })

  await emma.say('where is my parcel')

  await emma.sees(/SF1402278651093\) has been delivered/)
  await emma.sees('17 Nov 21:00')
  await shoot(emma.page, 'parcel-english')
})

it('advises a size by what it asks for one after the other', async () => {
  const shopper = await openShopper(browser, server, { path: '/products/linen-dress', phone: true })

  await shopper.say('我穿多大')
  await shopper.sees(/身高、体重大概多少/)
  await shopper.say('165cm')
  await shopper.sees(/体重大概多少呢/)
  await shopper.say('110斤')

  await shopper.sees(/按 165 cm、55 kg（110 斤），亚麻衬衫连衣裙拍 L 码，都在范围里，把握比较大/)
  await shoot(shopper.page, 'size-phone')
})

it('lays three products side by side inside the panel', async () => {
  const shopper = await openShopper(browser, server)

  await shopper.say('对比一下养生壶、电热水壶和加湿器')

  const table = shopper.log.getByRole('table', { name: '对比：玻璃养生壶、不锈钢电热水壶、桌面加湿器' })
  await table.waitFor()
  expect(await table.getByRole('row', { name: /价格/ }).getByRole('cell').allTextContents()).toEqual([
    '¥159',
    '¥99',
    '¥89',
  ])
  await expectInside(shopper)
  await expectInView(shopper, '不一样的地方列在下面了')
  await shoot(shopper.page, 'compare-three')
})

it('compares two on a phone, and the table stays inside the screen', async () => {
  const shopper = await openShopper(browser, server, { phone: true })

  await shopper.say('对比一下养生壶和电热水壶')

  const table = shopper.log.getByRole('table', { name: '对比：玻璃养生壶、不锈钢电热水壶' })
  await table.waitFor()
  await expectInside(shopper)
  await expectInView(shopper, '不一样的地方列在下面了')
  await shoot(shopper.page, 'compare-phone')
  await shopper.page.getByRole('button', { name: '回到最新消息' }).click()
  await shoot(shopper.page, 'compare-phone-end')
})

it('reckons what is missing for the next reduction from the product on the page', async () => {
  const shopper = await openShopper(browser, server, { path: '/products/linen-dress' })

  await shopper.say('还差多少能满300减')

  await shopper.sees(/合计 ¥269，还差 ¥31 满 ¥300 减 ¥30/)
  await shopper.log.getByRole('button', { name: '低帮帆布鞋' }).waitFor()
  await expectInside(shopper)
  await shoot(shopper.page, 'threshold')
})
