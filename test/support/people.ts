import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { ROOT } from '../../src/config/config.ts'
import type { Role } from '../../src/domain/agent.ts'

const SHOTS = join(ROOT, 'test-results')
mkdirSync(SHOTS, { recursive: true })

/** A server of the test's own, wherever it runs. */
interface Site {
  readonly url: string
}

/** Keeps a picture of the page in `test-results/`. */
export function shoot(page: Page, name: string): Promise<Buffer> {
  return page.screenshot({ path: join(SHOTS, `${name}.png`) })
}

/** Somebody on the shop's page with the chat open. */
export interface Shopper {
  readonly page: Page
  readonly log: Locator
  say(text: string): Promise<void>
  /** Presses a card or a quick reply. */
  press(label: string | RegExp): Promise<void>
  /** Sends a picture that was chosen on the device. */
  sendPicture(picture: Buffer): Promise<void>
  /** Waits until the chat shows these words. */
  sees(text: string | RegExp): Promise<void>
  /** Whether all of it stands inside the log's visible part, which `sees` does not ask. */
  hasInView(element: Locator): Promise<boolean>
}

export async function openShopper(browser: Browser, server: Site, options: ShopOptions = {}): Promise<Shopper> {
  return openChat(await openShop(browser, server, options))
}

/** The chat of somebody whom the demo shop knows, by the name in its demo bar. */
export async function openCustomer(
  browser: Browser,
  server: Site,
  name: string,
  options: ShopOptions = {},
): Promise<Shopper> {
  const page = await openShop(browser, server, options)
  await page.getByRole('button', { name, exact: true }).click()
  await page.locator('[data-person][aria-pressed="true"]', { hasText: name }).waitFor()
  return openChat(page)
}

interface ShopOptions {
  readonly path?: string
  readonly phone?: boolean
  readonly locale?: string
}

/** The shop's page in a browser of its own, with the chat still closed. */
export async function openShop(browser: Browser, server: Site, options: ShopOptions = {}): Promise<Page> {
  const context = await newContext(browser, options)
  const page = await context.newPage()
  await page.goto(server.url + (options.path ?? '/'))
  return page
}

/** Opens the chat on a page that has the widget. */
export async function openChat(page: Page): Promise<Shopper> {
  await page
    .getByRole('button', { name: /联系客服|Chat|Ask|support/i })
    .first()
    .click()
  const log = page.getByRole('log')
  const dialog = page.getByRole('dialog')
  const box = dialog.getByRole('textbox').first()
  await box.waitFor()
  return {
    page,
    log,
    say: async (text) => {
      await box.fill(text)
      await box.press('Enter')
    },
    press: (label) => dialog.getByRole('button', { name: label }).last().click(),
    sendPicture: (buffer) =>
      dialog.locator('input[type=file]').setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer }),
    sees: (text) => log.getByText(text).last().waitFor(),
    hasInView: async (element) => {
      const view = await dialog.getByRole('region').filter({ has: log }).boundingBox()
      const box = await element.boundingBox()
      return view !== null && box !== null && box.y >= view.y && box.y + box.height <= view.y + view.height
    },
  }
}

/** Somebody of the shop, signed in by a one-time link. */
export async function openAgent(
  browser: Browser,
  link: string,
  name: string,
  options: { phone?: boolean; locale?: string } = {},
): Promise<Page> {
  const page = await (await newContext(browser, { desk: true, ...options })).newPage()
  await page.goto(link)
  const password = 'correct horse battery'
  await page.getByLabel('称呼（客户会看到）').fill(name)
  await page.getByLabel('账号', { exact: true }).fill(`login-${name}`)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('再输一次密码').fill(password)
  await page.getByRole('button', { name: '创建账号并进入' }).click()
  // An owner is led through the first steps first.
  const later = page.getByRole('button', { name: /以后再说|Not now/ })
  const desk = page.getByRole('tab', { name: /进行中/ })
  await desk.or(later).first().waitFor()
  if (await later.isVisible()) await later.click()
  await desk.waitFor()
  return page
}

/** A link for one more agent, made by the owner in the settings. */
export async function inviteAgent(owner: Page, server: Site, role: Role = 'agent'): Promise<string> {
  const cookies = await owner.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const session = await fetch(`${server.url}/api/v1/session`, { headers: { cookie } })
  const { csrf } = (await session.json()) as { csrf: string }
  const response = await fetch(`${server.url}/api/v1/invites`, {
    method: 'POST',
    headers: { cookie, 'x-xiaoer-csrf': csrf, 'content-type': 'application/json' },
    body: JSON.stringify({ role }),
  })
  return ((await response.json()) as { url: string }).url
}

/** Long enough for a busy machine; what takes longer is broken. */
const PATIENCE = 15_000

async function newContext(
  browser: Browser,
  options: { phone?: boolean; locale?: string; desk?: boolean },
): Promise<BrowserContext> {
  const desktop = options.desk ? { width: 1360, height: 860 } : { width: 1280, height: 800 }
  const context = await browser.newContext({
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: options.phone ? { width: 390, height: 844 } : desktop,
    ...(options.phone && { deviceScaleFactor: 2, hasTouch: true, isMobile: true }),
  })
  context.setDefaultTimeout(PATIENCE)
  return context
}
