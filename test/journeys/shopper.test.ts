import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { openChat, openShop, openShopper, shoot } from '../support/people.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'

let browser: Browser
let server: ServerProcess

beforeAll(async () => {
  browser = await launchChromium()
  server = await startServer()
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

it('answers a shopper and closes nicely', async () => {
  const shopper = await openShopper(browser, server)

  await shopper.say('今天拍今天能发吗')
  await shopper.sees(/16:00/)
  await shopper.say('谢谢')
  await shopper.sees(/不客气/)

  await shoot(shopper.page, 'journey-1-answered')
})

it('shows the same conversation after a reload', async () => {
  const shopper = await openShopper(browser, server)
  await shopper.say('今天拍今天能发吗')
  await shopper.sees(/16:00/)

  await shopper.page.reload()

  await shopper.sees('今天拍今天能发吗')
  await shopper.sees(/16:00/)
  expect(await shopper.log.getByText('今天拍今天能发吗').count()).toBe(1)
})

it('tells a customer whom the shop knows where the parcel is', async () => {
  const page = await openShop(browser, server)
  await page.getByRole('button', { name: '林晓雨' }).click()
  await page.locator('[data-person][aria-pressed="true"]', { hasText: '林晓雨' }).waitFor()
  const shopper = await openChat(page)

  await shopper.say('我的快递到哪了')

  await shopper.sees(/武汉转运中心/)
  await shoot(shopper.page, 'journey-1-parcel')
})

it('speaks English on an English page', async () => {
  const shopper = await openShopper(browser, server, { path: '/?lang=en', locale: 'en-GB' })

  await shopper.say('how soon do you ship')

  await shopper.sees(/16:00/)
  await shoot(shopper.page, 'journey-1-english')
})

it('fills the screen of a phone', async () => {
  const shopper = await openShopper(browser, server, { phone: true, path: '/products/linen-dress' })

  await shopper.say('这件什么材质的')
  await shopper.sees(/亚麻/)

  // It slides in: what counts is where it comes to rest.
  await expect.poll(() => shopper.page.getByRole('dialog').boundingBox()).toMatchObject({ x: 0, y: 0, width: 390 })
  await shoot(shopper.page, 'journey-1-phone')
})

it('keeps what was written while the server was down, and sends it once', { timeout: 90_000 }, async () => {
  const shopper = await openShopper(browser, server)
  await shopper.say('你好')
  await shopper.sees(/您好/)

  await server.kill()
  await shopper.say('今天拍今天能发吗')
  await shopper.page.reload().catch(() => undefined)
  await server.restart()
  await shopper.page.goto(`${server.url}/`)

  await shopper.sees(/16:00/)
  expect(await shopper.log.getByText('今天拍今天能发吗').count()).toBe(1)
})
