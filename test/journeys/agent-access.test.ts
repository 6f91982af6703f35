import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createInvite } from '../../src/actions/agents/invite.ts'
import { openSession } from '../../src/actions/agents/sessions.ts'
import { listBarriers } from '../support/barriers.ts'
import { launchChromium } from '../support/chromium.ts'
import { type DemoServer, startDemoServer } from '../support/demo-server.ts'
import { inviteAgent, openAgent, shoot } from '../support/people.ts'

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

it('shows an owner where an agent is signed in, and ends it all', async () => {
  const mina = await openAgent(browser, await inviteAgent(owner, server), '小米')
  const { agents } = server.deps.storage
  const agent = (await agents.list()).find(({ name }) => name === '小米')
  if (!agent) throw new Error('小米 has no account')
  await openSession(server.deps, agent)
  const { secondFactors } = server.deps.storage
  await secondFactors.propose(agent.id, 'sealed')
  await secondFactors.confirm(agent.id, { step: 1, at: server.deps.clock.now(), recoveryHashes: ['r'] })

  await owner.goto(`${server.url}/console/settings/agents`)
  const row = owner.getByRole('listitem').filter({ hasText: 'login-小米' })
  await row.getByRole('button', { name: '2 处登录 · 两步验证已开启' }).click()
  const dialog = owner.getByRole('dialog', { name: '「小米」的登录' })
  await dialog
    .getByText(/登录，最近使用/)
    .first()
    .waitFor()
  await shoot(owner, 'agent-access')
  expect(await listBarriers(owner)).toEqual([])

  await dialog.getByRole('button', { name: '关闭对方的两步验证' }).click()
  await owner.getByRole('dialog', { name: '关闭「小米」的两步验证？' }).getByRole('button', { name: /关闭/ }).click()
  await dialog.getByText('未开两步验证，密码泄露了别人就能登录。').waitFor()
  await dialog.getByRole('button', { name: '结束所有登录' }).click()
  const sure = owner.getByRole('dialog', { name: '结束「小米」的所有登录？' })
  await sure.getByRole('button', { name: '结束所有登录' }).click()

  await mina.getByLabel('账号', { exact: true }).waitFor()
  await dialog.getByText('现在没有登录。').waitFor()
  expect(await dialog.getByRole('button', { name: '结束所有登录' }).isDisabled()).toBe(true)
  expect(await secondFactors.find(agent.id)).toBeUndefined()
})

it('fits a phone, in English too, and offers nobody to sign themselves out by mistake', async () => {
  await owner.setViewportSize({ width: 390, height: 844 })
  await owner.goto(`${server.url}/console/settings/agents`)
  await owner
    .getByRole('listitem')
    .filter({ hasText: 'login-店主' })
    .getByRole('button', { name: /1 处登录/ })
    .click()
  const dialog = owner.getByRole('dialog', { name: '「店主」的登录' })
  await dialog.getByText(/要退出自己的所有登录/).waitFor()
  await shoot(owner, 'agent-access-phone')

  expect(await listBarriers(owner)).toEqual([])
  expect(await dialog.getByRole('button', { name: '结束所有登录' }).count()).toBe(0)
  expect(await owner.evaluate('document.documentElement.scrollWidth')).toBe(390)

  await owner.evaluate("localStorage.setItem('xiaoer-console-locale', 'en')")
  await owner.reload()
  await owner.getByRole('button', { name: 'Signed in once · no two-step' }).click()
  await owner
    .getByRole('dialog', { name: 'Where “店主” is signed in' })
    .getByText(/Signed in .+, last used/)
    .waitFor()
  expect(await listBarriers(owner)).toEqual([])
})
