import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { ROOT } from '../src/config/config.ts'
import { launchChromium } from '../test/support/chromium.ts'
import { openAgent } from '../test/support/people.ts'
import { startServer } from '../test/support/server-process.ts'
import { createStubbornClient } from '../test/support/stubborn-client.ts'
import { fillShop, LONG, SHOP } from './desk/fill.ts'

/**
 * How fast the desk is with 2,000 conversations that go on, one of them of 10,000 messages: `npm run build`, then
 * `npx tsx bench/desk.ts [repetitions]`. A real server on SQLite, a real Chromium at its full speed, both on this machine.
 */
const [times = 10] = process.argv.slice(2).map(Number)
const SETTINGS: readonly (readonly [RegExp, string])[] = [
  [/strategy: \w+/, 'strategy: manual'],
  [/vanish_seconds: \d+/, 'vanish_seconds: 3600'],
  [/idle_minutes: \d+/, 'idle_minutes: 0'],
]

interface Row {
  readonly what: string
  readonly runs: number
  readonly median: string
  readonly p95: string
  readonly most: string
}

const rows: Row[] = []
function note(what: string, values: readonly number[], unit = 'ms'): void {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => `${(sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(0)} ${unit}`
  rows.push({ what, runs: values.length, median: at(0.5), p95: at(0.95), most: at(1) })
  console.log(what, at(0.5), at(0.95))
}

async function repeat(count: number, measure: (n: number) => Promise<number>): Promise<number[]> {
  const values: number[] = []
  for (let n = 0; n < count; n += 1) values.push(await measure(n))
  return values
}

/** Longer than anything that is measured may take: what never comes ends the bench instead of holding it up. */
const PATIENCE = 30_000

async function number(page: Page, script: string): Promise<number> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`nothing came of ${script} at ${page.url()}`)), PATIENCE).unref()
  })
  return Number(await Promise.race([page.evaluate(script), late]))
}

const REST = 400

/** What an agent does who goes through the list: a moment to read, then the next. */
async function switchBy(page: Page, kind: 'keydown' | 'click', act: () => Promise<void>): Promise<number> {
  await page.waitForTimeout(REST)
  await page.evaluate(`bench.armSwitch('${kind}')`)
  await act()
  return number(page, 'bench.result')
}

/** What the page's main thread has worked from now on, in milliseconds: what else runs on the machine adds far less to it than to the times. */
async function startCpuClock(page: Page): Promise<() => Promise<number>> {
  const chromium = await page.context().newCDPSession(page)
  await chromium.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async () => {
    const { metrics } = await chromium.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  const began = await read()
  return async () => {
    const spent = (await read()) - began
    await chromium.detach()
    return spent
  }
}

async function measureLoad(page: Page, address: string): Promise<void> {
  const load = async () => {
    await page.goto('about:blank')
    await page.goto(address, { waitUntil: 'commit' })
    return number(page, 'bench.usable()')
  }
  note('page load → list in sight', await repeat(times, load))
}

async function measureSnapshot(page: Page, address: string): Promise<void> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  let bytes = 0
  const read = async () => {
    const began = performance.now()
    const response = await fetch(address, { headers: { cookie } })
    const text = await response.text()
    bytes = Buffer.byteLength(text)
    return performance.now() - began
  }
  note('GET /api/v1/desk', await repeat(times, read))
  note('GET /api/v1/desk, size', [bytes / 1024], 'KB')
}

async function measureSwitching(page: Page, desk: string): Promise<void> {
  await page.goto(`${desk}?c=mine-0`)
  await page.locator('.bubble', { hasText: '〔mine-0〕' }).waitFor()
  const key = (code: string) => () => page.keyboard.press(code)
  note('switch by key, never opened', await repeat(times * 2, () => switchBy(page, 'keydown', key('Alt+ArrowDown'))))
  note('switch by key, opened before', await repeat(times * 2, () => switchBy(page, 'keydown', key('Alt+ArrowUp'))))
  const spent = await startCpuClock(page)
  await repeat(times * 2, () => switchBy(page, 'keydown', key('Alt+ArrowDown')))
  note('switch by key, opened before: CPU of the page', [(await spent()) / (times * 2)])
  const click = (n: number) => () => page.locator('.row-open', { hasText: `〔mine-${n % 2 === 0 ? 3 : 5}〕` }).click()
  note('switch by click, opened before', await repeat(times, (n) => switchBy(page, 'click', click(n))))
}

async function measureLong(page: Page, desk: string): Promise<void> {
  const cold = async () => {
    await page.goto(`${desk}?c=mine-0`)
    await page.locator('.bubble', { hasText: '〔mine-0〕' }).waitFor()
    return switchBy(page, 'keydown', () => page.keyboard.press('Alt+ArrowUp'))
  }
  note(`switch into ${LONG.messages} messages, never opened`, await repeat(times, cold))
  const warm = async () => {
    await page.keyboard.press('Alt+ArrowDown')
    await page.locator('.bubble', { hasText: '〔mine-0〕' }).waitFor()
    return switchBy(page, 'keydown', () => page.keyboard.press('Alt+ArrowUp'))
  }
  note(`switch into ${LONG.messages} messages, opened before`, await repeat(times, warm))
  const type = async () => {
    await page.waitForTimeout(60)
    await page.evaluate('bench.armTyping()')
    await page.keyboard.press('a')
    return number(page, 'bench.result')
  }
  await page.locator('.composer textarea').click()
  note('typing: key → painted', await repeat(times * 3, type))

  const frames = (await page.evaluate('bench.scroll(600)')) as number[]
  note('scrolling up through all of them: frames', frames)
  note('scrolling: frames over 50 ms', [frames.filter((one) => one > 50).length], `of ${frames.length}`)
  await page.waitForTimeout(REST)
  note('switch into all of them loaded', await repeat(times, warm))
}

async function measureArrival(page: Page, shopper: ReturnType<typeof createStubbornClient>): Promise<void> {
  const blocked: number[] = []
  const arrive = async (n: number) => {
    await page.waitForTimeout(REST)
    const words = `来信 ${n}。在吗`
    await page.evaluate(`bench.armArrival('${words}')`)
    const began = performance.timeOrigin + performance.now()
    void shopper.sendAll([words], () => undefined)
    const at = await number(page, 'bench.result')
    await page.waitForTimeout(REST)
    blocked.push(await number(page, 'bench.longTasks.reduce((sum, one) => sum + one, 0)'))
    return at - began
  }
  note('a message arrives: sent → painted', await repeat(times, arrive))
  note('a message arrives: tasks over 50 ms, together', blocked)
}

async function prepare(knowledgeDir: string): Promise<void> {
  const file = join(knowledgeDir, 'shop.yaml')
  const shop = await readFile(file, 'utf8')
  await writeFile(
    file,
    SETTINGS.reduce((text, [key, value]) => text.replace(key, value), shop),
  )
}

const browser = await launchChromium()
const server = await startServer({ prepare })
try {
  const page = await openAgent(browser, server.ownerLink, '米娜')
  const me = await page.evaluate(`fetch('/api/v1/session').then((one) => one.json()).then(({ agent }) => agent)`)
  const shopper = createStubbornClient(server.url)
  await shopper.sendAll(['你好'], () => undefined)
  const listed = `fetch('/api/v1/conversations').then((one) => one.json()).then((page) => page.conversations[0].id)`
  const talk = String(await page.evaluate(listed))
  await page.goto('about:blank')
  await server.stop()
  await fillShop(server.dataDir, { me: me as { id: string; name: string }, shopper: talk })
  await server.restart()
  await page.context().addInitScript({ path: join(ROOT, 'bench/desk/in-page.js') })
  console.log(`${Object.values(SHOP).reduce((sum, one) => sum + one, 0)} conversations`)

  const desk = `${server.url}/console/`
  await measureSnapshot(page, `${server.url}/api/v1/desk`)
  await measureLoad(page, desk)
  await measureSwitching(page, desk)
  await measureLong(page, desk)
  await page.goto(`${desk}?c=${talk}`)
  await page.locator('.bubble').last().waitFor()
  await measureArrival(page, shopper)
  console.table(rows)
  shopper.close()
} finally {
  await browser.close()
  await server[Symbol.asyncDispose]()
}
process.exit(0)
