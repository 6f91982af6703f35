import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createInvite } from '../../src/actions/agents/invite.ts'
import { runDueJobs } from '../../src/jobs/clock.ts'
import { launchChromium } from '../support/chromium.ts'
import { openAgent, openShopper, type Shopper, shoot } from '../support/people.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const HOUR = 3_600_000

let browser: Browser
let app: TestApp
let url: string
let boss: Page
let mina: Page

beforeAll(async () => {
  browser = await launchChromium()
  app = await startTestApp({
    environment: { DEMO: 'true' },
    knowledge: (one) => ({ ...one, desk: { ...one.desk, strategy: 'manual' } }),
  })
  url = (await app.app.listen()).url
  boss = await openAgent(browser, await linkFor('supervisor'), '孙姐')
  mina = await openAgent(browser, await linkFor('agent'), '米娜')
})
afterAll(async () => {
  await browser.close()
  await app[Symbol.asyncDispose]()
})

async function linkFor(role: 'agent' | 'supervisor'): Promise<string> {
  const { secret } = await createInvite(app.deps, undefined, role)
  return `${url}/console/invite/${secret}`
}

/** A shopper whom Mina has taken from the queue. */
async function served(words: string): Promise<Shopper> {
  const shopper = await openShopper(browser, { url })
  await shopper.say(words)
  await shopper.sees('全场包邮')
  await shopper.say('转人工')
  await mina.getByRole('tab', { name: /排队中/ }).click()
  await mina.getByRole('button', { name: '接入', exact: true }).first().click()
  await shopper.sees(/米娜 已接入/)
  await reply('您好，我是米娜')
  await shopper.sees('您好，我是米娜')
  return shopper
}

async function reply(text: string): Promise<void> {
  const box = mina.getByRole('textbox', { name: /输入回复/ })
  await box.fill(text)
  await box.press('Enter')
}

it('asks about the person and then about 小二, and a bad rating is work for the supervisor at once', async () => {
  const shopper = await served('包邮吗')
  await mina.getByRole('button', { name: /结束/ }).first().click()

  await shopper.page.getByRole('radio', { name: '1 星 很不满意' }).click({ force: true })
  await shopper.page.getByRole('button', { name: '没解决问题' }).click()
  await shopper.page.getByPlaceholder(/想对我们说点什么/).fill('问了半天也没说清楚')
  await shoot(shopper.page, 'journey-follow-ups-rating')
  await shopper.page.getByRole('button', { name: '提交评价' }).click()
  await shopper.page.getByText('小二的回答帮到您了吗？').waitFor()
  await shopper.page.getByRole('radio', { name: /5 星/ }).click({ force: true })
  await shopper.page.getByRole('button', { name: '答得准' }).click()
  await shopper.page.getByRole('button', { name: '提交评价' }).click()
  await shopper.page.getByText(/谢谢您的评价/).waitFor()

  await boss.getByRole('link', { name: /待办 1$/ }).click()
  await boss.getByRole('button', { name: '问了半天也没说清楚' }).waitFor()
  await boss.getByText('没解决问题').waitFor()
  await shoot(boss, 'journey-follow-ups-todo')
  const rated = mina.getByRole('region', { name: '客户评价' })
  await rated.getByText('问了半天也没说清楚').waitFor()
  await rated.getByText('答得准').waitFor()
  await shoot(mina, 'journey-follow-ups-rated')
  await mina.getByRole('link', { name: '待办', exact: true }).click()
  await mina.getByText('现在没有要处理的').waitFor()

  await boss.getByRole('button', { name: '完成', exact: true }).click()
  await boss.getByLabel('处理结果（选填）').fill('已致歉')
  await boss.keyboard.press('Enter')
  await boss.getByRole('button', { name: '撤销' }).click()
  await boss.getByRole('button', { name: '问了半天也没说清楚' }).waitFor()
  await boss.getByRole('listitem').filter({ hasText: '问了半天' }).focus()
  await boss.keyboard.press('KeyD')
  await boss.keyboard.press('Enter')
  await boss.getByText('现在没有要处理的').waitFor()
  await mina.goto(`${url}/console/`)
})

it('reminds the agent, who writes to the shopper again', async () => {
  const shopper = await served('包邮吗')
  await mina.keyboard.press('Alt+KeyR')
  const dialog = mina.getByRole('dialog', { name: '提醒跟进' })
  await dialog.getByText('1 小时后').click()
  await dialog.getByLabel('要说什么').fill('换货已经发出，告诉她单号')
  await shoot(mina, 'journey-follow-ups-plan')
  await dialog.getByRole('button', { name: '定下来' }).click()
  await dialog.waitFor({ state: 'detached' })
  await mina.getByRole('button', { name: /结束/ }).first().click()
  await shopper.page.getByRole('button', { name: '下次再说' }).click()

  app.clock.advance(HOUR)
  await runDueJobs(app.deps)
  await mina.getByText(/该跟进.*换货已经发出/).waitFor()
  await mina.getByRole('link', { name: /待办 1$/ }).click()
  await mina.getByRole('button', { name: '联系客户' }).click()
  await reply('您的换货发出啦，顺丰 SF1432098876512')

  await shopper.sees('您的换货发出啦，顺丰 SF1432098876512')
  await shopper.say('太好了，谢谢')
  await mina.getByRole('log').getByText('太好了，谢谢').waitFor()
  await shoot(mina, 'journey-follow-ups-again')
  expect(await app.deps.storage.conversations.list({ status: 'assigned', limit: 10 })).toMatchObject([
    { previousId: expect.any(String) },
  ])
  await mina.getByRole('button', { name: /结束/ }).first().click()
})

it('lays a conversation aside until the shopper writes', async () => {
  const shopper = await served('包邮吗')
  await mina.getByRole('button', { name: '跟进' }).click()
  await mina.getByRole('menuitem', { name: /明天上午/ }).click()
  const aside = mina.getByRole('region', { name: '已挂起' })
  await aside.getByText(/10:00/).waitFor()
  await shoot(mina, 'journey-follow-ups-aside')

  await shopper.say('还在吗')

  await aside.waitFor({ state: 'detached' })
  await mina.getByRole('tabpanel').getByText('还在吗').waitFor()
  await shoot(mina, 'journey-follow-ups-back')
})
