import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { toFindings } from '../../src/app/doctor/check-database.ts'
import { checkNode, toClock, toDisk } from '../../src/app/doctor/check-machine.ts'
import { toWeakness } from '../../src/app/doctor/check-secrets.ts'
import { checkPort } from '../../src/app/doctor/check-serving.ts'
import { examine, type Finding } from '../../src/app/doctor/examine.ts'
import { loadConfig } from '../../src/config/config.ts'
import { makeBackup } from '../../src/storage/backup/make-backup.ts'
import { examinePostgres } from '../../src/storage/doctor/examine-postgres.ts'
import { examineSqlite } from '../../src/storage/doctor/examine-sqlite.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { agent, givenAssigned, givenConversation, givenQueued, says, store } from '../contract/given.ts'
import { filesOfEachTest } from '../storage/files.ts'
import { createDatabase, POSTGRES_URL } from '../support/postgres-database.ts'
import { startTestApp } from '../support/test-app.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'

const files = filesOfEachTest()

/** A data folder in which everything is as it should be, and the configuration for it. */
async function givenShop(more: Readonly<Record<string, string>> = {}) {
  const file = files.newFile()
  const dataDir = dirname(file)
  const opened = await files.open(file)
  await opened.storage.agents.create(agent('mina'), 'no password opens this')
  await givenConversation(opened.storage)
  await store(opened, says('在吗'))
  await store(opened, says('包邮吗'))
  await givenQueued(opened, 'chen')
  await givenAssigned(opened, 'emma', 'mina')
  writeFileSync(join(dataDir, 'secret'), randomBytes(32).toString('base64url'), { mode: 0o600 })
  const backups = join(dataDir, '..', 'backups')
  await makeBackup({ dataDir, folder: backups, version: '0.1.0' })
  const environment = {
    DATA_DIR: dataDir,
    KNOWLEDGE_DIR: TEST_SHOP,
    PORT: '0',
    BACKUP_DIR: backups,
    DEMO: 'true',
    ...more,
  }
  return { file, dataDir, config: loadConfig(environment), opened }
}

const notGood = (findings: readonly Finding[]) =>
  findings.filter(({ level }) => level !== 'good').map(({ check, level }) => `${level} ${check}`)

describe('the doctor', () => {
  it('finds nothing wrong with a shop that is well, also beside its server', async () => {
    const { config } = await givenShop()

    const findings = await examine(config)

    expect(notGood(findings).filter((line) => line !== 'mind knowledge')).toEqual([])
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['integrity', 'migrations', 'durability', 'contents', 'server', 'backups', 'secrets']),
    )
  })

  it('reads the durability of the database as the server opens it', async () => {
    const { file, opened } = await givenShop()
    await opened.storage.close()

    const { settings } = await examineSqlite(file, Date.now())

    expect(settings.map(({ name, is }) => `${name}=${is}`)).toEqual([
      'journal_mode=wal',
      'synchronous=2',
      'foreign_keys=1',
    ])
    expect(
      notGood(
        toFindings(
          { damage: [], pending: [], irregularities: [], settings: [{ name: 'synchronous', is: '1', wants: '2' }] },
          'x',
        ),
      ),
    ).toEqual(['wrong durability'])
  })

  it.each<[name: string, sql: string]>([
    ['gaps', `delete from messages where conversation_id = 'c-lin' and seq = 1`],
    ['counters', `update conversations set last_seq = 9 where id = 'c-lin'`],
    ['stray_messages', `update conversations set id = 'c-other' where id = 'c-lin'`],
    ['stray_conversations', `delete from customers where id = 'lin'`],
    ['stray_queue_entries', `update conversations set status = 'resolved' where id = 'c-chen'`],
    ['queued_without_entry', `delete from queue_entries where conversation_id = 'c-chen'`],
    ['held_without_agent', `delete from agents where id = 'mina'`],
    ['stray_identities', `insert into identities (kind, value, customer_id) values ('phone', '1', 'nobody')`],
    ['future_times', `update messages set at = 9999999999999 where conversation_id = 'c-lin' and seq = 2`],
    [
      'stuck_jobs',
      `insert into jobs (key, kind, payload, due_at, locked_until, attempts) values ('a', 'a', '{}', 0, 0, 12)`,
    ],
  ])('finds %s, and which they are', async (name, sql) => {
    const { file } = await givenShop()
    const hand = new Database(file)
    hand.exec(sql)
    hand.close()

    const { irregularities } = await examineSqlite(file, Date.now())

    expect(irregularities.map((one) => one.name)).toContain(name)
    expect(irregularities.find((one) => one.name === name)).toMatchObject({ count: 1, examples: [expect.any(String)] })
  })

  it('finds damage, and does not believe what a damaged file says', async () => {
    const { file, opened, config } = await givenShop()
    await opened.storage.close()
    const hand = new Database(file)
    hand.unsafeMode()
    hand.pragma('writable_schema = ON')
    hand.exec(
      `update sqlite_master set rootpage = (select rootpage from sqlite_master where name = 'jobs') where name = 'agents'`,
    )
    hand.close()

    const findings = await examine(config)

    expect(notGood(findings)).toContain('wrong integrity')
    expect(findings.map(({ check }) => check)).not.toContain('contents')
  })

  it('names migrations that are missing, and runs none', async () => {
    const { file, opened, config } = await givenShop()
    await opened.storage.close()
    const hand = new Database(file)
    hand.exec(`delete from kysely_migration where name = '0010-clock'`)

    const findings = await examine(config)

    expect(notGood(findings)).toContain('mind migrations')
    expect(hand.prepare('select count(*) from kysely_migration where name = ?').pluck().get('0010-clock')).toBe(0)
    hand.close()
  })

  it('finds secrets that are short, samples, used twice, or open to others', async () => {
    const same = randomBytes(32).toString('base64url')
    const { config, dataDir } = await givenShop({ XIAOER_SECRET: same, METRICS_TOKEN: same })
    chmodSync(join(dataDir, 'secret'), 0o644)

    const findings = (await examine(config)).filter(({ check }) => check === 'secrets')

    expect(findings.map(({ words }) => words.en)).toEqual([
      'METRICS_TOKEN is the same as another secret',
      `${join(dataDir, 'secret')} can be read by others on this machine`,
    ])
    expect(toWeakness('A', 'short')).toHaveLength(1)
    expect(toWeakness('A', 'please-change-me-please-change-me-now')).toHaveLength(1)
    expect(toWeakness('A', 'abababababababababababababababababab')).toHaveLength(1)
    expect(toWeakness('A', randomBytes(32).toString('hex'))).toEqual([])
    expect(JSON.stringify(findings)).not.toContain(same)
  })

  it('finds a data folder that others can enter', async () => {
    const { config, dataDir } = await givenShop()
    chmodSync(dataDir, 0o755)

    expect(notGood(await examine(config))).toContain('mind folder')
  })

  it('finds broken knowledge, and an old backup, with their mends', async () => {
    const { dataDir } = await givenShop()
    const shop = join(dataDir, 'broken')
    mkdirSync(shop)
    writeFileSync(join(shop, 'shop.yaml'), 'name: [')
    const empty = join(dataDir, 'no-backups')
    const { config } = await givenShop({ KNOWLEDGE_DIR: shop, BACKUP_DIR: empty, BACKUP_EVERY_HOURS: '1' })

    const findings = await examine(config)

    expect(notGood(findings)).toEqual(['wrong knowledge', 'mind backups'])
    expect(findings.filter(({ level }) => level !== 'good').every(({ mend }) => mend?.zh && mend.en)).toBe(true)
  })

  it('tells its own server on the port from somebody else’s, and from nobody', async () => {
    await using app = await startTestApp()
    const { url } = await app.app.listen()
    const other = createServer((_request, response) => response.end('{"status": "ok"}'))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const check = (at: number | string) => checkPort(loadConfig({ PORT: String(at) }))

    await expect.poll(async () => (await check(new URL(url).port)).words.en, { timeout: 10_000 }).toMatch(/serves on/)
    const taken = await check(port)
    await new Promise((resolve) => other.close(resolve))
    const free = await check(port)

    expect([taken.level, taken.words.en]).toEqual(['wrong', `Port ${port} is taken by another program`])
    expect([free.level, free.words.en]).toEqual(['good', `Port ${port} is free`])
  })

  it('knows which Node, how little disk and which clock will not do', () => {
    const levels = [
      ...['20.18.9', '20.19.0', '22.1.0', '18.20.0'].map((version) => checkNode(version)),
      ...[50, 500, 5000].map((megabytes) => toDisk(megabytes, '/data')),
      ...[toClock(0, 0), toClock(Date.UTC(2027, 0, 1), 900), toClock(Date.UTC(2027, 0, 1), 3)],
    ].map(({ level }) => level)

    expect(levels).toEqual(['wrong', 'good', 'good', 'wrong', 'wrong', 'mind', 'good', 'wrong', 'mind', 'good'])
  })
})

it.skipIf(!POSTGRES_URL)('asks PostgreSQL the same, and runs no migration on an empty database', async () => {
  const database = await createDatabase()
  const before = await examinePostgres(database.url, Date.now())
  const opened = await openPostgres(database.url)
  await givenQueued(opened, 'chen')
  const well = await examinePostgres(database.url, Date.now())
  await opened.storage.close()
  await database.drop()

  expect(before.pending.length).toBeGreaterThan(5)
  expect(well).toMatchObject({ damage: [], pending: [], irregularities: [] })
  expect(well.settings.map(({ name }) => name)).toEqual(['fsync', 'full_page_writes', 'synchronous_commit'])
})
