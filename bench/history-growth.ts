import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { MessageDraft } from '../src/ports/message-log.ts'
import { openSqlite } from '../src/storage/sqlite.ts'
import { microsSince } from './resources.ts'

/**
 * What writing and reading cost as conversations add up: `npx tsx bench/history-growth.ts [1000 10000 100000 …]`. SQLite as it serves
 * (WAL, FULL), six messages a conversation, a hundred shoppers waiting, the search index aside. CPU of the process per operation, in
 * microseconds, so that a slow disk does not count.
 */
const sizes = process.argv.slice(2).map(Number)
const MESSAGES = 6
const WAITING = 100
const TIMES = 2000
/** As many as share a commit at a hundred shoppers. */
const TOGETHER = 50
const AT = Date.UTC(2026, 10, 1)

const idOf = (number: number) => `conversation-${String(number).padStart(8, '0')}`

/** Copies the rows of a table, with some columns written anew; `i` counts from 1 to `count`. */
function copyRows(
  native: Database.Database,
  table: string,
  count: number,
  changes: Readonly<Record<string, string>>,
): void {
  const columns = (native.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
  const values = columns.map((name) => changes[name] ?? `t.${name}`)
  native.exec(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
    insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from n cross join (select * from ${table}) t`)
}

/** One conversation in full, then as many copies of it as are wanted. */
async function fill(file: string, count: number): Promise<void> {
  const { storage, messages } = await openSqlite(file)
  await storage.customers.create({ id: 'customer', locale: 'zh', at: AT })
  await storage.conversations.open({ id: 'first', customerId: 'customer', locale: 'zh', at: AT })
  for (let seq = 1; seq <= MESSAGES; seq += 1)
    await messages.append([draftFor('first', `m-${seq}`, '请问这件亚麻衬衫什么时候能发货呀')])
  await storage.close()

  const native = new Database(file)
  native.pragma('synchronous = off')
  const id = `printf('conversation-%08d', i)`
  const customer = `printf('customer-%08d', i)`
  copyRows(native, 'customers', count, { id: customer })
  copyRows(native, 'conversations', count, {
    id,
    customer_id: customer,
    updated_at: `t.updated_at + i`,
    created_at: `t.created_at + i`,
    indexed_seq: 't.last_seq',
    status: `case when i <= ${WAITING} then 'queued' else 'resolved' end`,
  })
  copyRows(native, 'messages', count, { conversation_id: id })
  const queue = native.prepare(
    `insert into queue_entries (conversation_id, enqueued_at, state, reason, kind, priority, card) values (?, ?, ?, 'asked', 'live', 0, '{}')`,
  )
  native.transaction(() => {
    for (let n = 1; n <= count; n += 1) queue.run(idOf(n), AT + n, n <= WAITING ? 'waiting' : 'done')
  })()
  native.pragma('wal_checkpoint(truncate)')
  native.close()
}

function draftFor(conversationId: string, key: string, text: string): MessageDraft {
  return { conversationId, key, author: { kind: 'customer', id: 'customer' }, body: { kind: 'text', text }, at: AT }
}

async function measure(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-growth-'))
  const file = join(folder, 'xiaoer.db')
  await fill(file, count)
  const { storage, messages } = await openSqlite(file)
  const some = () => idOf(WAITING + 1 + Math.floor(Math.random() * (count - WAITING)))
  const each = async (work: (n: number) => Promise<unknown>, per = 1) => {
    for (let n = 0; n < TIMES / per / 10; n += 1) await work(-n)
    const since = process.cpuUsage()
    for (let n = 0; n < TIMES / per; n += 1) await work(n)
    return (microsSince(since) / TIMES).toFixed(0)
  }
  const write = (n: number) =>
    messages.append(Array.from({ length: TOGETHER }, (_, at) => draftFor(some(), `key-${n}-${at}`, '包邮吗')))
  const row = {
    conversations: count,
    MB: (statSync(file).size / 2 ** 20).toFixed(0),
    write: await each(write, TOGETHER),
    'last 50': await each(() => storage.messages.listBefore(some(), 1000, 50)),
    'queue list': await each(() => storage.queue.list(WAITING)),
    'newest 100': await each(() => storage.conversations.list({ limit: 100 })),
  }
  await storage.close()
  rmSync(folder, { recursive: true, force: true })
  return row
}

const rows = []
for (const size of sizes.length > 0 ? sizes : [1000, 10_000, 100_000]) rows.push(await measure(size))
console.table(rows)
