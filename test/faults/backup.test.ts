import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { startServer } from '../support/server-process.ts'
import { createStubbornClient, type StubbornClient } from '../support/stubborn-client.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { FAULT_TIMEOUT, PATIENCE } from './long-run.ts'

const CLIENTS = 20
const MESSAGES = 30
const QUESTIONS = ['包邮吗', '什么时候发货', '今天拍今天能发吗', '你好', '运费多少钱']
/** Placed by progress, not by time: so many messages have been acknowledged. */
const BEGIN_AFTER = (CLIENTS * MESSAGES) / 3

/** Runs the built `xiaoer` with its data there; resolves with what it printed. */
function xiaoer(dataDir: string, ...parameters: readonly string[]): Promise<string> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', LC_ALL: 'en_US.UTF-8' }
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(ROOT, 'dist/cli/xiaoer.js'), ...parameters],
      { env },
      (error, said, complained) => {
        if (error) reject(new Error(complained))
        else resolve(said)
      },
    )
  })
}

/** What a client knows to be stored at this moment. */
const acknowledgedBy = (client: StubbornClient) => client.attempts.filter(({ seq }) => seq !== undefined)

it('has every message that was acknowledged before it began, restored elsewhere', {
  timeout: FAULT_TIMEOUT,
}, async () => {
  const home = await mkdtemp(join(tmpdir(), 'xiaoer-backup-'))
  await using server = await startServer({ knowledge: TEST_SHOP, environment: { DEMO: 'false' } })
  const clients = Array.from({ length: CLIENTS }, () => createStubbornClient(server.url))
  const texts = Array.from({ length: MESSAGES }, (_, n) => QUESTIONS[n % QUESTIONS.length] ?? '')
  let count = 0
  let during = 0
  let backedUp = false
  const promised: { conversationId: string; seq: number; clientId: string }[] = []
  let backup: Promise<string> = Promise.resolve('')

  await Promise.all(
    clients.map((client) =>
      client.sendAll(texts, () => {
        count += 1
        if (count > BEGIN_AFTER && !backedUp) during += 1
        if (count !== BEGIN_AFTER) return
        for (const one of clients) {
          // From the greeting: an acknowledgement may come before the message itself is told.
          const conversationId = one.conversationId()
          promised.push(...acknowledgedBy(one).map(({ seq = 0, clientId }) => ({ conversationId, seq, clientId })))
        }
        backup = xiaoer(server.dataDir, 'backup', join(home, 'backups')).finally(() => {
          backedUp = true
        })
      }),
    ),
  )
  const said = await backup
  const [name = ''] = await readdir(join(home, 'backups'))
  await xiaoer(join(home, 'data'), 'restore', join(home, 'backups', name))
  const { storage } = await openSqlite(join(home, 'data', 'xiaoer.db'))
  const lost = []
  for (const { conversationId, seq, clientId } of promised) {
    const message = await storage.messages.find(conversationId, seq)
    if (message?.clientId !== clientId) lost.push({ conversationId, seq })
  }
  await storage.close()
  for (const client of clients) client.close()
  await rm(home, { recursive: true })

  expect(said).toContain('the integrity check passed')
  expect(promised.length).toBeGreaterThanOrEqual(BEGIN_AFTER - CLIENTS)
  expect(during).toBeGreaterThan(0)
  expect(lost).toEqual([])
})

it('is made by the server itself, in a thread of its own, as soon as it is asked to', {
  timeout: FAULT_TIMEOUT,
}, async () => {
  const home = await mkdtemp(join(tmpdir(), 'xiaoer-backup-'))
  const folder = join(home, 'backups')
  await using server = await startServer({
    knowledge: TEST_SHOP,
    environment: { DEMO: 'false', BACKUP_DIR: folder, LOG_LEVEL: 'info' },
  })
  const listMade = async () => (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('xiaoer-'))

  await expect.poll(listMade, PATIENCE).toHaveLength(1)
  const [name = ''] = await listMade()
  const said = await xiaoer(join(home, 'data'), 'restore', join(folder, name))
  await expect.poll(() => server.log(), PATIENCE).toContain('a backup was made')
  await rm(home, { recursive: true })

  expect(said).toContain('checksums and the integrity check passed')
})
