import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { inviteAgent, openAgent, openCustomer, type Shopper, shoot } from '../support/people.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'

let browser: Browser
let server: ServerProcess
let owner: Page
let mina: Page
let shopper: Shopper

beforeAll(async () => {
  browser = await launchChromium()
  server = await startServer({ environment: { DEMO: 'true' }, shop: { strategy: 'manual' } })
  owner = await openAgent(browser, server.ownerLink, '店主')
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

function paneOf(page: Page) {
  return page.getByRole('complementary', { name: '客户资料' })
}

it('shows who one is talking to: orders with their parcels, and the phone only when it is asked for', async () => {
  mina = await openAgent(browser, await inviteAgent(owner, server), '米娜')
  shopper = await openCustomer(browser, server, '林晓雨')
  await shopper.say('转人工')
  await mina.getByRole('tab', { name: /排队中/ }).click()
  await mina.getByRole('button', { name: '接入', exact: true }).first().click()
  await paneOf(mina).getByText('店铺账号 lin').waitFor()
  const pane = paneOf(mina)
  await pane.getByText(/^\d{3}\*{4}\d{4}$/).waitFor()
  await pane.getByRole('button', { name: '查看' }).click()
  await pane.getByRole('button', { name: /^电话: \d{11}$/ }).waitFor()
  await pane
    .getByText(/^物流详情 \d+ 条$/)
    .first()
    .click()
  await pane
    .getByRole('button', { name: /^复制运单号/ })
    .first()
    .waitFor()
  await pane.getByRole('button', { name: /^订单/ }).click()

  await mina.reload()
  await pane.getByText('店铺账号 lin').waitFor()

  expect(await pane.getByRole('button', { name: /^订单/ }).getAttribute('aria-expanded')).toBe('false')
  await pane.getByRole('button', { name: /^订单/ }).click()
})

it('says what is wrong with an address, and keeps the one that is right', async () => {
  const pane = paneOf(mina)
  await pane.getByRole('button', { name: /^邮箱/ }).click()
  await pane.getByLabel('邮箱').fill('lin@')
  await pane.getByLabel('邮箱').press('Enter')
  await pane.getByRole('alert').getByText('邮箱格式不对').waitFor()

  await pane.getByLabel('邮箱').fill('lin@example.com')
  await pane.getByLabel('邮箱').press('Enter')

  await pane.getByRole('button', { name: '邮箱: lin@example.com' }).waitFor()
})

it('keeps notes with their author; a deleted one can be put back', async () => {
  const pane = paneOf(mina)
  await pane.getByRole('button', { name: '加备注' }).click()
  await pane.getByLabel('新备注').fill('尺码偏好 M，周末收货')
  await mina.keyboard.press('Control+Enter')
  const note = pane.getByRole('listitem').filter({ hasText: '周末收货' })
  await note.getByText(/米娜/).waitFor()
  await shoot(mina, 'journey-customer-pane')

  await note.getByRole('button', { name: '删除备注' }).click()
  await pane.getByText('备注已删除').waitFor()
  await pane.getByRole('button', { name: '撤销' }).click()

  await note.getByText(/米娜/).waitFor()
})

it('blocks a customer, who is refused politely and once, until somebody lifts it', async () => {
  const pane = paneOf(mina)
  await pane.getByRole('button', { name: '拉黑', exact: true }).click()
  const dialog = mina.getByRole('dialog')
  expect(await dialog.getByRole('radio', { name: '永久' }).isDisabled()).toBe(true)
  await dialog.getByLabel(/^原因/).fill('多次辱骂客服')
  await dialog.getByRole('button', { name: '确认拉黑' }).click()
  await pane.getByText('已拉黑：多次辱骂客服').waitFor()
  await shopper.sees('本次咨询已结束')

  await shopper.say('喂？')
  await shopper.sees(/暂时没法在这里收您的消息/)
  await shoot(shopper.page, 'journey-blocked-shopper')
  await owner.goto(`${server.url}/console/settings/blocked`)
  await owner.getByRole('listitem').filter({ hasText: '多次辱骂客服' }).getByText('林晓雨').waitFor()
  await shoot(owner, 'journey-blocked-list')
  expect(await shopper.log.getByText('辱骂').count()).toBe(0)

  await owner.getByRole('button', { name: '解除' }).click()
  await pane.getByRole('button', { name: '拉黑', exact: true }).waitFor()
  await shopper.log.getByRole('button', { name: /点击重试/ }).click()
  await shopper.log.getByText(/点击重试/).waitFor({ state: 'detached' })
})
