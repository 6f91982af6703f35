import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createInvite } from '../../src/actions/agents/invite.ts'
import { codeAt, fromBase32 } from '../../src/security/totp.ts'
import { listBarriers } from '../support/barriers.ts'
import { launchChromium } from '../support/chromium.ts'
import { type DemoServer, startDemoServer } from '../support/demo-server.ts'
import { openAgent, shoot } from '../support/people.ts'

let browser: Browser
let server: DemoServer
let owner: Page

beforeAll(async () => {
  browser = await launchChromium()
  server = await startDemoServer()
  const { secret } = await createInvite(server.deps, undefined, 'owner')
  owner = await openAgent(browser, `${server.url}/console/invite/${secret}`, '店主')
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

const PASSWORD = 'correct horse battery'

async function signIn(page: Page, password: string, code?: string): Promise<void> {
  await page.goto(`${server.url}/console/sign-in`)
  await page.getByLabel('账号', { exact: true }).fill('login-店主')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  if (code === undefined) return
  await page.getByLabel('验证码', { exact: true }).fill(code)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

it('asks for a code once an owner has set up the second step, and takes a recovery code in its place', async () => {
  await owner.goto(`${server.url}/console/settings/account`)
  await owner.getByRole('button', { name: '开启两步验证' }).click()
  await owner.getByLabel(/先输入密码/).fill(PASSWORD)
  await owner.getByRole('button', { name: '下一步' }).click()
  await owner.getByRole('img', { name: /二维码/ }).waitFor()
  await shoot(owner, 'second-step-scan')
  expect(await listBarriers(owner)).toEqual([])
  const uri = new URL(await owner.getByText(/^otpauth:/).innerText())
  const key = fromBase32(uri.searchParams.get('secret') ?? '')
  const code = (steps: number) => codeAt(key, Math.floor(server.deps.clock.now() / 30_000) + steps)
  await owner.getByLabel('验证器上的 6 位数字').fill(code(0))
  await owner.getByRole('button', { name: '验证并开启' }).click()
  const codes = await owner.getByText(/^(?:[a-z2-7]{4}-){3}[a-z2-7]{4}\n/).innerText()
  await owner.getByRole('button', { name: '我已保存好' }).click()
  await owner.getByText(/恢复码还剩 10 个/).waitFor()

  const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await signIn(other, PASSWORD)
  await other.getByText('还需要验证码').waitFor()
  await shoot(other, 'second-step-sign-in')
  expect(await listBarriers(other)).toEqual([])
  await other.getByLabel('验证码', { exact: true }).fill('000000')
  await other.getByRole('button', { name: '登录', exact: true }).click()
  await other.getByText(/验证码不对/).waitFor()
  await other.getByLabel('验证码', { exact: true }).fill(code(1))
  await other.getByRole('button', { name: '登录', exact: true }).click()
  await other.getByRole('tab', { name: /进行中/ }).waitFor()

  const third = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await signIn(third, PASSWORD, codes.split('\n')[0])
  await third.getByRole('tab', { name: /进行中/ }).waitFor()
})

it('changes a password and goes on here; signing out everywhere ends every desk', async () => {
  const next = 'three blue ducks swim'
  await owner.goto(`${server.url}/console/settings/account`)
  await owner.getByLabel('现在的密码').fill(PASSWORD)
  await owner.getByLabel('新密码', { exact: true }).fill(next)
  await owner.getByLabel('再输一次新密码').fill(next)
  await owner.getByRole('button', { name: '修改密码' }).click()
  await owner.getByText(/密码已修改/).waitFor()
  await owner.goto(`${server.url}/console/`)
  await owner.getByRole('tab', { name: /进行中/ }).waitFor()

  await owner.goto(`${server.url}/console/settings/account`)
  await owner.getByRole('button', { name: '退出所有登录' }).click()
  await owner.getByRole('dialog').getByRole('button', { name: '退出所有登录' }).click()

  await owner.getByLabel('账号', { exact: true }).waitFor()
})
