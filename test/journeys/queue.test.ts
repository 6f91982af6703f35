import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { inviteAgent, openAgent, openShopper, type Shopper, shoot } from '../support/people.ts'
import { letShippingFeeGo, type ServerProcess, startServer } from '../support/server-process.ts'

let browser: Browser
let server: ServerProcess
let owner: Page
let mina: Page
let noor: Page
let olga: Page
let shoppers: readonly Shopper[]

/** Offers stand for five seconds, and whoever is gone for three counts as gone. */
const HURRY = { vanish_seconds: 3, offer_seconds: 5, away_after_missed: 0, veto_seconds: 6 }

beforeAll(async () => {
  browser = await launchChromium()
  server = await startServer({ prepare: letShippingFeeGo, shop: HURRY })
  owner = await openAgent(browser, server.ownerLink, '店主')
  await choosePresence(owner, '忙碌')
  mina = await openAgent(browser, await inviteAgent(owner, server), '米娜')
  noor = await openAgent(browser, await inviteAgent(owner, server), '小诺')
  olga = await openAgent(browser, await inviteAgent(owner, server, 'supervisor'), '欧主管')
  await choosePresence(olga, '忙碌')
}, 120_000)
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

async function choosePresence(page: Page, presence: string): Promise<void> {
  await page.getByRole('button', { name: /我的状态/ }).click()
  await page.getByRole('menuitem', { name: new RegExp(presence) }).click()
  await page.getByRole('button', { name: `我的状态: ${presence}` }).waitFor()
}

const offerOn = (page: Page) => page.getByRole('region', { name: '派给您的客户' }).getByRole('article')
const composerOf = (page: Page) => page.getByRole('textbox', { name: /输入回复/ })

async function reply(page: Page, text: string): Promise<void> {
  await composerOf(page).fill(text)
  await composerOf(page).press('Enter')
}

/** Whichever of the two is asked first, and the other. */
async function askedFirst(): Promise<readonly [Page, Page]> {
  const first = await Promise.race(
    [mina, noor].map((page) =>
      offerOn(page)
        .first()
        .waitFor()
        .then(() => page),
    ),
  )
  return [first, first === mina ? noor : mina]
}

const nameOf = (page: Page) => (page === mina ? '米娜' : '小诺')

it('offers a shopper to one agent, after the time-out to the next, who takes it', async () => {
  shoppers = await Promise.all([1, 2, 3, 4, 5].map(() => openShopper(browser, server)))
  const [lin] = shoppers
  await lin?.say('鞋子开胶了，要退')
  await lin?.say('转人工')

  const [first, second] = await askedFirst()
  await lin?.page.getByText('下一位就是您').waitFor()
  await shoot(first, 'journey-queue-offer')
  await offerOn(second).waitFor()
  await offerOn(first).waitFor({ state: 'detached' })
  await second.keyboard.press('Alt+KeyA')

  await lin?.sees(`${nameOf(second)} 已接入`)
  await reply(second, '您好，鞋子的事我来看')
  await lin?.sees('鞋子的事我来看')
})

it('gives a shopper back to the old place when the browser of the agent dies, and loses no message', async () => {
  const [, bo, chen] = shoppers
  await bo?.say('转人工')
  const [first, second] = await askedFirst()
  await first.keyboard.press('Alt+KeyA')
  await bo?.sees(`${nameOf(first)} 已接入`)
  await chen?.say('转人工')
  await chen?.page.getByText(/下一位就是您/).waitFor()

  const place = first.url()
  await first.close()
  await bo?.say('还在吗？我的包裹三天没动了')
  await bo?.sees(/正在为您安排其他同事/)

  // Whatever is offered to the other: the one who came first comes first.
  await offerOn(second).first().waitFor()
  await expectOffered(second, /包裹三天没动|转人工/)
  await second.keyboard.press('Alt+KeyA')
  await bo?.sees(`${nameOf(second)} 已接入`)
  await second.getByRole('log').getByText('还在吗？我的包裹三天没动了').waitFor()
  await shoot(second, 'journey-queue-reassigned')

  await restore(first === mina ? 'mina' : 'noor', place)
})

async function expectOffered(page: Page, words: RegExp): Promise<void> {
  await offerOn(page).filter({ hasText: words }).first().waitFor()
}

/** The same agent in a new window of the same browser. */
async function restore(who: 'mina' | 'noor', place: string): Promise<Page> {
  const context = (who === 'mina' ? mina : noor).context()
  const page = await context.newPage()
  await page.goto(place)
  await page.getByRole('tab', { name: /进行中/ }).waitFor()
  if (who === 'mina') mina = page
  else noor = page
  return page
}

it('lets a shopper ask the bot while waiting, without losing the place', async () => {
  const [, , , ding] = shoppers
  await choosePresence(mina, '忙碌')
  await choosePresence(noor, '忙碌')
  await ding?.say('转人工')
  await ding?.page.getByRole('button', { name: '先问小二' }).click()
  await ding?.say('包邮吗')
  await ding?.sees(/79 元/)
  await ding?.page.getByText(/位置不变/).waitFor()
  await ding?.page.getByRole('button', { name: '改为留言' }).click()
  await ding?.page.getByText('留言就好，不用一直等着').waitFor()
  await ding?.page.getByRole('button', { name: '等人工' }).click()
  await shoot(ding?.page ?? mina, 'journey-queue-ways')
  await choosePresence(mina, '在线')
  await choosePresence(noor, '在线')
})

it('transfers with a note that only the colleague sees, and only once they agree', async () => {
  const [holder, other] = await holderOf('鞋子的事我来看')
  await holder.keyboard.press('Alt+KeyT')
  const dialog = holder.getByRole('dialog')
  await dialog.getByText(nameOf(other)).click()
  await dialog.getByPlaceholder(/留句话给同事/).fill('客户急，先退款')
  await dialog.getByRole('button', { name: '转接' }).click()

  const asked = offerOn(other).filter({ hasText: '想把' })
  await asked.waitFor()
  await holder.getByText(/等 .* 接收/).waitFor()
  await shoot(other, 'journey-queue-transfer')
  await asked.getByRole('button', { name: /接收/ }).click()

  await shoppers[0]?.sees(/已由|转接|接入/)
  await other.getByRole('log').getByText('客户急，先退款').waitFor()
  expect(await shoppers[0]?.log.getByText('客户急').count()).toBe(0)
  await reply(other, '我接着帮您看退款')
  await shoppers[0]?.sees('我接着帮您看退款')
})

/** Opens the conversation in which these words were said, on whoever holds it. */
async function holderOf(words: string | RegExp): Promise<readonly [Page, Page]> {
  for (let tries = 0; tries < 50; tries += 1) {
    for (const page of [mina, noor]) {
      await page.getByRole('tab', { name: /进行中/ }).click()
      const row = page.getByRole('listitem').filter({ hasText: words })
      if ((await row.count()) === 0) continue
      await row.first().getByRole('button').first().click()
      await composerOf(page).waitFor()
      return [page, page === mina ? noor : mina]
    }
    await mina.waitForTimeout(200)
  }
  throw new Error(`nobody holds "${words}"`)
}

it('lets a supervisor watch, whisper and take over', async () => {
  const [holder] = await holderOf('我接着帮您看退款')
  const id = new URL(holder.url()).searchParams.get('c')
  await olga.goto(`${server.url}/console/?c=${id}`)
  await olga.getByRole('log').getByText('我接着帮您看退款').waitFor()

  await olga.getByRole('textbox', { name: /对 .* 说/ }).fill('先道歉，再给补偿券')
  await olga.keyboard.press('Enter')
  await holder.getByRole('log').getByText('先道歉，再给补偿券').waitFor()
  await holder.getByRole('log').getByText('悄悄话').waitFor()
  await shoot(holder, 'journey-queue-whisper')

  await olga.getByRole('button', { name: '接管' }).click()
  await olga.getByRole('dialog').getByRole('button', { name: '接管' }).click()
  await composerOf(olga).waitFor()
  await reply(olga, '您好，我是主管，这单我来处理')
  await shoppers[0]?.sees('这单我来处理')
  await holder
    .getByText(/接管了您的对话/)
    .first()
    .waitFor()
  expect(await shoppers[0]?.log.getByText('补偿券').count()).toBe(0)
  expect(await composerOf(holder).count()).toBe(0)
})

it('helps an agent with proposals while everybody else goes on: adopt, edit, ignore, and one that goes by itself', async () => {
  await owner.goto(`${server.url}/console/settings/reception`)
  await owner.getByRole('radio', { name: /智能辅助/ }).click()
  await owner
    .locator('label.chosen')
    .getByText(/智能辅助/)
    .first()
    .waitFor()
  const fei = shoppers[4]
  await fei?.say('什么时候发货')
  const [holder] = await takenBy(/什么时候发货/)
  const suggestions = holder.getByRole('region', { name: '小二建议' })

  await suggestions.getByText('发货时间').first().waitFor()
  await holder.keyboard.press('Alt+Digit1')
  await fei?.sees(/发出|发货/)
  await fei?.say('可以开发票吗')
  await suggestions.getByText(/发票/).first().waitFor()
  await suggestions.getByRole('button', { name: '编辑' }).first().click()
  await reply(holder, '可以开的，备注抬头就行～')
  await fei?.sees('可以开的，备注抬头就行～')
  await fei?.say('你们店在哪里')
  await suggestions.getByRole('button', { name: '忽略' }).first().click()
  await holder.getByRole('button', { name: '语气不合适' }).click()
  await fei?.say('包邮吗')
  await suggestions.getByRole('progressbar').waitFor()
  await composerOf(holder).pressSequentially('我')
  await suggestions.getByRole('progressbar').waitFor({ state: 'detached' })
  await composerOf(holder).fill('')
  await fei?.say('邮费怎么算')
  await fei?.sees(/79 元/)
})

/** Whoever is offered these words takes them. */
async function takenBy(words: RegExp): Promise<readonly [Page, Page]> {
  const offered = (page: Page) => offerOn(page).filter({ hasText: words }).first()
  const holder = await Promise.race(
    [mina, noor].map((page) =>
      offered(page)
        .waitFor()
        .then(() => page),
    ),
  )
  await offered(holder).getByRole('button', { name: /接入/ }).click()
  await composerOf(holder).waitFor()
  return [holder, holder === mina ? noor : mina]
}

it('sends a size chart, keeps a draft in a second browser, and blocks who will not behave', async () => {
  const [holder] = await holderOf(/邮费怎么算|79 元/)
  const fei = shoppers[4]
  await composerOf(holder).fill('/chima')
  await holder.getByRole('option', { name: /尺码表/ }).waitFor()
  await composerOf(holder).press('Enter')
  await holder.getByRole('textbox', { name: '填写商品名' }).fill('亚麻连衣裙')
  await holder.keyboard.press('Enter')
  await fei?.log.locator('img[src*="size-guide"]').waitFor()

  const second = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await second.context().addCookies(await holder.context().cookies())
  await second.goto(holder.url())
  await composerOf(second).waitFor()
  await composerOf(holder).fill('我再确认一下')
  await expect.poll(() => composerOf(second).inputValue()).toBe('我再确认一下')
  await second.context().close()
  await composerOf(holder).fill('')

  const pane = holder.getByRole('complementary', { name: '客户资料' })
  await pane.getByRole('button', { name: '拉黑', exact: true }).click()
  const dialog = holder.getByRole('dialog')
  await dialog.getByLabel(/^原因/).fill('多次辱骂客服')
  await dialog.getByRole('button', { name: '确认拉黑' }).click()
  await fei?.sees('本次咨询已结束')
  await fei?.say('喂？')
  await fei?.sees(/暂时没法在这里收您的消息/)
})
