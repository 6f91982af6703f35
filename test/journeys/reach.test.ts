import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { openAgent, openChat, openShop } from '../support/people.ts'
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

/** What keeps people out, as axe-core names it. */
async function listBarriers(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze()
  expect(passes.length).toBeGreaterThan(10)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help }) => `${id}: ${help}`)
}

it('keeps no shopper out of the chat, on a screen or a phone', async () => {
  for (const phone of [false, true]) {
    const page = await openShop(browser, server, { phone })
    // Text that still fades in has less contrast than it will have.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const shopper = await openChat(page)
    await shopper.say('今天拍今天能发吗')
    await shopper.sees(/16:00/)

    expect(await listBarriers(shopper.page)).toEqual([])
  }
})

it('keeps nobody of the shop out of the desk and its settings', async () => {
  const owner = await openAgent(browser, server.ownerLink, '店主')
  const settings = ['reception', 'agents', 'embed', 'knowledge'].map((section) => `settings/${section}`)
  for (const path of ['', ...settings, 'reports', 'knowledge/shipping_time']) {
    await owner.goto(`${server.url}/console/${path}`)
    await owner
      .getByRole(path === '' ? 'tab' : 'heading')
      .first()
      .waitFor()

    expect(await listBarriers(owner), path).toEqual([])
  }
})
