import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSession } from '../../src/actions/agents/sessions.ts'
import { answerUnhandled } from '../../src/actions/conversations/answer-unhandled.ts'
import { countFacts } from '../../src/actions/reports/count-facts.ts'
import { openMemory } from '../../src/app/open-storage.ts'
import { FIGURES } from '../../src/domain/metrics/figures.ts'
import type { AreaReport, Endings, LostInquiries, ReportArea } from '../../src/protocol/reports.ts'
import { launchChromium } from '../support/chromium.ts'
import { givenMonday } from '../support/figures-fixture.ts'
import { shoot } from '../support/people.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const MONDAY = 'from=2026-06-01&until=2026-06-01'

let browser: Browser
let app: TestApp
let url: string
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
  const opened = await openMemory()
  await givenMonday(opened)
  while ((await opened.storage.search.catchUp(1000)) > 0);
  app = await startTestApp({ opened })
  url = (await app.app.listen()).url
  await settle()
  const { secret } = await openSession(app.deps, await app.agent('Olga', { role: 'owner', present: false }))
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  context.setDefaultTimeout(15_000)
  await context.addCookies([{ name: 'xiaoer_session', value: secret, url }])
  page = await context.newPage()
})
afterAll(async () => {
  await browser.close()
  await app[Symbol.asyncDispose]()
})

/** A server that begins answers what was left open; then nothing changes any more. */
async function settle(): Promise<void> {
  await answerUnhandled(app.deps, 0)
  while ((await app.deps.storage.search.catchUp(1000)) > 0);
  await countFacts(app.deps)
}

async function ask<T>(path: string): Promise<T> {
  return (await (await page.request.get(`${url}/api/v1/reports/${path}`)).json()) as T
}

async function open(path: string): Promise<void> {
  await page.goto(`${url}/console/reports/${path}`)
  await page.locator('.figure-card').first().waitFor()
}

/** Presses a number, and returns how many rows it opens and how many it says there are. */
async function countBehind(number: ReturnType<Page['locator']>): Promise<readonly [rows: number, said: string]> {
  await number.click()
  const drawer = page.getByRole('dialog')
  await drawer.locator('.drill-rows, .blank').first().waitFor()
  const rows = await drawer.locator('.drill-rows li').count()
  const said = rows === 0 ? '0' : await drawer.locator('.drill-total').innerText()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
  return [rows, said.replace(/\D+/g, '')]
}

const AREAS: readonly ReportArea[] = ['bot', 'desk', 'quality', 'sales']

it.each(AREAS)('shows of %s what the API counts, and opens as many things', async (area) => {
  await open(`${area}?${MONDAY}`)
  const { figures } = await ask<AreaReport>(`figures?area=${area}&${MONDAY}`)
  const counted = FIGURES.filter(({ unit, numerator }) => (unit === 'share' || unit === 'count') && !numerator.amount)
  for (const { id, value = 0, numerator, denominator } of figures) {
    if (!counted.some((one) => one.id === id)) continue

    const numbers = page.locator(`[data-figure=${id}] .figure-number`)
    expect([id, ...(await countBehind(numbers.first()))]).toEqual([id, numerator, String(numerator)])
    if (denominator === undefined || denominator === 0) continue
    expect(await numbers.allInnerTexts()).toEqual([
      `${Math.round(value * 1000) / 10}%`,
      String(numerator),
      String(denominator),
    ])
    expect([id, ...(await countBehind(numbers.last()))]).toEqual([id, denominator, String(denominator)])
  }
})

it('writes times, money and stars as people read them', async () => {
  await open(`desk?${MONDAY}`)
  expect(await page.locator('[data-figure=queue_wait] .figure-number').allInnerTexts()).toEqual([
    '40 s',
    '2 min 40 s',
    '4',
  ])
  await open(`quality?${MONDAY}`)
  expect(await page.locator('[data-figure=csat_score] .figure-number').first().innerText()).toBe('3.5')
  await open(`sales?${MONDAY}`)
  expect(await page.locator('[data-figure=basket] .figure-number').first().innerText()).toBe('¥200')
})

it('follows a number of a row to the conversations of that row alone', async () => {
  await open(`bot?${MONDAY}&by=intent`)
  const report = await ask<AreaReport>(`figures?area=bot&${MONDAY}&by=intent`)
  const row = report.rows.find(({ key }) => key === 'size')
  const questions = row?.figures.find(({ id }) => id === 'questions')?.numerator
  const table = page.getByRole('region', { name: 'Details' })
  const column = report.figures.findIndex(({ id }) => id === 'questions')
  const cell = table
    .getByRole('row', { name: row?.label ?? '' })
    .locator('td')
    .nth(column)

  expect(questions).toBeGreaterThan(0)
  expect(await countBehind(cell.locator('button'))).toEqual([questions, String(questions)])
})

it('draws how conversations end, and has a table of it', async () => {
  await open(`bot?${MONDAY}`)
  const endings = page.getByRole('region', { name: 'How conversations end' })
  await endings.locator('svg path').first().waitFor()
  await endings.getByText('As a table').click()
  const { links } = await ask<Endings>(`endings?${MONDAY}`)

  expect(await endings.locator('tbody tr').count()).toBe(links.length)
  await shoot(page, 'figures-endings')
})

it('shows who asked and did not order, with their last question', async () => {
  await open(`sales?${MONDAY}`)
  const funnel = page.getByRole('region', { name: 'From inquiry to payment' })
  const lost = page.getByRole('region', { name: 'Lost inquiries' })
  const { rows } = await ask<LostInquiries>(`lost?${MONDAY}`)

  expect(await funnel.locator('tr.whole .figure-number').allInnerTexts()).toEqual(['3', '2', '1'])
  expect(rows.map(({ conversationId }) => conversationId)).toEqual(['c12'])
  await lost.getByText(rows[0]?.lastQuestion ?? '').waitFor()
  await shoot(page, 'figures-sales')
  await lost.getByRole('link', { name: /won back/ }).click()
  await page.waitForURL(/\/conversations\/c12/)
})
