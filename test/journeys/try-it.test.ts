import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createInvite } from '../../src/actions/agents/invite.ts'
import { listBarriers } from '../support/barriers.ts'
import { launchChromium } from '../support/chromium.ts'
import { type DemoServer, startDemoServer } from '../support/demo-server.ts'
import { openAgent, shoot } from '../support/people.ts'

let browser: Browser
let server: DemoServer
let desk: Page

beforeAll(async () => {
  browser = await launchChromium()
  server = await startDemoServer()
  const { secret } = await createInvite(server.deps, undefined, 'owner')
  desk = await openAgent(browser, `${server.url}/console/invite/${secret}`, '店主')
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

async function say(words: string): Promise<void> {
  await desk.getByRole('textbox', { name: '像顾客那样问…' }).fill(words)
  await desk.keyboard.press('Enter')
  await desk.locator('.try-turn', { hasText: words }).locator('.try-reply').first().waitFor()
}

it('answers what a shopper would ask, and shows why', async () => {
  const before = await server.deps.storage.conversations.list({ limit: 100 })
  await desk.goto(`${server.url}/console/knowledge/try`)

  await say('今天拍今天能发吗')
  await say('我要退货')

  const why = desk.getByRole('region', { name: '为什么这么答' })
  await why.getByText('第 2 句').waitFor()
  await why.getByText('正在办').waitFor()
  await desk.getByRole('button', { name: '今天拍今天能发吗' }).click()
  await why.getByText('第 1 句').waitFor()
  await why.locator('mark', { hasText: 'shop.cutoff 16:00' }).waitFor()
  await why.getByText('shipping_time').first().waitFor()
  await shoot(desk, 'journey-try-it')
  expect(await server.deps.storage.conversations.list({ limit: 100 })).toEqual(before)
})

it('plays the talk anew as somebody else, at another time, and takes a line back', async () => {
  await desk.getByRole('button', { name: '收回上一句' }).click()
  await expect.poll(() => desk.locator('.try-turn').count()).toBe(1)
  await desk.getByLabel('店里时间').fill('2026-11-23T23:30')
  await expect.poll(() => desk.locator('.try-reply').first().innerText()).not.toContain('今天就发')

  await desk.getByRole('combobox', { name: '扮成' }).fill('林')
  await desk.locator('.try-shopper').first().click()
  await say('我的快递到哪了')

  await desk
    .getByText(/圆通|中通|顺丰/)
    .first()
    .waitFor()
})

it('runs many at once: figures, the wrong ones first, a table to take away', async () => {
  await desk.getByText('批量测', { exact: true }).click()
  const rows = desk.getByRole('textbox', { name: '逐句' })
  await rows.fill('今天拍今天能发吗\tshipping_time\n只有话')
  await desk.getByRole('button', { name: '开始测' }).click()
  await desk.getByText('第 2 行：没有写意图').waitFor()

  await rows.fill('今天拍今天能发吗\tshipping_time\n怎么退货\tshipping_time\n推荐个餐馆\tnone')
  await desk.getByRole('button', { name: '开始测' }).click()
  const result = desk.getByRole('region', { name: '测试结果' })
  await result.getByRole('cell', { name: '怎么退货' }).waitFor()
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    result.getByRole('button', { name: '下载 CSV' }).click(),
  ])

  expect(await readFile(await download.path(), 'utf8')).toMatch(/怎么退货,shipping_time,\w+,0\.\d+,.+,不对/)
  expect(await listBarriers(desk)).toEqual([])
  await shoot(desk, 'journey-try-it-batch')
})

it('can be used on a phone, and is not for agents', async () => {
  const invite = async (role: 'supervisor' | 'agent') =>
    `${server.url}/console/invite/${(await createInvite(server.deps, undefined, role)).secret}`
  const phone = await openAgent(browser, await invite('supervisor'), '主管', { phone: true })
  await phone.goto(`${server.url}/console/knowledge/try`)
  await phone.getByRole('button', { name: '什么时候发货' }).click()
  await phone.locator('.try-reply').first().waitFor()
  const barriers = await listBarriers(phone)
  await shoot(phone, 'journey-try-it-phone')
  const agent = await openAgent(browser, await invite('agent'), '客服')
  await agent.goto(`${server.url}/console/knowledge/try`)
  await agent
    .getByText('您的角色', { exact: false })
    .or(agent.getByText('权限', { exact: false }))
    .first()
    .waitFor()

  expect(barriers).toEqual([])
  expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390)
  expect(await agent.locator('.try-log').count()).toBe(0)
})
