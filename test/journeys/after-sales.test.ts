import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createInvite } from '../../src/actions/agents/invite.ts'
import type { Case } from '../../src/domain/case.ts'
import { launchChromium } from '../support/chromium.ts'
import { type DemoServer, startDemoServer } from '../support/demo-server.ts'
import { openAgent, openCustomer, openShop, type Shopper, shoot } from '../support/people.ts'

let browser: Browser
let server: DemoServer

beforeAll(async () => {
  browser = await launchChromium()
  server = await startDemoServer()
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

/** A picture to send: of a product, from the shop's own page without a chat over it. */
async function takePhoto(path: string): Promise<Buffer> {
  const page = await openShop(browser, server, { path })
  return page.locator('main img').first().screenshot()
}

/** The case whose number the shopper was told. */
async function findToldCase({ log }: Shopper): Promise<Case> {
  const number = (await log.innerText()).match(/SH\d+/)?.[0] ?? ''
  const found = await server.deps.storage.cases.find(number)
  if (!found) throw new Error(`there is no case "${number}"`)
  return found
}

it('takes a return with a photo from the first word to the case, on the shopper’s screen and on the desk', async () => {
  const before = await server.deps.storage.cases.countOpen()
  const { secret } = await createInvite(server.deps, undefined, 'owner')
  const desk = await openAgent(browser, `${server.url}/console/invite/${secret}`, '米娜')
  const sun = await openCustomer(browser, server, '孙悦')
  const photo = await takePhoto('/products/face-cleanser')

  await sun.say('我要退货')
  await sun.sees('想退哪一单呢？点一下，或把订单号发我～')
  await shoot(sun.page, 'return-orders')
  await sun.press('订单 XM202611180003')
  await sun.sees('要退这单里的哪一件？')
  await sun.press(/^纯棉基础T恤/)
  await sun.sees(/是什么原因/)

  // Something else in between is answered, and the question is put again.
  await sun.say('对了 你们几点下班')
  await sun.sees(/09:00–12:30/)
  await sun.sees(/接着刚才的「退货」/)
  await shoot(sun.page, 'return-interrupted')
  await sun.press('质量问题')
  await sun.sees(/拍一张能看清问题的照片/)
  await sun.sendPicture(photo)
  await sun.sees(/我整理了一下，请核对/)
  await sun.sees('1 张')
  await shoot(sun.page, 'return-summary')

  // What was taken down is put right in words.
  await sun.say('不对，是洗面奶')
  await expect.poll(() => sun.log.getByText('氨基酸洁面乳（清爽型 120 g）', { exact: true }).count()).toBeGreaterThan(0)
  await shoot(sun.page, 'return-corrected')
  await sun.press('确认提交')
  await sun.sees(/登记好了，服务单号 SH\d+/)
  await shoot(sun.page, 'return-done')

  const opened = await findToldCase(sun)
  expect(await server.deps.storage.cases.countOpen()).toBe(before + 1)
  expect(opened).toMatchObject({ type: 'return', orderNumber: 'XM202611180003', evidence: [expect.any(String)] })
  await sun.say('我的售后处理得怎么样了')
  await sun.sees(new RegExp(`查到了.+${opened.number}.+待处理`))
  await shoot(sun.page, 'return-progress')

  await desk.goto(`${server.url}/console/cases`)
  await desk.getByRole('link', { name: new RegExp(opened.number) }).click()
  await desk.getByText('质量问题').first().waitFor()
  await desk
    .getByRole('img', { name: /照片|凭证|图片/ })
    .first()
    .waitFor()
  await shoot(desk, 'return-desk')
})

it('takes a return in English on a phone, from buttons and a photo alone', async () => {
  const options = { path: '/?lang=en', locale: 'en-GB', phone: true }
  const emma = await openCustomer(browser, server, 'Emma Wilson', options)
  const photo = await takePhoto('/products/health-kettle')

  await emma.say('I want to return the kettle')
  await emma.press('Faulty')
  await emma.sees(/send a photo that shows the problem/)
  await emma.sendPicture(photo)
  await emma.sees(/If it's right, tap Submit/)
  // What is to be pressed is in sight, also once the picture above has taken its height.
  const submit = emma.page.getByRole('button', { name: 'Submit' })
  await expect.poll(() => emma.hasInView(submit)).toBe(true)
  await shoot(emma.page, 'return-english')
  await emma.press('Submit')

  await emma.sees(/your case number is SH\d+/)
  const opened = await findToldCase(emma)
  await emma.sees(`Return ${opened.number}`)
  expect(opened).toMatchObject({ type: 'return', orderNumber: 'XM202611140021', sku: 'HK-WHT' })
  await shoot(emma.page, 'return-english-done')
})
