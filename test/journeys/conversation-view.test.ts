import Database from 'better-sqlite3'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { inviteAgent, openAgent, openShopper, type Shopper, shoot } from '../support/people.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'

let browser: Browser
let server: ServerProcess
let mina: Page
let zhou: Page

beforeAll(async () => {
  browser = await launchChromium()
  server = await startServer({ shop: { strategy: 'manual' } })
  mina = await openAgent(browser, server.ownerLink, '米娜')
  zhou = await openAgent(browser, await inviteAgent(mina, server), '小周')
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

/** A shopper whom Mina serves. */
async function startTalk(): Promise<Shopper> {
  const shopper = await openShopper(browser, server)
  await shopper.say('转人工')
  await mina.goto(`${server.url}/console/?tab=queue`)
  await mina.getByRole('button', { name: '接入', exact: true }).first().click()
  await shopper.sees(/米娜 已接入/)
  await composerOf(mina).waitFor()
  return shopper
}

const composerOf = (desk: Page) => desk.getByRole('textbox', { name: /输入回复/ })
/** The line that says this itself, not one that quotes it. */
const lineOf = (desk: Page, text: string) =>
  desk
    .getByRole('log')
    .locator('.line')
    .filter({ has: desk.locator('.bubble', { hasText: text }) })
    .last()

async function reply(desk: Page, text: string): Promise<void> {
  await composerOf(desk).fill(text)
  await composerOf(desk).press('Enter')
}

it('shows what the shopper is typing, and nothing of it once they have sent something else', async () => {
  const shopper = await startTalk()
  const box = shopper.page.getByRole('dialog').getByRole('textbox').first()

  await box.pressSequentially('能便宜五十吗')

  await mina.locator('.bubble.typed', { hasText: '能便宜五十吗' }).waitFor()
  await shoot(mina, 'view-1-typed')
  await shopper.say('有优惠吗')
  await lineOf(mina, '有优惠吗').waitFor()
  await mina.locator('.bubble.typed').waitFor({ state: 'detached' })
  expect(await mina.getByRole('log').getByText('能便宜五十吗').count()).toBe(0)
})

it('quotes both ways, and leads from a quote to its message', async () => {
  const shopper = await startTalk()
  await shopper.say('我要 165 的黑色')
  await lineOf(mina, '我要 165 的黑色').hover()
  await lineOf(mina, '我要 165 的黑色').getByRole('button', { name: /引用/ }).click()
  await mina.locator('.quoting', { hasText: '我要 165 的黑色' }).waitFor()
  await reply(mina, '黑色有货，给您留一件')

  const answer = shopper.log.locator('.row', { hasText: '黑色有货' })
  await answer.locator('.quote', { hasText: '您: 我要 165 的黑色' }).waitFor()
  await answer.hover()
  await answer.getByRole('button', { name: '引用' }).click()
  await shopper.say('好的谢谢')

  const thanks = lineOf(mina, '好的谢谢')
  await thanks.locator('.quoted', { hasText: '米娜' }).click()
  await mina.locator('.flashed', { hasText: '黑色有货' }).waitFor()
  await shoot(mina, 'view-2-quoted')
  await shoot(shopper.page, 'view-2-shopper')
  await lineOf(mina, '黑色有货').locator('.mark-read').waitFor()
})

it('takes back what either has said, also from a screen that was away', async () => {
  const shopper = await startTalk()
  await reply(mina, '给您便宜一百')
  await shopper.sees('给您便宜一百')
  await shopper.page.context().setOffline(true)
  await lineOf(mina, '给您便宜一百').hover()
  await lineOf(mina, '给您便宜一百').getByRole('button', { name: '撤回' }).click()
  await mina.getByRole('log').getByText('您撤回了一条消息').waitFor()
  await shopper.page.context().setOffline(false)

  await shopper.sees('对方撤回了一条消息')
  expect(await shopper.log.getByText('给您便宜一百').count()).toBe(0)
  await mina.getByRole('button', { name: '重新编辑' }).click()
  expect(await composerOf(mina).inputValue()).toBe('给您便宜一百')
  await composerOf(mina).fill('')

  await shopper.say('我的卡号是 6222')
  await lineOf(mina, '我的卡号是 6222').waitFor()
  const own = shopper.log.locator('.row', { hasText: '我的卡号' })
  await own.hover()
  await own.getByRole('button', { name: '撤回' }).click()
  await mina.getByRole('log').getByText('客户撤回了一条消息').waitFor()
  await shopper.sees('您撤回了一条消息')
  await shoot(mina, 'view-3-recalled')
  expect(await mina.getByRole('log').getByText('6222').count()).toBe(0)
})

it('shows two agents that the other is here, and who types', async () => {
  await startTalk()
  const address = new URL(mina.url())
  await zhou.goto(`${server.url}/console/?tab=archive&c=${address.searchParams.get('c')}`)

  await mina.locator('.viewers', { hasText: '小周 正在查看' }).waitFor()
  await composerOf(mina).pressSequentially('稍等我查一下')
  await zhou.locator('.viewers', { hasText: '米娜 正在输入' }).waitFor()
  await shoot(zhou, 'view-4-collision')
  await zhou.goto(`${server.url}/console/?tab=queue`)
  await mina.locator('.viewers').waitFor({ state: 'detached' })
  await composerOf(mina).fill('')
})

/** Puts a long past behind the conversation that Mina has open: thousands of lines, one of which speaks of a unicorn. */
function giveLongPast(id: string): void {
  const db = new Database(`${server.dataDir}/xiaoer.db`)
  const { last } = db.prepare('select last_seq as last from conversations where id = ?').get(id) as { last: number }
  const insert = db.prepare(
    `insert into messages (conversation_id, seq, key, author_kind, body, at) values (?, ?, ?, 'bot', ?, ?)`,
  )
  db.transaction(() => {
    for (let n = 1; n <= 3000; n += 1) {
      const text = n === 40 ? '独角兽玩偶 100%_纯棉' : `第 ${n} 句`
      insert.run(id, last + n, `past-${n}`, JSON.stringify({ kind: 'text', text }), Date.now() - (3001 - n) * 1000)
    }
    db.prepare('update conversations set last_seq = ? where id = ?').run(last + 3000, id)
  })()
  db.close()
}

it('finds words thousands of messages back, shows them, and comes back to the newest', async () => {
  await startTalk()
  const id = new URL(mina.url()).searchParams.get('c') ?? ''
  giveLongPast(id)
  await mina.reload()
  const log = mina.getByRole('log')
  await log.getByText('第 3000 句').waitFor()

  await mina.keyboard.press('Control+KeyF')
  await mina.getByRole('textbox', { name: '在这段对话里查找' }).fill('100%_')

  await log.locator('mark', { hasText: '100%_' }).waitFor()
  await mina.getByRole('status').filter({ hasText: '1 / 1' }).waitFor()
  await shoot(mina, 'view-5-found')
  expect(await log.locator('.line').count()).toBeLessThan(80)
  await mina.getByRole('button', { name: '回到最新' }).click()
  await log.getByText('第 3000 句').waitFor()
  await mina.keyboard.press('Escape')
  expect(await log.getByText('独角兽').count()).toBe(0)
})
