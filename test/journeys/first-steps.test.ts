import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { openShopper, shoot } from '../support/people.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'

let browser: Browser
let server: ServerProcess
beforeAll(async () => {
  browser = await launchChromium()
  server = await startServer()
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

/** Opens the shop as whoever has installed it does. */
async function accept(): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  await page.goto(server.ownerLink)
  await page.getByLabel('称呼（客户会看到）').fill('店主')
  await page.getByLabel('账号', { exact: true }).fill('login-owner')
  await page.getByLabel('密码', { exact: true }).fill('correct horse battery')
  await page.getByLabel('再输一次密码').fill('correct horse battery')
  await page.getByRole('button', { name: '创建账号并进入' }).click()
  return page
}

it('leads a new owner from the first start to an answered question on a page', async () => {
  const owner = await accept()
  await owner.getByRole('heading', { name: /欢迎来到/ }).waitFor()

  // The shop's name is published while the owner goes on.
  await owner.getByLabel('店名 中文').fill('青禾小铺')
  await owner.getByRole('button', { name: '保存并生效' }).click()
  await owner.getByRole('button', { name: '保留示例店的知识' }).click()

  // The snippet is seen as soon as a page with it is opened.
  await owner.getByText(/还没在您的网站上看到小二/).waitFor()
  const shopper = await openShopper(browser, server)
  await owner.getByText(/已在 示例店的页面/).waitFor({ timeout: 40_000 })
  await shopper.say('今天拍今天能发吗')
  await shopper.sees(/16:00/)
  await shoot(owner, 'journey-first-steps')
  await owner.getByRole('button', { name: '下一步' }).click()

  await owner.getByRole('button', { name: '生成邀请链接' }).click()
  await owner.getByText(/\/console\/invite\//).waitFor()
  await owner.getByRole('button', { name: '下一步' }).click()
  await owner.getByRole('button', { name: '跳过这一步' }).click()
  await owner.getByRole('heading', { name: '您的店已经可以接待了' }).waitFor()
  await owner.getByText('已经生效').waitFor({ timeout: 90_000 })

  const file = await readFile(join(server.knowledgeDir, 'shop.yaml'), 'utf8')
  expect(file).toMatch(/^ {2}name: .*青禾小铺/m)
  // Comments of the owner stay.
  expect(file).toContain('# holidays and one-off days')

  // Where it was left, it goes on; and nobody who has finished is led there again.
  await owner.reload()
  await owner.getByText('5/5').waitFor()
  await owner.getByRole('button', { name: '去接待台' }).click()
  await owner.getByRole('tab', { name: /进行中/ }).waitFor()
}, 180_000)

it('edits shop.yaml by forms, into the draft', async () => {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(40_000)
  const page = await context.newPage()
  await page.goto(`${server.url}/console/sign-in`)
  await page.getByLabel('账号').fill('login-owner')
  await page.getByLabel('密码', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('tab', { name: /进行中/ }).waitFor()
  await page.goto(`${server.url}/console/settings/shop?part=handoff`)

  await page.getByLabel('连续听不懂').fill('3')
  await page.getByRole('button', { name: /保\s*存/ }).click()
  await page.getByText('修改已存进草稿，发布后才生效。').waitFor()
  await page.reload()

  expect(await page.getByLabel('连续听不懂').inputValue()).toBe('3')
  await page.goto(`${server.url}/console/settings/shop?part=hours`)
  await page.getByRole('button', { name: '周日 删掉第 1 段' }).click()
  await page.getByRole('button', { name: /保\s*存/ }).click()
  await expect.poll(() => page.getByText('还没保存').count(), { timeout: 60_000 }).toBe(0)
  const text = await readFile(join(server.knowledgeDir, 'shop.yaml'), 'utf8')
  expect(text).toMatch(/after_misses: 2/)
}, 120_000)
