import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSession } from '../../src/actions/agents/sessions.ts'
import { followMessages } from '../../src/actions/history/follow-messages.ts'
import { countFacts } from '../../src/actions/reports/count-facts.ts'
import type { Agent } from '../../src/domain/agent.ts'
import type { AreaReport, DrillList, TodayView } from '../../src/protocol/reports.ts'
import { type BusyDesk, fillDesk } from '../support/busy-desk.ts'
import { launchChromium } from '../support/chromium.ts'
import { type DemoServer, startDemoServer } from '../support/demo-server.ts'
import { shoot } from '../support/people.ts'

let browser: Browser
let server: DemoServer
let busy: BusyDesk
let owner: Page
/** What a page of the owner's did that the content security policy refuses. */
const refused: string[] = []

beforeAll(async () => {
  browser = await launchChromium()
  server = await startDemoServer()
  busy = await fillDesk(server)
  await followMessages(server.deps)
  await countFacts(server.deps)
  owner = await openDesk(busy.mina)
  owner.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) refused.push(line.text())
  })
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

/** A browser whose clock stands where the server's does. */
async function openDesk(agent: Agent, size = { width: 1360, height: 900 }): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: size,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  await context.clock.setFixedTime(server.deps.clock.now() + 8000)
  const { secret } = await openSession(server.deps, agent)
  await context.addCookies([{ name: 'xiaoer_session', value: secret, url: server.url }])
  return context.newPage()
}

/** What the API says to whoever looks at this page. */
async function ask<T>(page: Page, path: string): Promise<T> {
  const response = await page.request.get(`${server.url}/api/v1/reports/${path}`)
  return (await response.json()) as T
}

function open(page: Page, path: string): Promise<unknown> {
  return page.goto(`${server.url}/console/${path}`)
}

it('begins with today, with what waits for the owner', async () => {
  await open(owner, '')
  await owner.getByRole('link', { name: '今日' }).click()
  await owner.locator('.figure-card').first().waitFor()
  const today = await ask<TodayView>(owner, 'today')

  for (const { id, numerator } of today.figures.filter(({ denominator }) => denominator === undefined)) {
    if (id === 'sales') continue
    expect(await owner.locator(`[data-figure=${id}] .figure-value`).innerText()).toBe(String(numerator))
  }
  const shown = today.tasks.filter(({ count }) => count > 0)
  expect(shown.length).toBeGreaterThan(0)
  expect(await owner.locator('.today-tasks b').allInnerTexts()).toEqual(shown.map(({ count }) => String(count)))
  await owner.locator('.chart-box svg').waitFor()
  await shoot(owner, 'figures-today')
})

it('switches who receives customers from there', async () => {
  await open(owner, 'reports/today')
  const reception = owner.locator('.reception-switch')
  await reception.getByText('辅助', { exact: true }).click()
  await owner.getByText('已切换，马上生效').waitFor()
  await expect.poll(() => owner.locator('.reception-tag').innerText()).toMatch(/智能辅助/)
  await reception.getByText('全自动', { exact: true }).click()

  await expect.poll(() => owner.locator('.reception-tag').innerText()).toMatch(/全自动/)
})

it('shows what the API counts, and opens as many conversations', async () => {
  await open(owner, 'reports/bot')
  await owner.locator('[data-figure=transfer_rate]').waitFor()
  const report = await ask<AreaReport>(owner, `figures?area=bot`)
  const rate = report.figures.find(({ id }) => id === 'transfer_rate')
  const card = owner.locator('[data-figure=transfer_rate]')
  const value = Math.round((rate?.value ?? 0) * 1000) / 10

  expect(rate?.numerator).toBeGreaterThan(0)
  expect((await card.locator('.figure-value').innerText()).replaceAll(/\s+/g, ' ')).toBe(
    `${value}% ${rate?.numerator} / ${rate?.denominator}`,
  )
  await card.locator('.figure-value > button').click()
  const drawer = owner.getByRole('dialog')
  await drawer.getByRole('status').getByText(`共 ${rate?.numerator} 条`).waitFor()
  expect(await drawer.locator('.drill-rows li').count()).toBe(rate?.numerator)

  await drawer.getByText('分母', { exact: true }).click()
  await drawer.getByRole('status').getByText(`共 ${rate?.denominator} 条`).waitFor()
  expect(await drawer.locator('.drill-rows li').count()).toBe(rate?.denominator)
  await shoot(owner, 'figures-drill')
})

it('leads from a row to the conversation, and back', async () => {
  await open(owner, 'reports/bot?drill=questions')
  const drawer = owner.getByRole('dialog')
  const [first] = (await ask<DrillList>(owner, 'drill?figure=questions')).rows
  await drawer.locator('.drill-row').first().click()

  await owner.waitForURL((url) => url.pathname.endsWith(`/conversations/${first?.conversationId}`))
  await owner.locator(`[data-spot][data-seq="${first?.seq}"]`).waitFor()
  await owner.goBack()
  await drawer.locator('.drill-row').first().waitFor()
  await owner.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
  expect(new URL(owner.url()).search).toBe('')
})

it('tells what a figure means without a mouse', async () => {
  await open(owner, 'reports/bot')
  await owner.locator('[data-figure=resolution] .figure-hint').focus()

  const meaning = owner.locator('.figure-meaning')
  await meaning.getByText('公式').waitFor()
  expect(await meaning.innerText()).toMatch(/点踩、没答上、要人工/)
})

it('breaks figures down, and keeps how in the address', async () => {
  await open(owner, 'reports/desk?by=agent')
  const table = owner.getByRole('region', { name: '明细' })
  const report = await ask<AreaReport>(owner, 'figures?area=desk&by=agent')
  await table.getByRole('rowheader', { name: '米娜' }).waitFor()

  expect(await table.locator('tbody tr').count()).toBe(report.rows.length)
  await table.getByRole('button', { name: '人工接待量', exact: true }).click()
  expect(await table.locator('th[aria-sort=descending]').innerText()).toContain('人工接待量')
  await owner.getByText('近 30 天').click()
  await owner.waitForURL(/by=agent.*from=2026-10-25&until=2026-11-23/)
})

it('gives the same as a file', async () => {
  await open(owner, 'reports/bot')
  const [file] = await Promise.all([owner.waitForEvent('download'), owner.locator('.reports-head a[download]').click()])

  expect(file.suggestedFilename()).toMatch(/\.csv$/)
  expect(await readFile(await file.path(), 'utf8')).toMatch(/^\uFEFF.*会话量/)
})

it('says what is missing where nothing was counted', async () => {
  await open(owner, 'reports/bot?from=2026-01-01&until=2026-01-02')
  await owner.getByText('这段时间还没有对话').waitFor()
  await open(owner, 'reports/bot?from=2026-01-01&until=2026-01-02&tier=vip')
  await owner.getByText('这段时间、这些条件下没有对话').waitFor()
  await owner.getByRole('button', { name: '清空筛选' }).click()
  await owner.getByText('这段时间还没有对话').waitFor()
})

it('shows an agent their own figures, and no more', async () => {
  const agents = await server.deps.storage.agents.list()
  const agent = agents.find(({ role }) => role === 'agent')
  if (!agent) throw new Error('the demo shop has no agent')
  const page = await openDesk(agent)
  await open(page, 'reports')
  await page.getByRole('heading', { name: /人工/, level: 1 }).getByText('只包含您自己的数据').waitFor()

  expect(await page.locator('.area-tabs a').allInnerTexts()).toEqual(['人工', '智能辅助'])
  expect(await page.getByRole('link', { name: '今日' }).count()).toBe(0)
  await open(page, 'reports/bot')
  await page.getByText('这一页需要更高的权限').waitFor()
})

it('stands on the wall, and says when it cannot look any more', async () => {
  const wall = await openDesk(busy.mina, { width: 1920, height: 1080 })
  await open(wall, 'reports/wall')
  await wall.locator('.wall-number').first().waitFor()
  expect(await wall.locator('.top-bar').count()).toBe(0)
  await wall.locator('.wall-agent', { hasText: '米娜' }).waitFor()
  await shoot(wall, 'figures-wall')

  await wall.context().setOffline(true)
  await wall
    .getByRole('alert')
    .getByText(/连接已断开/)
    .waitFor()
  await wall.context().setOffline(false)
  await wall.getByRole('alert').waitFor({ state: 'hidden' })
})

it('does nothing that the content security policy refuses', () => {
  expect(refused).toEqual([])
})
