import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createInvite } from '../../src/actions/agents/invite.ts'
import { postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { claimConversation } from '../../src/actions/handoff/change-hands.ts'
import { requestHandoff } from '../../src/actions/handoff/request-handoff.ts'
import { followMessages } from '../../src/actions/history/follow-messages.ts'
import { readDraft } from '../../src/actions/knowledge/read-draft.ts'
import { listBarriers } from '../support/barriers.ts'
import { launchChromium } from '../support/chromium.ts'
import { openAgent, openShopper, shoot } from '../support/people.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'

const ASKED = ['你们支持货到付款吗', '能不能货到付款呀', '可以货到付款不？', '能货到付款吗', '我想货到付款行吗']
const REPLY = '支持货到付款，签收时付给快递员就行'

let browser: Browser
let app: TestApp
let folder: string
let url: string
let desk: Page

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoer-questions-'))
  await cp(TEST_SHOP, folder, { recursive: true })
  browser = await launchChromium()
  app = await startTestApp({ folder, environment: { DEMO: 'true' } })
  url = (await app.app.listen()).url
  await givenAsked()
  const { secret } = await createInvite(app.deps, undefined, 'owner')
  desk = await openAgent(browser, `${url}/console/invite/${secret}`, '米娜')
})
afterAll(async () => {
  await browser.close()
  await app[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

/** Shoppers who ask the same in different words; a person answers one of them. */
async function givenAsked(): Promise<void> {
  const noor = await app.agent('诺尔')
  for (const [at, text] of [...ASKED, '你们门店在哪条路上', '能帮我写首诗吗'].entries()) {
    const session = await app.visitor()
    await app.say(session, text)
    if (at > 0) continue
    await requestHandoff(app.deps, session.conversation.id)
    await claimConversation(app.deps, noor, session.conversation.id)
    await postAgentMessage(app.deps, noor, {
      conversationId: session.conversation.id,
      clientId: 'reply-of-noor',
      body: { kind: 'text', text: REPLY },
    })
  }
  await followMessages(app.deps)
}

/** What a publication does in the end. */
async function publishDraft(): Promise<void> {
  const { editing } = app.deps
  const { changes } = await readDraft(app.deps)
  await editing.folder.write(Object.fromEntries(changes.map(({ path, text }) => [path, text])))
  expect((await editing.folder.takeUp()).problems).toEqual([])
}

it('gathers what shoppers ask in different words, with what a person replied', async () => {
  await desk.goto(`${url}/console/knowledge/questions`)

  const card = desk.locator('.cluster').first()
  await card.getByText('5 次', { exact: true }).waitFor()
  await card.getByText(REPLY).waitFor()
  await desk.getByRole('status').getByText('3 组，7 句').waitFor()
  await desk
    .getByRole('link', { name: /未识别问题/ })
    .getByText('7')
    .waitFor()
  expect(await listBarriers(desk)).toEqual([])
  await shoot(desk, 'journey-questions')
})

it('shows all of a group, and lets some be left out', async () => {
  await desk.locator('.cluster-title').first().click()
  const drawer = desk.locator('.cluster-drawer')
  await drawer.getByText('选中 5/5 句').waitFor()

  await drawer.locator('li input').last().uncheck()
  await drawer.getByText('选中 4/5 句').waitFor()
  expect(await drawer.getByRole('link', { name: '看这段会话' }).count()).toBe(5)
  await shoot(desk, 'journey-questions-drawer')
  await drawer.locator('li input').last().check()
  await desk.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
})

it('makes a new intent of them, tried out first, and answers the next shopper with it', async () => {
  await desk.locator('.cluster').first().getByRole('button', { name: '新建问答' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('标题').fill('货到付款')
  await dialog.getByLabel('编号').fill('cash_on_delivery')
  expect(await dialog.getByLabel('答案').inputValue()).toBe(REPLY)
  await dialog.getByRole('button', { name: '试算效果' }).click()
  await dialog.getByText('5 句里 5 句会答对').waitFor({ timeout: 60_000 })
  await shoot(desk, 'journey-questions-estimate')

  await dialog.getByRole('button', { name: '写进草稿' }).click()
  await dialog.getByText('faq/learned.yaml').waitFor()
  await dialog.getByText('id: cash_on_delivery').waitFor()
  await shoot(desk, 'journey-questions-saved')
  await dialog.getByRole('button', { name: '继续处理' }).click()
  await desk.getByRole('status').getByText('2 组，2 句').waitFor()
  await publishDraft()

  const shopper = await openShopper(browser, { url })
  await shopper.say('请问可以货到付款吗')
  await shopper.sees(/签收时付给快递员/)
  await shopper.page.context().close()
})

it('ignores what needs nothing, and takes that back', async () => {
  await desk.locator('.cluster', { hasText: '门店' }).getByRole('button', { name: '忽略' }).click()
  await desk.getByRole('status').getByText('1 组，1 句').waitFor()

  await desk.getByRole('button', { name: '撤销' }).click()

  await desk.getByRole('status').getByText('2 组，2 句').waitFor()
})

it('marks what is none of the shop’s business, once that was confirmed', async () => {
  await desk.locator('.cluster', { hasText: '写首诗' }).getByRole('button', { name: '不归小二管' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '不归小二管' }).click()

  await desk.getByRole('status').getByText('1 组，1 句').waitFor()
  await desk.getByText('不归小二管', { exact: true }).first().click()
  await desk.locator('.cluster', { hasText: '写首诗' }).getByRole('button', { name: '恢复' }).waitFor()
  expect((await readDraft(app.deps)).files['lexicon/out-of-scope.yaml']).toContain('能帮我写首诗吗')
})

async function conversationWith(words: string): Promise<string | undefined> {
  const { conversations, messages } = app.deps.storage
  for (const { id } of await conversations.list({ limit: 50 })) {
    if ((await messages.search(id, words, 1)).length > 0) return id
  }
  return undefined
}

it('lets an agent teach 小二 from the desk', async () => {
  const shopper = await openShopper(browser, { url })
  await shopper.say('包装盒能不能印上我的名字')
  await expect.poll(() => conversationWith('印上我的名字')).toBeDefined()
  await desk.goto(`${url}/console/?tab=bot&c=${await conversationWith('印上我的名字')}`)
  const line = desk.locator('.line', { hasText: '印上我的名字' }).first()
  await line.hover()
  await line.getByRole('button', { name: '教小二' }).click()

  const dialog = desk.getByRole('dialog', { name: '教小二' })
  await dialog.getByLabel(/小二该怎么答/).fill('可以刻字，下单备注名字就行')
  await shoot(desk, 'journey-questions-teach')
  await dialog.getByRole('button', { name: '交给小二' }).click()
  await desk.getByText('已记下').waitFor()

  await desk.goto(`${url}/console/knowledge/questions`)
  const card = desk.locator('.cluster', { hasText: '印上我的名字' })
  await card.getByText('客服教小二 1').waitFor()
  await card.getByText('可以刻字，下单备注名字就行').waitFor()
  await shopper.page.context().close()
})
