import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '../../src/actions/agents/sessions.ts'
import { postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { toBody } from '../../src/actions/conversations/to-body.ts'
import { claimConversation, resolveConversation } from '../../src/actions/handoff/change-hands.ts'
import { followMessages } from '../../src/actions/history/follow-messages.ts'
import { countFacts } from '../../src/actions/reports/count-facts.ts'
import { createUploads } from '../../src/storage/uploads.ts'
import { listBarriers } from '../support/barriers.ts'
import { type BusyDesk, fillDesk } from '../support/busy-desk.ts'
import { launchChromium } from '../support/chromium.ts'
import { type DemoServer, startDemoServer } from '../support/demo-server.ts'
import { openShopper } from '../support/people.ts'

const DESKTOP = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
/** Light and dark, on a desktop and a phone; colours do not know of sizes, so each is looked at once. */
const LOOKS = [
  ['light', DESKTOP],
  ['dark', PHONE],
] as const

let browser: Browser
let server: DemoServer
let busy: BusyDesk
let context: BrowserContext
let desk: Page

beforeAll(async () => {
  browser = await launchChromium()
  server = await startDemoServer()
  busy = await fillDesk(server)
  await followMessages(server.deps)
  await countFacts(server.deps)
  const { secret } = await openSession(server.deps, busy.mina)
  // Text that still fades in has less contrast than it will have.
  context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  context.setDefaultTimeout(15_000)
  // The server's clock stands still, and so does the browser's: what is offered stays offered.
  await context.clock.setFixedTime(server.deps.clock.now() + 8000)
  await context.addCookies([{ name: 'xiaoer_session', value: secret, url: server.url }])
  desk = await context.newPage()
  await desk.goto(`${server.url}/console/`)
  await desk.locator('.row').first().waitFor()
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

/** What keeps people out of the page as it is, in each of its looks. */
async function listInEachLook(page: Page): Promise<string[]> {
  const barriers: string[] = []
  for (const [colorScheme, size] of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(size)
    await settle(page)
    const look = `${colorScheme} ${size.width}`
    barriers.push(...(await listWhatStays(page)).map((barrier) => `${look}: ${barrier}`))
    const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    if (Number(wide) > 0) barriers.push(`${look}: ${wide} pixels stick out`)
  }
  return barriers
}

/** A busy machine may still be drawing the colours that were asked for. */
async function listWhatStays(page: Page): Promise<string[]> {
  const found = await listBarriers(page)
  if (found.length === 0) return found

  await page.waitForTimeout(500)
  return listBarriers(page)
}

/** Until the colours that were asked for have been drawn. */
async function settle(page: Page): Promise<void> {
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
  await page.evaluate(`Promise.allSettled(
    document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished),
  )`)
}

/** Goes there as a link would; `load` begins with a new page, on which nothing is open. */
async function open(path: string, shows: string, { load = false } = {}): Promise<void> {
  await desk.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await desk.setViewportSize(DESKTOP)
  if (load) await desk.goto(`${server.url}/console/`)
  await desk.evaluate(`history.pushState(null, '', '/console/${path}')`)
  await settle(desk)
  await desk.locator(shows).first().waitFor()
  await expect.poll(() => desk.locator('.ant-skeleton').count()).toBe(0)
}

describe('the console keeps nobody out', () => {
  const SECTIONS = ['reception', 'shop', 'canned', 'agents', 'labels', 'blocked', 'embed', 'audit', 'status']
  const PAGES: readonly (readonly [path: string, shows: string])[] = [
    ['', '.row'],
    ['?tab=queue', '.row-claim'],
    ['?tab=bot', '.row'],
    ['?tab=archive', '.row'],
    ['cases', '.page a[href*="/cases/"]'],
    ['cases?view=board', 'article'],
    ['todos', '.page li'],
    ['history', '.found-open'],
    [`history?q=${encodeURIComponent('包邮')}`, '.found mark'],
    ['knowledge', '.intent-table td'],
    ['knowledge/intents/shipping_time', '.answer-card'],
    ['knowledge/intents/shipping_time?answer=0', '.answer.used'],
    ['knowledge/files', '.file-leaf'],
    ['knowledge/files/flows/returns.yaml', '.flow-node'],
    ['knowledge/files/products/running.yaml', '.product-card'],
    ['knowledge/draft', '.page h1'],
    ['knowledge/versions', '.page h1'],
    ['reports/assist', 'table'],
    ['reports/today', '.figure-card'],
    ['reports/bot', '.figure-card'],
    ['reports/bot?by=intent&drill=questions', '.drill-row'],
    ['reports/desk', '.heat'],
    ['reports/quality', '.figure-card'],
    ['reports/sales', 'main .blank'],
    ['reports/wall', '.wall-number'],
    ['knowledge/intents/shipping_time', 'h1'],
    ['knowledge/try', '.try-log'],
    ['knowledge/try?view=batch', '.try-batch'],
    ['knowledge/packs', '.pack-head'],
    ['knowledge/questions', '.cluster'],
    ...['facts', 'hours', 'reception', 'thresholds', 'desk', 'selling'].map(
      (part) => [`settings/shop?part=${part}`, '.shop-form'] as const,
    ),
    ['welcome', '.welcome-step.here form'],
    ['nowhere', '.blank'],
    ...SECTIONS.map((section) => [`settings/${section}`, '.settings-body h1'] as const),
  ]

  it.each(PAGES)('on %s', { timeout: 60_000 }, async (path, shows) => {
    await open(path, shows)

    expect(await listInEachLook(desk)).toEqual([])
  })

  it('in a conversation, whoever holds it, and beside it', { timeout: 120_000 }, async () => {
    const barriers: string[] = []
    for (const id of [busy.talk, busy.transferring, busy.asked, busy.rated]) {
      await open(`?c=${id}`, '.bubble')
      barriers.push(...(await listInEachLook(desk)))
    }
    for (const tab of ['customer', 'knowledge', 'products']) {
      await open(`?c=${busy.talk}&pane=customer`, '.bubble')
      await desk.locator(`#side-tab-${tab}`).click()
      await desk.locator(`#side-${tab} :is(h2, li)`).filter({ visible: true }).first().waitFor()
      barriers.push(...(await listInEachLook(desk)))
    }

    expect(barriers).toEqual([])
  })

  it('in what opens over a conversation', { timeout: 120_000 }, async () => {
    const barriers: string[] = []
    const keys = { 'Control+KeyF': '.thread-search', 'Alt+KeyL': '.label-picker', 'Alt+KeyT': '[role=dialog]' }
    for (const [key, shows] of Object.entries({ ...keys, 'Alt+KeyR': '[role=dialog]' })) {
      await open(`?c=${busy.talk}`, '.suggestion', { load: true })
      await desk.keyboard.press(key)
      await desk.locator(shows).first().waitFor()
      barriers.push(...(await listInEachLook(desk)))
    }
    await open('', '.row', { load: true })
    await desk.keyboard.press('Shift+Slash')
    await desk.locator('.keys').waitFor()
    barriers.push(...(await listInEachLook(desk)))

    expect(barriers).toEqual([])
  })

  it('on the pages of one case, one customer, one conversation', { timeout: 60_000 }, async () => {
    const [one] = await server.deps.storage.cases.list({ limit: 1 })
    const barriers: string[] = []
    for (const path of [`cases/${one?.number}`, `customers/${busy.customerId}`, `conversations/${busy.rated}`]) {
      await open(path, ':is(h1, .bubble)')
      barriers.push(...(await listInEachLook(desk)))
    }

    expect(barriers).toEqual([])
  })

  it('who has no mouse', { timeout: 60_000 }, async () => {
    const selected = (id: string) => desk.waitForURL((url) => url.searchParams.get('c') === id)
    // The clock stands still: which of two conversations comes first is decided by their ids.
    const [there, back] = busy.talk < busy.transferring ? ['Alt+KeyJ', 'Alt+KeyK'] : ['Alt+KeyK', 'Alt+KeyJ']
    await open(`?c=${busy.talk}`, '.suggestion', { load: true })
    await desk.keyboard.press(there)
    await selected(busy.transferring)
    await desk.keyboard.press(back)
    await selected(busy.talk)

    await desk.keyboard.press('Control+KeyK')
    await desk.locator('.history-search input:focus').first().waitFor()
    await open(`?c=${busy.talk}`, '.suggestion', { load: true })
    await desk.keyboard.press('Control+Alt+KeyE')
    await selected(busy.transferring)
    const { storage } = server.deps

    expect(await storage.conversations.find(busy.talk)).toMatchObject({ status: 'resolved' })
  })

  it('before one is signed in', { timeout: 60_000 }, async () => {
    const stranger = await (await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' })).newPage()
    await stranger.goto(`${server.url}/console/sign-in`)
    await stranger.getByRole('button', { name: '登录', exact: true }).waitFor()

    expect(await listInEachLook(stranger)).toEqual([])
  })
})

describe('the chat keeps no shopper out', () => {
  it('from the first question to the rating', { timeout: 120_000 }, async () => {
    const shopper = await openShopper(browser, server)
    const { page } = shopper
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await shopper.say('今天拍今天能发吗')
    await shopper.sees(/16:00/)
    const barriers = await listInEachLook(page)

    await shopper.say('转人工')
    await page.getByRole('button', { name: '先问小二' }).waitFor()
    barriers.push(...(await listInEachLook(page)))

    const id = await serveNewest()
    await shopper.sees('您好，这是说明书')
    await shopper.log.getByText('说明书.pdf').waitFor()
    barriers.push(...(await listInEachLook(page)))

    await resolveConversation(server.deps, busy.mina, id)
    await page.getByRole('radio', { name: /1 星/ }).click({ force: true })
    await page.getByRole('button', { name: '没解决问题' }).waitFor()
    barriers.push(...(await listInEachLook(page)))

    expect(barriers).toEqual([])
  })

  /** Mina takes who wrote last, answers with a quote and sends a file. */
  async function serveNewest(): Promise<string> {
    const { deps } = server
    const [newest] = await deps.storage.conversations.list({ status: 'queued', limit: 1 })
    if (!newest) throw new Error('nobody waits')
    const conversationId = newest.id
    await claimConversation(deps, busy.mina, conversationId)
    const name = await createUploads(join(server.dataDir, 'uploads')).save(Buffer.from('%PDF-1.7 manual'), 'pdf', {
      name: '说明书.pdf',
      mime: 'application/pdf',
    })
    const file = await toBody(deps, { kind: 'file', file: `/uploads/${name}` }, conversationId)
    await postAgentMessage(deps, busy.mina, { conversationId, clientId: 'file', body: file })
    const text = { kind: 'text', text: '您好，这是说明书' } as const
    await postAgentMessage(deps, busy.mina, { conversationId, clientId: 'words', body: text, quote: 1 })
    return conversationId
  }
})
