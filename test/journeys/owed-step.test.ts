import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { acceptInvite, createInvite } from '../../src/actions/agents/invite.ts'
import { codeAt, fromBase32 } from '../../src/security/totp.ts'
import { listBarriers } from '../support/barriers.ts'
import { launchChromium } from '../support/chromium.ts'
import { type DemoServer, startDemoServer } from '../support/demo-server.ts'
import { shoot } from '../support/people.ts'

const PASSWORD = 'correct horse battery'

let browser: Browser
let server: DemoServer

beforeAll(async () => {
  browser = await launchChromium()
  server = await startDemoServer(undefined, (one) => ({ ...one, security: { secondStep: 'everyone' } }))
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

async function signIn(login: string, width: number, locale = 'zh-CN'): Promise<Page> {
  const { secret } = await createInvite(server.deps, undefined, 'agent')
  await acceptInvite(server.deps, { secret, login, name: '小米', password: PASSWORD })
  const page = await (await browser.newContext({ locale, viewport: { width, height: 844 } })).newPage()
  await page.goto(`${server.url}/console/history`)
  await page.getByLabel(/^(账号|Login)$/).fill(login)
  await page.getByLabel(/^(密码|Password)$/).fill(PASSWORD)
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click()
  return page
}

it('leads whoever signs in without a second step to setting it up, and to where they were going', async () => {
  const page = await signIn('mina', 1280)
  await page.getByRole('heading', { name: '先开启两步验证' }).waitFor()
  await shoot(page, 'owed-step')
  expect(await listBarriers(page)).toEqual([])
  await page.goto(`${server.url}/console/settings/agents`)
  await page.getByRole('heading', { name: '先开启两步验证' }).waitFor()

  await page.goto(`${server.url}/console/history`)
  await page.getByRole('button', { name: '开启两步验证' }).click()
  await page.getByLabel(/先输入密码/).fill(PASSWORD)
  await page.getByRole('button', { name: '下一步' }).click()
  const uri = new URL(await page.getByText(/^otpauth:/).innerText())
  const key = fromBase32(uri.searchParams.get('secret') ?? '')
  await shoot(page, 'owed-step-scan')
  expect(await listBarriers(page)).toEqual([])
  await page.getByLabel('验证器上的 6 位数字').fill(codeAt(key, Math.floor(server.deps.clock.now() / 30_000)))
  await page.getByRole('button', { name: '验证并开启' }).click()
  await page.getByRole('button', { name: '我已保存好' }).click()

  await page.getByRole('link', { name: '历史会话' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/console/history')
})

it('fits a phone, in English too, and lets them leave instead', async () => {
  const page = await signIn('noor', 390, 'en-GB')
  await page.getByRole('heading', { name: 'First, two-step verification' }).waitFor()
  await shoot(page, 'owed-step-phone')

  expect(await listBarriers(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel('Password', { exact: true }).waitFor()
})
