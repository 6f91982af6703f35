import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HistoryFilter } from '../src/domain/search/history.ts'
import type { MessageDraft } from '../src/ports/message-log.ts'
import { openPostgres } from '../src/storage/postgres.ts'
import { type OpenedStorage, openSqlite } from '../src/storage/sqlite.ts'
import { createDatabase, POSTGRES_URL } from '../test/support/postgres-database.ts'

/** How long searches take in a history of many messages: `npx tsx bench/search.ts [messages]`. PostgreSQL too where TEST_POSTGRES_URL is set. */
const [total = 200_000] = process.argv.slice(2).map(Number)
const IN_EACH = 20
const RUNS = 7
const DAY = 86_400_000
const BEGIN = Date.UTC(2026, 0, 1)

const OPENINGS = ['亲', '你好', '请问', '麻烦问一下', '在吗', '想问下', '老板']
const THINGS = ['这件外套', '羽绒服', '手机壳', '运动鞋', '咖啡机', '连衣裙', '蓝牙耳机', '保温杯', '行李箱', '台灯']
const WISHES = [
  '什么时候发货',
  '能退货吗',
  '可以换个颜色吗',
  '有优惠券吗',
  '尺码偏大还是偏小',
  '物流怎么不动了',
  '能开发票吗',
  '地址写错了怎么改',
  '质量太差了要投诉',
  '还有库存吗',
]
const ANSWERS = [
  '亲，您好，这边马上为您查询',
  '今天 16 点前付款当天发出',
  '支持七天无理由退货',
  '已经为您登记，请您耐心等待一下',
]

function lineOf(number: number): string {
  const pick = (list: readonly string[], by: number) => list[(number * 7919 + by) % list.length] ?? ''
  if (number % 2 === 1) return pick(ANSWERS, Math.floor(number / 3))
  const order = number % 10 === 0 ? `，订单号 XE${20260000000 + number}` : ''
  return `${pick(OPENINGS, 1)}，${pick(THINGS, Math.floor(number / 5))}${pick(WISHES, Math.floor(number / 11))}${order}`
}

async function fill({ storage, messages }: OpenedStorage): Promise<void> {
  const conversations = Math.ceil(total / IN_EACH)
  for (let index = 0; index < conversations; index += 1) {
    const at = BEGIN + Math.floor((index / conversations) * 300 * DAY)
    if (index % 3 === 0) await storage.customers.create({ id: `u${index / 3}`, locale: 'zh', at })
    const conversation = { id: `c${index}`, customerId: `u${Math.floor(index / 3)}`, locale: 'zh' as const, at }
    await storage.conversations.open(conversation)
    await messages.append(
      Array.from({ length: IN_EACH }, (_, line) => draftOf(conversation, index * IN_EACH + line, line)),
    )
  }
}

function draftOf(
  conversation: { id: string; customerId: string; at: number },
  number: number,
  line: number,
): MessageDraft {
  return {
    conversationId: conversation.id,
    key: `k${line}`,
    author: number % 2 === 1 ? { kind: 'bot' } : { kind: 'customer', id: conversation.customerId },
    body: { kind: 'text', text: lineOf(number) },
    at: conversation.at + line * 30_000,
  }
}

const SEARCHES: readonly (readonly [what: string, filter: HistoryFilter])[] = [
  ['an order number', { query: 'XE20260123450' }],
  ['two characters, frequent', { query: '退货' }],
  ['two characters, in half of all messages', { query: '您好' }],
  ['one character', { query: '货' }],
  ['five characters', { query: '尺码偏大还' }],
  ['three words', { query: '羽绒服 发票 投诉' }],
  ['nothing found', { query: '紫水晶' }],
  ['two characters, one month', { query: '退货', from: BEGIN + 100 * DAY, to: BEGIN + 130 * DAY }],
  ['no words, unrated', { rating: 'none' }],
]

async function measure(name: string, opened: OpenedStorage): Promise<void> {
  const { search } = opened.storage
  await timed(`${name}: ${total} messages stored`, () => fill(opened))
  await timed(`${name}: indexed, 100 at a time`, async () => {
    while ((await search.catchUp(100)) > 0);
  })
  for (const [what, filter] of SEARCHES) {
    const times: number[] = []
    let count = 0
    for (let run = 0; run < RUNS; run += 1) {
      const began = performance.now()
      await search.find(filter, { limit: 30 })
      count = await search.count(filter, 1001)
      times.push(performance.now() - began)
    }
    const [median = 0] = times.toSorted((a, b) => a - b).slice(Math.floor(RUNS / 2))
    console.log(
      `${name}: ${what.padEnd(42)} ${median.toFixed(1).padStart(7)} ms, ${count > 1000 ? '1000+' : count} found`,
    )
  }
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const began = performance.now()
  await work()
  console.log(`${what} in ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-search-'))
const sqlite = await openSqlite(join(folder, 'bench.db'))
await measure('SQLite', sqlite)
await sqlite.storage.close()
rmSync(folder, { recursive: true })

if (POSTGRES_URL) {
  const { url, drop } = await createDatabase()
  const postgres = await openPostgres(url)
  await measure('PostgreSQL', postgres)
  await postgres.storage.close()
  await drop()
}
