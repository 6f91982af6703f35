import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSession } from '../../src/actions/agents/sessions.ts'
import type { Role } from '../../src/domain/agent.ts'
import { launchChromium } from '../support/chromium.ts'
import { type DemoServer, startDemoServer } from '../support/demo-server.ts'
import { connect } from '../support/test-app.ts'

/** A little more than the page waits between two looks. */
const NEXT_LOOK = 10_500

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

/** The page about the server, as somebody of this role sees it; its clock goes on when it is told to. */
async function openStatus(role: Role, locale = 'zh-CN'): Promise<Page> {
  const { deps, url } = server
  const person = { id: `${role}-${locale}`, login: `${role}-${locale}`, name: role, role }
  const agent = { ...person, active: true, presence: 'online' as const, createdAt: deps.clock.now(), groups: [] }
  await deps.storage.agents.create(agent, 'no password opens this')
  await deps.roster.refresh()
  const { secret } = await openSession(deps, agent)
  const context = await browser.newContext({ locale })
  context.setDefaultTimeout(15_000)
  await context.clock.install()
  await context.addCookies([{ name: 'xiaoer_session', value: secret, url }])
  const page = await context.newPage()
  await page.goto(`${url}/console/settings/status`)
  return page
}

it('tells an owner how the server is, and again by itself', { timeout: 60_000 }, async () => {
  const page = await openStatus('owner')
  await page.getByText('一切正常，可以接待').waitFor()
  const visitors = page.locator('.figures div').filter({ hasText: '客户连接' }).locator('dd')
  expect(await visitors.textContent()).toBe('0')

  using client = await connect(`${server.url}/widget`)
  await client.hear('session:started')
  await page.clock.fastForward(NEXT_LOOK)

  await expect.poll(() => visitors.textContent(), { timeout: 15_000 }).toBe('1')
})

it('says that it could not ask, and goes on asking', { timeout: 60_000 }, async () => {
  const page = await openStatus('supervisor', 'en-GB')
  await page.getByText('All is well').waitFor()

  await page.route('**/api/v1/status', (route) => route.abort())
  await page.clock.fastForward(NEXT_LOOK)
  await page.getByRole('button', { name: 'Try again' }).waitFor()
  await page.unroute('**/api/v1/status')
  await page.clock.fastForward(NEXT_LOOK)

  await page.getByText('All is well').waitFor()
})

it('tells an agent kindly that it is not for them', { timeout: 60_000 }, async () => {
  const page = await openStatus('agent')

  await page.getByText('这一页需要更高的权限').waitFor()

  expect(await page.getByText('逐项检查').count()).toBe(0)
})
