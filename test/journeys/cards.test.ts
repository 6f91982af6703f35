import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { storeMessage } from '../../src/actions/conversations/store-message.ts'
import { listBarriers } from '../support/barriers.ts'
import { type CardBody, COMPARISON, ORDERS, PARCEL, PRODUCTS } from '../support/card-bodies.ts'
import { launchChromium } from '../support/chromium.ts'
import { openAgent, openChat, openShop, type Shopper, shoot } from '../support/people.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let browser: Browser
let app: TestApp
let server: { url: string }

beforeAll(async () => {
  browser = await launchChromium()
  app = await startTestApp({ environment: { DEMO: 'true' } })
  server = await app.app.listen()
})
afterAll(async () => {
  await browser.close()
  await app[Symbol.asyncDispose]()
})

/** Somebody who has said something, and a 小二 that answers with what the test hands it. */
async function openTalk(phone: boolean) {
  const page = await openShop(browser, server, { phone })
  // Text that still fades in has less contrast than it will have.
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: phone ? 'dark' : 'light' })
  const shopper = await openChat(page)
  await shopper.say('今天拍今天能发吗')
  await shopper.sees(/16:00/)
  const said = app.published.findLast((event) => event.type === 'message.created')
  if (said?.type !== 'message.created') throw new Error('nothing was said')

  const { conversationId } = said.message
  let told = 0
  const tell = async (body: CardBody) => {
    told += 1
    const key = `card-${told}`
    return storeMessage(app.deps, { conversationId, key, author: { kind: 'bot' }, body, at: app.clock.now() })
  }
  return { shopper, tell, conversationId }
}

const heardChoice = () =>
  app.published.flatMap((event) =>
    event.type === 'message.created' && event.message.body.kind === 'choice' ? [event.message.body] : [],
  )

async function expectInside({ page }: Shopper): Promise<void> {
  const log = page.getByRole('region', { name: '聊天记录' })
  expect(await log.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
}

it('shows orders as cards, and a pressed one is the answer', async () => {
  const { shopper, tell } = await openTalk(false)
  await tell(ORDERS)
  const card = shopper.log.getByRole('button', { name: '订单 XN2026110917' })
  await card.waitFor()
  await shoot(shopper.page, 'cards-orders')
  expect(await listBarriers(shopper.page)).toEqual([])
  expect(await shopper.page.getByRole('button', { name: '羊毛大衣（XN2026102204）' }).count()).toBe(0)
  expect(await shopper.page.getByRole('button', { name: '都不是，我要找客服' }).count()).toBe(1)

  await card.press('Enter')

  const choice = { kind: 'choice', choice: 'order:XN2026110917', text: '亚麻连衣裙（XN2026110917）' }
  await expect.poll(heardChoice).toEqual([choice])
  await shopper.sees(choice.text)
  expect(await card.count()).toBe(0)
})

it('shows a comparison, a parcel and products on a phone, and nothing sticks out', async () => {
  const { shopper, tell } = await openTalk(true)
  await tell(PARCEL)
  await shopper.sees(/武汉转运中心/)
  await shoot(shopper.page, 'cards-parcel')
  await tell(PRODUCTS)
  await shopper.log.getByRole('button', { name: '法式亚麻收腰连衣裙' }).waitFor()
  expect(await shopper.log.getByRole('link', { name: /查看商品 双面/ }).getAttribute('target')).toBe('_blank')
  await shoot(shopper.page, 'cards-products')
  await tell(COMPARISON)
  const table = shopper.log.getByRole('table', { name: '对比：法式亚麻收腰连衣裙、双面羊毛大衣、真丝衬衫' })
  await table.waitFor()

  const label = table.getByRole('rowheader', { name: '洗涤方式' })
  const before = await label.boundingBox()
  await table.getByText('冷水手洗').scrollIntoViewIfNeeded()

  expect((await label.boundingBox())?.x).toBe(before?.x)
  expect(await listBarriers(shopper.page)).toEqual([])
  await expectInside(shopper)
  await shoot(shopper.page, 'cards-table')
})

it('shows the desk the same', async () => {
  const { tell, conversationId } = await openTalk(false)
  for (const body of [ORDERS, COMPARISON, PARCEL]) await tell(body)
  const agent = await openAgent(browser, (await app.app.ownerLink()) ?? '', '店主')

  await agent.goto(`${server.url}/console/?c=${conversationId}`)

  await agent.getByRole('table', { name: /真丝衬衫/ }).waitFor()
  await agent.getByText('XN2026110917').first().waitFor()
  await shoot(agent, 'cards-desk')
  expect(await listBarriers(agent)).toEqual([])
})
