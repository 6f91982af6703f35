import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { inviteAgent, openAgent, openShopper, type Shopper, shoot } from '../support/people.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'

let browser: Browser
let server: ServerProcess
let mina: Page
let olga: Page
let lin: Shopper
let bo: Shopper

/** A shop that never closes, whose clocks are red after three seconds, and which promises an answer within six. */
async function hurry(knowledgeDir: string): Promise<void> {
  const file = join(knowledgeDir, 'shop.yaml')
  const shop = await readFile(file, 'utf8')
  const quick = [
    [/^( {4}(?:mon|tue|wed|thu|fri|sat|sun): ).*$/gm, '$1["00:00-24:00"]'],
    [/^ {4}- \{from: 20.*$/gm, ''],
    [/^ {2}days: .*$/m, ''],
    [/warn_seconds: \d+/, 'warn_seconds: 1'],
    [/red_seconds: \d+/, 'red_seconds: 3'],
    [/^ {4}- \{tiers: .*, first_response.*$/m, ''],
    [/- \{first_response: .*\}/, '- {first_response: 6, next_response: 6, business_hours: false}'],
  ] as const
  await writeFile(
    file,
    quick.reduce((text, [from, to]) => text.replace(from, to), shop),
  )
}

beforeAll(async () => {
  browser = await launchChromium()
  server = await startServer({ prepare: hurry })
  const owner = await openAgent(browser, server.ownerLink, '店主')
  await beBusy(owner)
  mina = await openAgent(browser, await inviteAgent(owner, server), '米娜')
  olga = await openAgent(browser, await inviteAgent(owner, server, 'supervisor'), '欧主管')
  await beBusy(olga)
  lin = await openShopper(browser, server)
  bo = await openShopper(browser, server)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

async function beBusy(page: Page): Promise<void> {
  await page.getByRole('button', { name: /我的状态/ }).click()
  await page.getByRole('menuitem', { name: /忙碌/ }).click()
  await page.getByRole('button', { name: '我的状态: 忙碌' }).waitFor()
}

async function serve(shopper: Shopper): Promise<void> {
  await shopper.say('转人工')
  await mina.getByRole('region', { name: '派给您的客户' }).getByRole('article').first().waitFor()
  const before = mina.url()
  await mina.keyboard.press('Alt+KeyA')
  await mina.waitForURL(({ href }) => href !== before)
  await shopper.sees('米娜 已接入')
}

async function reply(text: string): Promise<void> {
  const box = mina.getByRole('textbox', { name: /输入回复/ })
  await box.fill(text)
  await box.press('Enter')
}

it('turns the clock of whoever waits red, and leads there by Alt+W', async () => {
  await serve(bo)
  await bo.say('裙子收到了，颜色不对')
  await serve(lin)
  await reply('您好，我是米娜')
  await lin.sees('您好，我是米娜')

  const red = mina.getByRole('tabpanel').locator('.wait-4')
  await red.waitFor()
  await mina.getByRole('button', { name: /^最久/ }).waitFor()
  await mina.keyboard.press('Alt+KeyW')

  await mina.getByRole('log').getByText('裙子收到了，颜色不对').waitFor()
  await mina.locator('.thread-header .wait-4').waitFor()
})

it('tells the supervisor of the promise that is broken, and flies a flag', async () => {
  await olga.getByText(/等首次回复已超时/).waitFor()
  const flag = mina.locator('.thread-header').getByLabel('承诺已超时')
  await flag.waitFor()

  expect(await mina.locator('.thread-header .wait').first().getAttribute('title')).toMatch(
    /^等待 .* · 承诺 6 秒内回复，已超时 \d+ 秒$/,
  )
  await shoot(mina, 'journey-clock-red')

  await reply('给您换一条')
  await bo.sees('给您换一条')
  await flag.waitFor({ state: 'detached' })
  await mina.getByRole('button', { name: /^最久/ }).waitFor({ state: 'detached' })
})

it('keeps which sounds are wanted, in this browser', async () => {
  const ofQueue = mina.getByRole('switch', { name: '声音：有人排队' })
  await openAlerts()
  const before = await ofQueue.getAttribute('aria-checked')
  await ofQueue.click()
  await mina.getByRole('button', { name: '试听：承诺超时' }).click()
  await shoot(mina, 'journey-clock-alerts')
  await mina.reload()
  await openAlerts()

  expect([before, await ofQueue.getAttribute('aria-checked')]).toEqual(['false', 'true'])
})

async function openAlerts(): Promise<void> {
  await mina.getByRole('button', { name: '我的: 米娜' }).click()
  await mina.getByRole('menuitem', { name: '通知设置' }).click()
  await mina.getByRole('dialog', { name: '通知设置' }).waitFor()
}
