import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSession } from '../../src/actions/agents/sessions.ts'
import { saveCannedReply } from '../../src/actions/composing/canned-replies.ts'
import { addNote, postAgentMessage } from '../../src/actions/conversations/post-agent-message.ts'
import { postCustomerMessage } from '../../src/actions/conversations/post-customer-message.ts'
import { setContext } from '../../src/actions/conversations/set-context.ts'
import { addCustomerNote } from '../../src/actions/customers/customer-notes.ts'
import { claimConversation } from '../../src/actions/handoff/change-hands.ts'
import type { Agent } from '../../src/domain/agent.ts'
import { launchChromium } from '../support/chromium.ts'
import { type DemoServer, startDemoServer } from '../support/demo-server.ts'
import { openChat } from '../support/people.ts'
import { XSS_PAYLOADS } from '../support/xss-payloads.ts'

/** Short enough for a name. */
const NAME = '<img src=x onerror=xss(1)>'

let browser: Browser
let server: DemoServer
let owner: Agent
beforeAll(async () => {
  browser = await launchChromium()
  server = await startDemoServer()
  const { deps } = server
  owner = {
    id: deps.ids.next(),
    login: 'olga',
    name: NAME,
    role: 'owner',
    active: true,
    presence: 'online',
    createdAt: deps.clock.now(),
    groups: [],
  }
  await deps.storage.agents.create(owner, 'no password opens this')
  await deps.roster.refresh()
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
})

/** A page that notes whatever a text may have made it do. */
async function watchedPage(options: { cookie?: string } = {}): Promise<{ page: Page; done: string[] }> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1360, height: 860 } })
  // A hundred messages at once, on a machine that others use too.
  context.setDefaultTimeout(60_000)
  const { cookie } = options
  if (cookie !== undefined) await context.addCookies([{ name: 'xiaoer_session', value: cookie, url: server.url }])
  const page = await context.newPage()
  const done: string[] = []
  await page.exposeFunction('xss', () => done.push('a script ran'))
  page.on('dialog', (dialog) => {
    done.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  const isOurs = (url: string) => url.startsWith(server.url) || /^(?:data:image|blob:|about:blank)/.test(url)
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    // `src=x` of a tag that came alive asks for a file beside the page.
    if (!isOurs(request.url()) || /\/x(?:\.\w+)?$/.test(pathname)) done.push(`a request: ${request.url()}`)
  })
  page.on('frameattached', (frame) => done.push(`a frame: ${frame.url()}`))
  context.on('page', (other) => {
    if (other !== page) done.push(`a window: ${other.url()}`)
  })
  return { page, done }
}

/** All words that come past while somebody scrolls through from the end to the beginning. */
async function readThrough(page: Page): Promise<string> {
  const log = page.getByRole('log').first()
  const read = new Set<string>()
  await log.hover()
  for (let still = 0, before = -1; still < 6; ) {
    for (const text of await log.locator('p, span, b, a, div').allTextContents()) read.add(text)
    still = read.size === before ? still + 1 : 0
    before = read.size
    await page.mouse.wheel(0, -600)
    await page.waitForTimeout(60)
  }
  return [...read].join('\n')
}

const squeezed = (text: string) => text.replace(/\s+/g, '')

it('shows a hundred hostile texts as texts, to the shopper and at the desk', async () => {
  const { deps } = server
  const before = new Set((await deps.storage.conversations.list({ status: 'queued', limit: 100 })).map(({ id }) => id))
  const shopper = await watchedPage()
  await shopper.page.goto(server.url)
  const chat = await openChat(shopper.page)
  await chat.say('转人工')
  const waiting = () => deps.storage.conversations.list({ status: 'queued', limit: 100 })
  await expect.poll(async () => (await waiting()).filter(({ id }) => !before.has(id)).length).toBe(1)
  const conversation = (await waiting()).find(({ id }) => !before.has(id))
  const [conversationId, customerId] = [conversation?.id ?? '', conversation?.customerId ?? '']
  await claimConversation(deps, owner, conversationId)
  await deps.storage.customers.update(customerId, { name: NAME, tags: ['<svg onload=xss(1)>'], email: NAME })
  await setContext(deps, { conversationId, page: { url: 'javascript:xss(1)', title: NAME } })
  const [product] = deps.live.current().knowledge.products.values()
  if (!product) throw new Error('the demo shop has no product')

  for (const [index, text] of XSS_PAYLOADS.entries()) {
    const clientId = `hostile-${String(index).padStart(4, '0')}`
    const body = { kind: 'text', text } as const
    if (index % 2) await postAgentMessage(deps, owner, { conversationId, clientId, body })
    else await postCustomerMessage(deps, { conversationId, customerId, clientId, body })
  }
  const card = { id: product.id, name: NAME, price: '<b onmouseover=xss(1)>', url: 'javascript:xss(1)' }
  const file = { kind: 'file', url: 'javascript:xss(1)', name: `${NAME}.txt`, size: 1, mime: 'text/html' } as const
  for (const [index, body] of [{ kind: 'product', product: card } as const, file].entries()) {
    await postAgentMessage(deps, owner, { conversationId, clientId: `card-000${index}`, body })
    const clientId = `card-shopper-${index}`
    await postCustomerMessage(deps, { conversationId, customerId, clientId, body })
  }
  for (let at = 0; at < XSS_PAYLOADS.length; at += 10) {
    const text = XSS_PAYLOADS.slice(at, at + 10).join('\n')
    await addNote(deps, owner, { conversationId, clientId: `note-${String(at).padStart(4, '0')}`, text })
    await addCustomerNote(deps, owner, { customerId, text: text.slice(0, 500) })
  }
  await postCustomerMessage(deps, {
    conversationId,
    customerId,
    clientId: 'the-last-one',
    body: { kind: 'text', text: '就这些' },
  })

  await chat.sees('就这些')
  const shown = squeezed(await shopper.page.getByRole('log').innerText())
  const desk = await watchedPage({ cookie: (await openSession(deps, owner)).secret })
  await desk.page.goto(`${server.url}/console/`)
  await desk.page.getByText('就这些').first().click()
  await desk.page.getByRole('log').getByText('就这些').waitFor()
  const read = squeezed(await readThrough(desk.page))

  expect(XSS_PAYLOADS.length).toBeGreaterThanOrEqual(100)
  expect(XSS_PAYLOADS.filter((text) => !shown.includes(squeezed(text)))).toEqual([])
  expect(XSS_PAYLOADS.filter((text) => !read.includes(squeezed(text)))).toEqual([])
  expect(await shopper.page.locator('a[href^="javascript:" i], a[href^="data:" i]').count()).toBe(0)
  expect(await desk.page.locator('a[href^="javascript:" i], a[href^="data:" i]').count()).toBe(0)
  expect([shopper.done, desk.done]).toEqual([[], []])
})

it('shows them as texts on every other page of the console', async () => {
  const { deps } = server
  for (const [index, text] of XSS_PAYLOADS.slice(0, 20).entries()) {
    const title = text.slice(0, 40)
    const messages = [{ kind: 'text', text: { zh: `{% raw %}${text}{% endraw %}` } } as const]
    await saveCannedReply(deps, owner, {
      draft: { scope: 'team', folder: NAME, code: `x${index}`, title, messages },
    }).catch(() => undefined)
  }
  const desk = await watchedPage({ cookie: (await openSession(deps, owner)).secret })
  const [conversation] = await deps.storage.conversations.list({ agentId: owner.id, limit: 1 })
  const pages = [
    `customers/${conversation?.customerId}`,
    'settings/canned',
    'settings/agents',
    'settings/labels',
    'history?q=xss',
    'cases',
    'todos',
    'reports/assist',
    'reports/today',
    'reports/bot?by=intent',
    'reports/desk?by=agent',
    'reports/quality',
    'reports/sales',
  ]

  for (const path of pages) {
    await desk.page.goto(`${server.url}/console/${path}`)
    await desk.page.locator('main').first().waitFor()
    await desk.page.waitForLoadState('networkidle')
  }

  expect(await desk.page.locator('a[href^="javascript:" i]').count()).toBe(0)
  expect(desk.done).toEqual([])
})

it('would have noticed', async () => {
  const { page, done } = await watchedPage()
  await page.goto(server.url)
  await page.setContent('<p></p>')

  await page.evaluate(`document.querySelector('p').innerHTML = '<img src=x onerror=xss(1)>'`)

  await expect.poll(() => done.filter((one) => one.startsWith('a request'))).not.toEqual([])
})
