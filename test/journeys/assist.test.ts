import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AssistReportView } from '../../src/protocol/assist.ts'
import type { CasePage } from '../../src/protocol/cases.ts'
import { launchChromium } from '../support/chromium.ts'
import { openAgent, openCustomer, openShopper, type Shopper, shoot } from '../support/people.ts'
import { letShippingFeeGo, type ServerProcess, startServer } from '../support/server-process.ts'

let browser: Browser
let server: ServerProcess
let desk: Page

beforeAll(async () => {
  browser = await launchChromium()
  server = await startServer({ prepare: letShippingFeeGo, shop: { veto_seconds: 6 } })
  desk = await openAgent(browser, server.ownerLink, '店主')
  await desk.goto(`${server.url}/console/settings/reception`)
  await desk.getByRole('radio', { name: /智能辅助/ }).click()
  await desk
    .locator('label.chosen')
    .getByText(/智能辅助/)
    .first()
    .waitFor()
}, 180_000)
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

const composer = () => desk.getByRole('textbox', { name: /输入回复/ })
const suggestions = () => desk.getByRole('region', { name: '小二建议' })

/** The shopper asks, and the desk takes the conversation over. */
async function take(shopper: Shopper, question: string): Promise<void> {
  await shopper.say(question)
  await desk.goto(`${server.url}/console/`)
  await desk.getByRole('button', { name: /接入下一位/ }).click()
  await composer().waitFor()
}

it('proposes to the agent: one is adopted by key, one edited, one ignored with a reason, none overwrites what is typed', async () => {
  const shopper = await openShopper(browser, server)
  await take(shopper, '什么时候发货')
  await suggestions().getByText('发货时间').first().waitFor()
  await shoot(desk, 'assist-suggested')
  await desk.keyboard.press('Alt+Digit1')
  await shopper.sees(/发出|发货/)

  await shopper.say('支持七天无理由吗')
  await suggestions().getByText('退货政策').first().waitFor()
  await composer().fill('您稍等')
  await shopper.say('可以开发票吗')
  await suggestions().getByText(/发票/).first().waitFor()
  expect(await composer().inputValue()).toBe('您稍等')
  await composer().fill('')
  await suggestions().getByRole('button', { name: '编辑' }).first().click()
  await composer().fill('可以开的，下单时备注抬头就行～')
  await composer().press('Enter')
  await shopper.sees('可以开的，下单时备注抬头就行～')

  await shopper.say('你们店在哪里')
  await suggestions().getByText('实体店').first().waitFor()
  await suggestions().getByRole('button', { name: '忽略' }).first().click()
  await desk.getByRole('button', { name: '语气不合适' }).click()
  await suggestions().getByText('实体店').first().waitFor({ state: 'detached' })
  await desk.getByRole('button', { name: /结束/ }).first().click()
})

it('keeps the words of an edited suggestion that has expired, and sends them as plain ones', async () => {
  const shopper = await openShopper(browser, server)
  await take(shopper, '什么时候发货')
  await suggestions().getByRole('button', { name: '编辑' }).first().click()
  await composer().fill('亲，我马上帮您看看什么时候能发')

  await shopper.say('在吗在吗')
  await desk.getByText(/已失效，发送后按普通消息计/).waitFor()
  expect(await composer().inputValue()).toBe('亲，我马上帮您看看什么时候能发')
  await composer().press('Enter')

  await shopper.sees('亲，我马上帮您看看什么时候能发')
  await desk.getByRole('button', { name: /结束/ }).first().click()
})

it('counts down what may go by itself: typing stops it, and left alone it goes', async () => {
  const shopper = await openShopper(browser, server)
  await take(shopper, '包邮吗')
  await suggestions().getByRole('progressbar').waitFor()
  await shoot(desk, 'assist-countdown')
  await composer().pressSequentially('我')
  await suggestions().getByRole('progressbar').waitFor({ state: 'detached' })
  expect(await suggestions().getByText('运费', { exact: true }).count()).toBeGreaterThan(0)
  expect(await shopper.log.getByText(/79 元/).count()).toBe(0)
  await composer().fill('')

  await shopper.say('邮费怎么算')
  await suggestions().getByRole('progressbar').waitFor()
  await shopper.sees(/79 元/)
  await desk.getByRole('button', { name: /结束/ }).first().click()
})

it('sends an answer, a product and an order from the side pane, and opens a return for the customer', async () => {
  const sun = await openCustomer(browser, server, '孙悦')
  await take(sun, '我想退货')
  await desk.getByRole('tab', { name: '知识' }).click()
  await desk.getByPlaceholder(/搜知识/).fill('退货运费')
  const row = desk.getByRole('tabpanel', { name: '知识' }).getByRole('listitem').first()
  await row.getByRole('button').first().click()
  await row.getByRole('button', { name: '填入输入框' }).click()
  await shoot(desk, 'assist-knowledge')
  expect((await composer().inputValue()).length).toBeGreaterThan(5)
  await composer().fill('')
  const answer = (await row.locator('.answer-text').innerText()).slice(0, 12)
  await row.getByRole('button', { name: '直接发送' }).click()
  await sun.sees(answer)

  await desk.getByRole('tab', { name: '商品' }).click()
  await desk.getByPlaceholder(/搜商品/).fill('亚麻')
  const product = desk.getByRole('tabpanel', { name: '商品' }).getByRole('listitem').first()
  await product.getByRole('button').first().click()
  await product
    .getByText(/^库存 \d+|无货/)
    .first()
    .waitFor()
  await shoot(desk, 'assist-product')
  await product.getByRole('button', { name: '发送卡片' }).click()
  await sun.sees(/亚麻/)

  await desk.getByRole('tab', { name: '客户' }).click()
  const order = desk
    .locator('.order-box')
    .filter({ hasText: /已签收/ })
    .first()
  await order.getByRole('button', { name: '发送订单' }).click()
  await order.getByRole('button', { name: '退货', exact: true }).click()
  const dialog = desk.getByRole('dialog')
  await shoot(desk, 'assist-return')
  await dialog.getByText('尺码不合适').click()
  const item = dialog.getByRole('combobox', { name: '商品' })
  await item.click()
  await desk.locator('.ant-select-item-option').first().click()
  await dialog.getByRole('button', { name: '提交申请' }).click()
  await desk.getByText(/已提交，售后单 SH\d+/).waitFor()
  await sun.sees(/您的退货申请已登记/)
  await shoot(sun.page, 'assist-return-shopper')
  const cases = await desk.evaluate(async () => (await (await fetch('/api/v1/cases?type=return')).json()) as CasePage)
  expect(cases.cases[0]).toMatchObject({ type: 'return', status: 'open', customer: { name: '孙悦' } })
})

it('leads from why the bot said something to the intent, with the answer that was used', async () => {
  await desk.goto(`${server.url}/console/settings/reception`)
  await desk.getByRole('radio', { name: /全自动/ }).click()
  await desk
    .locator('label.chosen')
    .getByText(/全自动/)
    .first()
    .waitFor()
  const shopper = await openShopper(browser, server)
  await shopper.say('什么时候发货')
  await shopper.sees(/发出|发货时间/)
  await desk.goto(`${server.url}/console/?tab=bot`)
  await desk
    .getByRole('tabpanel', { name: /机器人/ })
    .getByText('什么时候发货')
    .or(desk.locator('.row-open'))
    .first()
    .click()

  await desk.getByRole('button', { name: '为什么这么答' }).last().click()
  await desk.getByRole('link', { name: '查看知识：发货时间' }).first().click()

  await desk.getByRole('heading', { level: 1, name: /发货时间/ }).waitFor()
  await desk.getByText('这次用的是这条').waitFor()
  await shoot(desk, 'assist-intent')
})

it('reports what became of it all', async () => {
  await desk.getByRole('link', { name: '数据' }).click()
  await desk.locator('.area-tabs').getByRole('link', { name: '智能辅助' }).click()
  await desk.getByRole('heading', { name: /智能辅助/ }).waitFor()
  await desk.getByRole('region', { name: '按意图' }).getByText('发货时间').waitFor()
  await shoot(desk, 'assist-report')
  const [file] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: '下载 CSV' }).click(),
  ])
  const report = await desk.evaluate(
    async () => (await (await fetch('/api/v1/reports/assist')).json()) as AssistReportView,
  )

  expect(file.suggestedFilename()).toMatch(/^xiaoer-assist-.*\.csv$/)
  expect(report.total.adopted).toBe(1)
  expect(report.total.edited).toBe(1)
  expect(report.total.meanEdit).toBeGreaterThan(0)
  expect(report.reasons).toEqual([{ reason: 'tone', count: 1 }])
  expect(report.total.sent).toBe(1)
  expect(report.total.passed).toBeGreaterThan(0)
  expect(report.total.expired).toBeGreaterThan(0)
  expect(report.total.shown).toBeGreaterThan(5)
})
