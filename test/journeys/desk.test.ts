import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ConversationPage, CustomerRecord } from '../../src/protocol/http.ts'
import { launchChromium } from '../support/chromium.ts'
import { inviteAgent, openAgent, openShopper, shoot } from '../support/people.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'

let browser: Browser
let server: ServerProcess
let owner: Page

beforeAll(async () => {
  browser = await launchChromium()
  server = await startServer({ shop: { strategy: 'manual' } })
  owner = await openAgent(browser, server.ownerLink, '店主')
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

function composerOf(desk: Page) {
  return desk.getByRole('textbox', { name: /输入回复/ })
}

async function reply(desk: Page, text: string): Promise<void> {
  await composerOf(desk).fill(text)
  await composerOf(desk).press('Enter')
}

it('hands a shopper to a person, who talks, ends it and is rated; all of it is in the record', async () => {
  const mina = await openAgent(browser, await inviteAgent(owner, server), '米娜')
  const shopper = await openShopper(browser, server)
  await shopper.say('这件裙子起球吗')
  await shopper.say('转人工')

  await mina.getByRole('tab', { name: /排队中/ }).click()
  await mina.getByRole('button', { name: '接入', exact: true }).first().click()
  await composerOf(mina).waitFor()
  await shoot(mina, 'journey-2-handoff-card')
  await shopper.sees(/米娜 已接入/)
  await reply(mina, '您好，我是米娜，您是想问亚麻裙会不会起球吗？')
  await shopper.sees(/会不会起球吗/)
  await mina.keyboard.press('Alt+KeyP')
  await mina.getByRole('textbox', { name: /写内部备注/ }).fill('老客户，多照顾')
  await mina.keyboard.press('Enter')
  await mina.getByRole('log').getByText('老客户，多照顾').waitFor()
  await reply(mina, '这款加了棉，正常机洗不起球的')
  await shopper.sees(/正常机洗不起球/)
  expect(await shopper.log.getByText('多照顾').count()).toBe(0)
  await shopper.say('对，怕洗两次就起毛')
  await mina.getByRole('log').getByText('怕洗两次就起毛').waitFor()
  await shoot(mina, 'journey-2-desk')
  await shoot(shopper.page, 'journey-2-shopper')
  await mina.getByRole('button', { name: /结束/ }).first().click()
  await shopper.page
    .getByRole('radio', { name: '5 星' })
    .or(shopper.page.getByRole('button', { name: '5 星' }))
    .first()
    .click()
  await shopper.page.getByPlaceholder(/想对我们说点什么/).fill('很耐心')
  await shopper.page.getByRole('button', { name: '提交评价' }).click()
  await shopper.page.getByText(/谢谢您的评价/).waitFor()
  await shoot(shopper.page, 'journey-2-rated')

  const record = await recordOf(owner)
  expect(record.conversations[0]).toMatchObject({ status: 'resolved', rating: { score: 5, comment: '很耐心' } })
  expect(record.handoffs[0]).toMatchObject({ reason: 'asked' })
})

/** The record of the customer of the newest conversation, as the console shows it. */
function recordOf(page: Page): Promise<CustomerRecord> {
  return page.evaluate(async () => {
    const { conversations } = (await (await fetch('/api/v1/conversations')).json()) as ConversationPage
    const response = await fetch(`/api/v1/customers/${conversations[0]?.customer.id}`)
    return (await response.json()) as CustomerRecord
  })
}

it('lets one of two agents claim, and tells the other kindly', async () => {
  const other = await openAgent(browser, await inviteAgent(owner, server), '小周')
  const shopper = await openShopper(browser, server)
  await shopper.say('转人工')
  await owner.goto(`${server.url}/console/`)
  for (const desk of [owner, other]) await desk.getByRole('tab', { name: /排队中/ }).click()
  const claims = [owner, other].map((desk) => desk.getByRole('button', { name: '接入', exact: true }).first())

  await Promise.allSettled(claims.map((button) => button.click({ timeout: 5000 })))

  await shopper.sees(/已接入/)
  expect(await shopper.log.getByText(/已接入/).count()).toBe(1)
})
