import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Message } from '../../src/domain/message.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { type OpenedStorage, openSqlite } from '../../src/storage/sqlite.ts'
import { createDatabase, POSTGRES_URL } from '../support/postgres-database.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import { createStubbornClient, type StubbornClient } from '../support/stubborn-client.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'

const CLIENTS = 20
const MESSAGES = 15
const QUESTIONS = ['包邮吗', '什么时候发货', '今天拍今天能发吗', '你好', '运费多少钱']
/** Kills are placed by progress, not by time: this share of all messages has been acknowledged. */
const KILLS = [0.2, 0.5, 0.8]

interface Verdict {
  readonly lost: number
  readonly duplicated: number
  readonly gaps: number
  /** Questions without exactly one answer. */
  readonly misanswered: number
  readonly unseen: number
}

function judge(client: StubbornClient, stored: readonly Message[]): Verdict {
  const questions = stored.filter(({ author }) => author.kind === 'customer')
  const answered = stored.flatMap(({ explanation }) => (explanation ? [explanation.heardSeq] : []))
  return {
    lost: client.attempts.filter(
      ({ seq, clientId }) => !stored.some((one) => one.seq === seq && one.clientId === clientId),
    ).length,
    duplicated: questions.length - new Set(questions.map(({ clientId }) => clientId)).size,
    gaps: stored.filter(({ seq }, index) => seq !== index + 1).length,
    misanswered: questions.filter(({ seq }) => answered.filter((heard) => heard === seq).length !== 1).length,
    unseen: stored.filter(({ seq }) => !client.seen.has(seq)).length,
  }
}

it('loses nothing, doubles nothing and answers each question once on SQLite', { timeout: 90_000 }, async () => {
  await using server = await startServer({ knowledge: TEST_SHOP, environment: { DEMO: 'false' } })

  await sendThroughKills(server, () => openSqlite(join(server.dataDir, 'xiaoer.db')))
})

it.skipIf(!POSTGRES_URL)('does the same on PostgreSQL', { timeout: 90_000 }, async () => {
  const database = await createDatabase()
  await using server = await startServer({
    knowledge: TEST_SHOP,
    environment: { DEMO: 'false', DATABASE_URL: database.url },
  })

  await sendThroughKills(server, () => openPostgres(database.url))
  await database.drop()
})

/** Twenty shoppers send while the server is killed; then the database itself is asked. */
async function sendThroughKills(server: ServerProcess, open: () => Promise<OpenedStorage>): Promise<void> {
  const clients = Array.from({ length: CLIENTS }, () => createStubbornClient(server.url))
  let acknowledged = 0
  const due = KILLS.map((share) => Math.round(share * CLIENTS * MESSAGES))
  let kills = Promise.resolve()
  // A server that does not come back must end the test, not leave twenty clients waiting for it.
  let giveUp: (error: unknown) => void = () => undefined
  const gaveUp = new Promise<never>((_, reject) => {
    giveUp = reject
  })
  const count = () => {
    acknowledged += 1
    if (acknowledged !== due[0]) return
    due.shift()
    kills = kills.then(() => server.kill()).then(() => server.restart())
    kills.catch(giveUp)
  }
  const texts = Array.from({ length: MESSAGES }, (_, n) => QUESTIONS[n % QUESTIONS.length] ?? '')

  await Promise.race([Promise.all(clients.map((client) => client.sendAll(texts, count))), gaveUp])
  await kills
  await Promise.all(clients.map((client) => settle(client)))
  const code = await server.stop()

  const { storage } = await open()
  const verdicts = await Promise.all(
    clients.map(async (client) => {
      const id = client.seen.get(1)?.conversationId ?? ''
      return judge(client, await storage.messages.listAfter(id, 0, 1000))
    }),
  )
  await storage.close()
  for (const client of clients) client.close()
  expect(due).toEqual([])
  expect(code).toBe(0)
  expect(verdicts).toEqual(Array(CLIENTS).fill({ lost: 0, duplicated: 0, gaps: 0, misanswered: 0, unseen: 0 }))
}

/** Until the client has seen a question and an answer for each message. */
async function settle(client: StubbornClient): Promise<void> {
  while (client.seen.size < 2 * MESSAGES) {
    await client.catchUp()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
