import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rateAnswer } from '../../src/actions/conversations/rate.ts'
import { claimConversation } from '../../src/actions/handoff/change-hands.ts'
import { requestHandoff } from '../../src/actions/handoff/request-handoff.ts'
import { toPhrases } from '../../src/domain/search/tokens.ts'
import { moveShop } from '../../src/storage/move-shop.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { type Folder, openFolder } from '../knowledge/shop-folder.ts'
import { createDatabase, POSTGRES_URL } from '../support/postgres-database.ts'
import { startTestApp } from '../support/test-app.ts'

const MANY = 1200

/** A shop that has been open for a while, in a file; returns its conversations. */
async function growShop(file: string): Promise<readonly string[]> {
  const opened = await openSqlite(file)
  const app = await startTestApp({ opened })
  const mina = await app.agent('Mina')
  const talks = []
  for (const text of ['包邮吗', '什么时候发货', "it's “quoted”, 🙂 and \\ and \u0000 too"]) {
    const session = await app.visitor()
    await app.say(session, text)
    talks.push(session.conversation.id)
  }
  const [first = '', second = ''] = talks
  await rateAnswer(app.deps, { conversationId: first, id: `${first}.2`, helpful: true })
  await requestHandoff(app.deps, second)
  await claimConversation(app.deps, mina, second)
  for (let n = 0; n < MANY; n += 1) {
    await app.deps.storage.audit.add({ at: n, actor: 'system', action: 'test', target: `t${n}`, detail: { n } })
  }
  while ((await app.deps.storage.search.catchUp(100)) > 0);
  await app[Symbol.asyncDispose]()
  await opened.storage.close()
  return talks
}

const rowsOf = (file: string, table: string) => {
  const database = new Database(file, { readonly: true })
  const rows = database.prepare(`select * from "${table}"`).all() as Record<string, unknown>[]
  database.close()
  return rows
}

const inOrder = (rows: readonly Record<string, unknown>[]) =>
  rows.map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted()

describe.skipIf(!POSTGRES_URL)('a shop that moves from SQLite to PostgreSQL', () => {
  let folder: Folder
  let file: string
  let talks: readonly string[]
  beforeAll(async () => {
    folder = await openFolder({})
    file = join(folder.path, 'xiaoer.db')
    talks = await growShop(file)
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  it('has the same rows in every table, and is read and searched as before', async () => {
    const database = await createDatabase()

    const moved = await moveShop(file, database.url)

    const client = new pg.Client(database.url)
    pg.types.setTypeParser(20, Number)
    await client.connect()
    for (const { table, rows } of moved) {
      const { rows: there } = await client.query<Record<string, unknown>>(`select * from "${table}"`)
      const here = rowsOf(file, table)
      const read = here.map((row) => toMoved(table, row))
      expect([table, rows, inOrder(there)]).toEqual([table, here.length, inOrder(read)])
    }
    await client.end()
    expect(moved.find(({ table }) => table === 'audit')?.rows).toBeGreaterThanOrEqual(MANY)

    const before = await openSqlite(file)
    const after = await openPostgres(database.url)
    while ((await after.storage.search.catchUp(100)) > 0);
    for (const id of talks) {
      expect(await after.storage.conversations.find(id)).toEqual(await before.storage.conversations.find(id))
      expect(await after.storage.messages.listAfter(id, 0, 100)).toEqual(
        await before.storage.messages.listAfter(id, 0, 100),
      )
    }
    for (const query of ['包邮', 'quoted', '发货']) {
      const [here, there] = await Promise.all(
        [before, after].map(({ storage }) => storage.search.find({ query }, { limit: 10 })),
      )
      expect(toPhrases(query).length).toBeGreaterThan(0)
      expect(there?.map(({ conversation }) => conversation.id)).toEqual(
        here?.map(({ conversation }) => conversation.id),
      )
      expect(there).not.toEqual([])
    }
    await before.storage.close()
    await after.storage.close()
    await database.drop()
  })

  it('goes on where it was: the next message has the next number, and a resend is known', async () => {
    const database = await createDatabase()
    await moveShop(file, database.url)
    const { storage, messages } = await openPostgres(database.url)
    const [id = ''] = talks
    const last = (await storage.messages.listAfter(id, 0, 100)).at(-1)
    const [known] = await storage.messages.listAfter(id, 0, 1)
    if (known?.author.kind !== 'customer') throw new Error('the shopper spoke first')
    const draft = (key: string, text: string) => ({
      conversationId: id,
      key,
      author: known.author,
      body: { kind: 'text', text } as const,
      at: known.at,
    })

    const [again] = await messages.append([draft(`customer:${known.clientId}`, '包邮吗')])
    const [next] = await messages.append([draft('customer:new', '那退货呢')])

    expect(again).toMatchObject({ kind: 'duplicate', message: { seq: 1 } })
    expect(next).toMatchObject({ kind: 'stored', message: { seq: (last?.seq ?? 0) + 1 } })
    await storage.close()
    await database.drop()
  })

  it('is refused where the database has something already, and where a server runs on the file', async () => {
    const database = await createDatabase()
    const target = await openPostgres(database.url)
    await target.storage.labels.create({ id: 'vip', name: 'VIP', color: 'red' })

    await expect(moveShop(file, database.url)).rejects.toThrow(/not empty \(labels\)/)

    const running = await openSqlite(file)
    await expect(moveShop(file, database.url)).rejects.toThrow(/already running/)
    await running.storage.close()
    expect(await target.storage.audit.list(10)).toEqual([])
    await target.storage.close()
    await database.drop()
  })
})

/** PostgreSQL holds no NUL, and the search index is made anew. */
function toMoved(table: string, row: Record<string, unknown>): Record<string, unknown> {
  const bearable = Object.entries(row).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replaceAll('\u0000', '\ufffd') : value,
  ])
  return { ...Object.fromEntries(bearable), ...(table === 'conversations' && { indexed_seq: 0 }) }
}
