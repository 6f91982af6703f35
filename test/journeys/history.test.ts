import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createInvite } from '../../src/actions/agents/invite.ts'
import { listBarriers } from '../support/barriers.ts'
import { launchChromium } from '../support/chromium.ts'
import { openAgent, openShopper, shoot } from '../support/people.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let browser: Browser
let app: TestApp
let url: string
let desk: Page

beforeAll(async () => {
  browser = await launchChromium()
  app = await startTestApp({ environment: { DEMO: 'true' } })
  url = (await app.app.listen()).url
  const { secret } = await createInvite(app.deps, undefined, 'owner')
  desk = await openAgent(browser, `${url}/console/invite/${secret}`, '米娜')
})
afterAll(async () => {
  await browser.close()
  await app[Symbol.asyncDispose]()
})

/** A shopper who says these things in the chat; the index has read them when it returns. */
async function givenSaid(lines: readonly (readonly [words: string, answer: RegExp])[]): Promise<void> {
  const shopper = await openShopper(browser, { url })
  for (const [words, answer] of lines) {
    await shopper.say(words)
    await shopper.sees(answer)
  }
  await shopper.page.context().close()
  await expect.poll(() => app.deps.storage.search.countBehind(1)).toBe(0)
}

it('finds what a shopper has said by two characters, and reads it there', async () => {
  await givenSaid([
    ['包邮吗', /包邮/],
    ['朋友推荐的紫色收纳箱', /.+/],
  ])
  await givenSaid([['什么时候发货', /.+/]])

  await desk.getByRole('link', { name: '历史会话' }).click()
  await desk.getByRole('status').getByText('共 2 段会话').waitFor()
  await desk.getByRole('searchbox', { name: /搜聊天内容/ }).fill('收纳')
  await desk.keyboard.press('Enter')
  await desk.getByRole('status').getByText('共 1 段会话').waitFor()
  await desk.locator('.found mark', { hasText: '收纳' }).waitFor()
  await desk.getByRole('button', { name: /紫色收纳箱/ }).click()

  const line = desk.locator('[data-spot]')
  await line.getByText('朋友推荐的紫色收纳箱').waitFor()
  expect(await desk.evaluate(`CSS.highlights.get('found')?.size`)).toBe(1)
  expect(new URL(desk.url()).search).toMatch(/q=%E6%94%B6%E7%BA%B3.*c=.+&seq=\d+/)
  await shoot(desk, 'journey-history')
})

it('labels it by the keyboard, and finds it by the label', async () => {
  const colleague = await openAgent(browser, await inviteLink(), '小周')
  await desk.goto(`${url}/console/settings/labels`)
  await desk.getByLabel('标签名').fill('待回访')
  await desk.locator('form .label-color').nth(2).click()
  await desk.getByRole('button', { name: '新建标签' }).click()
  await desk.getByText('用在 0 段会话上').waitFor()
  await desk.goto(`${url}/console/history?q=${encodeURIComponent('收纳')}`)
  await desk.locator('.found-open').click()
  await desk.getByRole('button', { name: '打标签' }).waitFor()

  await desk.keyboard.press('Alt+KeyL')
  await desk.getByLabel('找标签').fill('回访')
  await desk.keyboard.press('Enter')

  await desk.locator('.reading-head .label', { hasText: '待回访' }).waitFor()
  await colleague.getByRole('tab', { name: /机器人/ }).click()
  await colleague.locator('.row .label', { hasText: '待回访' }).waitFor()
  await desk.keyboard.press('Escape')
  await desk.goto(`${url}/console/history`)
  await desk.getByRole('status').getByText('共 2 段会话').waitFor()
  await desk.getByRole('combobox', { name: '会话标签' }).click()
  await desk.getByTitle('待回访').click()
  await desk.getByRole('status').getByText('共 1 段会话').waitFor()
  await shoot(desk, 'journey-history-label')
})

it('opens by the link that was copied, at the message', async () => {
  await desk.goto(`${url}/console/history?q=${encodeURIComponent('收纳')}`)
  await desk.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await desk.getByRole('button', { name: /紫色收纳箱/ }).click()
  await desk.getByRole('button', { name: '复制链接' }).click()
  await desk.getByText('链接已复制').waitFor()
  const link = String(await desk.evaluate('navigator.clipboard.readText()'))

  expect(link).toMatch(/\/console\/conversations\/[\w-]+\?seq=\d+$/)
  await desk.goto(link)
  await desk.locator('[data-spot]').getByText('朋友推荐的紫色收纳箱').waitFor()
  await shoot(desk, 'journey-conversation-link')
})

it('exports what the filters show', async () => {
  await desk.goto(`${url}/console/history?q=${encodeURIComponent('收纳')}`)
  await desk.getByRole('button', { name: /导出/ }).click()
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: '全部消息（CSV，Excel 可打开）' }).click(),
  ])

  const csv = await readFile(await download.path(), 'utf8')
  expect(csv).toMatch(/^\uFEFF会话,序号,时间/)
  expect(csv).toContain('朋友推荐的紫色收纳箱')
  expect(csv).toContain('待回访')
  expect(csv).not.toContain('什么时候发货')
})

it('can be used on a phone', async () => {
  const phone = await openAgent(browser, await inviteLink(), '小陈', { phone: true })
  await phone.goto(`${url}/console/history?q=${encodeURIComponent('收纳')}`)
  await phone.locator('.found').waitFor()
  await phone.getByRole('button', { name: /筛选/ }).click()
  const barriers = await listBarriers(phone)
  await shoot(phone, 'journey-history-phone')
  await phone.getByRole('button', { name: /紫色收纳箱/ }).click()
  await phone.locator('[data-spot]').waitFor()
  barriers.push(...(await listBarriers(phone)))
  await shoot(phone, 'journey-history-phone-reading')

  expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390)
  expect(await phone.getByRole('button', { name: /导出/ }).count()).toBe(0)
  await phone.getByRole('button', { name: '返回' }).click()
  await phone.locator('.found').waitFor()
  expect(barriers).toEqual([])
})

async function inviteLink(): Promise<string> {
  return `${url}/console/invite/${(await createInvite(app.deps, undefined, 'agent')).secret}`
}
