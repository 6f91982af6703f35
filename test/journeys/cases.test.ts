import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createInvite } from '../../src/actions/agents/invite.ts'
import { changeCase } from '../../src/actions/cases/change-case.ts'
import { openCase } from '../../src/actions/cases/open-case.ts'
import type { Case } from '../../src/domain/case.ts'
import { launchChromium } from '../support/chromium.ts'
import { openAgent, openShopper, shoot } from '../support/people.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let browser: Browser
let app: TestApp
let url: string

beforeAll(async () => {
  browser = await launchChromium()
  app = await startTestApp({ environment: { DEMO: 'true' } })
  url = (await app.app.listen()).url
})
afterAll(async () => {
  await browser.close()
  await app[Symbol.asyncDispose]()
})

/** What the shopper in the open chat has asked for. */
async function givenReturn(): Promise<Case> {
  const [conversation] = await app.deps.storage.conversations.list({ limit: 1 })
  if (!conversation) throw new Error('nobody has written yet')

  return openCase(app.deps, {
    key: 'return',
    type: 'return',
    title: '亚麻连衣裙退货',
    customerId: conversation.customerId,
    conversationId: conversation.id,
    details: [{ label: '退货原因', text: '尺码不合适' }],
    evidence: [],
    dueAt: Date.now() + 3_600_000,
    at: app.clock.now(),
  })
}

it('lets an agent work on a case, and the shopper hears of it while chatting', async () => {
  const { secret } = await createInvite(app.deps, undefined, 'owner')
  const desk = await openAgent(browser, `${url}/console/invite/${secret}`, '米娜')
  const shopper = await openShopper(browser, { url })
  await shopper.say('包邮吗')
  await shopper.sees('全场包邮')
  const opened = await givenReturn()

  await desk.getByRole('link', { name: /^售后 \d+$/ }).click()
  await desk.getByRole('link', { name: /亚麻连衣裙退货/ }).click()
  await desk.getByText('尺码不合适').waitFor()
  await desk.getByRole('button', { name: '驳回' }).click()
  await desk.getByRole('alert').getByText('写明原因').waitFor()
  await desk.getByLabel('给客户的话').fill('退款已原路退回，1–3 个工作日到账')
  await desk.getByLabel('内部备注').fill('仓库验过')
  await desk.getByRole('button', { name: '完成', exact: true }).click()

  await shopper.sees(/退货申请已经处理好了/)
  await shopper.sees(/退款已原路退回/)
  await desk.getByRole('button', { name: '重新打开' }).waitFor()
  await desk.getByRole('link', { name: '售后', exact: true }).first().waitFor()
  await shoot(desk, 'journey-case-resolved')
  await shoot(shopper.page, 'journey-case-shopper')
  expect(await shopper.log.getByText('仓库验过').count()).toBe(0)
  expect(await app.deps.storage.cases.find(opened.number)).toMatchObject({
    status: 'resolved',
    history: [{}, { by: { name: '米娜' }, internal: '仓库验过' }],
  })
})

it('shows an open case what a colleague does to it', async () => {
  const { secret } = await createInvite(app.deps, undefined, 'owner')
  const desk = await openAgent(browser, `${url}/console/invite/${secret}`, '小周', { phone: true })
  const found = (await app.deps.storage.cases.list({ limit: 50 })).find(({ title }) => title === '亚麻连衣裙退货')
  await desk.goto(`${url}/console/cases/${found?.number}`)
  await desk.getByRole('button', { name: '重新打开' }).waitFor()

  const chen = await app.agent('Chen')

  await changeCase(app.deps, chen, { number: found?.number ?? '', status: 'in_progress', internal: '客户又来问了' })

  await desk.getByText('客户又来问了').waitFor()
  await desk.getByRole('button', { name: '完成', exact: true }).waitFor()
  await shoot(desk, 'journey-case-phone')
})
