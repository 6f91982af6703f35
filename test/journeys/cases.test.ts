import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createInvite } from '../../src/actions/agents/invite.ts'
import { changeCase } from '../../src/actions/cases/change-case.ts'
import { openCase } from '../../src/actions/cases/open-case.ts'
import type { Case } from '../../src/domain/case.ts'
import { wordsOf } from '../../src/domain/message.ts'
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

/** What the shopper has asked for who has said this. */
async function givenReturn(said: string, key = 'return', title = '亚麻连衣裙退货'): Promise<Case> {
  const { storage } = app.deps
  const conversation = await vi.waitFor(async () => {
    for (const one of await storage.conversations.list({ limit: 50 })) {
      const messages = await storage.messages.listAfter(one.id, 0, 50)
      if (messages.some(({ body }) => wordsOf(body) === said)) return one
    }
    throw new Error(`nobody has said ${said}`)
  }, 10_000)

  return openCase(app.deps, {
    key,
    type: 'return',
    title,
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
  const opened = await givenReturn('包邮吗')

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

it('moves cases on the board by hand and by keyboard, answers from the case, and keeps notes among colleagues', async () => {
  const { secret } = await createInvite(app.deps, undefined, 'agent')
  const desk = await openAgent(browser, `${url}/console/invite/${secret}`, '阿青')
  const shopper = await openShopper(browser, { url })
  await shopper.say('支持七天无理由吗')
  await shopper.sees(/七天|7 天/)
  const { number } = await givenReturn('支持七天无理由吗', 'board', '羊毛大衣退货')
  await desk.goto(`${url}/console/cases?view=board&q=羊毛大衣`)
  const column = (name: string) => desk.getByRole('region', { name: new RegExp(`^${name}，`) })
  const cardIn = (name: string) => column(name).getByRole('article').filter({ hasText: '羊毛大衣退货' })

  await cardIn('待处理').dragTo(column('处理中'))
  await cardIn('处理中').getByText('我').waitFor()
  await shopper.sees(/退货申请已经在处理了/)
  await cardIn('处理中')
    .getByRole('button', { name: `移动 ${number}` })
    .focus()
  await desk.keyboard.press('Enter')
  await desk.getByRole('menuitem', { name: '移到「等客户」' }).click()
  const dialog = desk.getByRole('dialog')
  expect(await dialog.getByRole('button', { name: '等客户' }).isDisabled()).toBe(true)
  await dialog.getByLabel('请写明需要客户做什么').fill('麻烦补拍一张吊牌的照片')
  await dialog.getByRole('button', { name: '等客户' }).click()
  await cardIn('等客户').waitFor()
  await shopper.sees(/补拍一张吊牌/)
  await shoot(desk, 'journey-case-board')

  await cardIn('等客户').getByRole('link').click()
  await desk.getByLabel('给客户的话').fill('照片收到啦，今天就安排')
  await desk.getByRole('button', { name: '回复客户' }).click()
  await shopper.sees(/照片收到啦/)
  await desk.getByLabel('内部备注').fill('疑似穿过，留意')
  await desk.getByRole('button', { name: '记下备注' }).click()
  await desk.getByRole('listitem').filter({ hasText: '疑似穿过' }).waitFor()
  await desk.getByRole('button', { name: '改时限' }).click()
  await desk.getByRole('textbox', { name: '处理时限' }).or(desk.getByLabel('处理时限')).first().fill('2027-01-05T18:00')
  await desk.getByRole('button', { name: '保存', exact: true }).click()
  await shopper.sees(/预计处理时间改为/)
  await shoot(desk, 'journey-case-worked')
  expect(await shopper.log.getByText('疑似穿过').count()).toBe(0)
})

it('finds the cases that are mine, and a link shows them again', async () => {
  const { secret } = await createInvite(app.deps, undefined, 'agent')
  const desk = await openAgent(browser, `${url}/console/invite/${secret}`, '小林')
  await desk.goto(`${url}/console/cases?state=all`)
  await desk.getByRole('link', { name: /羊毛大衣退货/ }).click()
  await desk.getByRole('button', { name: '我来处理' }).click()
  await desk.getByText('已由您接手').waitFor()

  await desk.goto(`${url}/console/cases?agent=me`)

  await desk.getByRole('link', { name: /羊毛大衣退货/ }).waitFor()
  expect(await desk.getByRole('main').getByRole('listitem').count()).toBe(1)
  await desk.getByRole('textbox', { name: /^搜单号/ }).fill('没有这样的')
  await desk.getByText('没有符合条件的售后').waitFor()
  expect(new URL(desk.url()).searchParams.get('q')).toBe('没有这样的')
  await desk.getByRole('button', { name: '清除条件' }).click()
  await desk.getByRole('link', { name: /羊毛大衣退货/ }).waitFor()
})
