import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { type Message, wordsOf } from '../../src/domain/message.ts'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import { createStubbornClient, type StubbornClient } from '../support/stubborn-client.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { judgeAll, readHistory, sound } from './checker.ts'
import { FAULT_TIMEOUT, PATIENCE } from './long-run.ts'

const SHOPPERS = 3
const FEE_QUESTION = '包邮吗'
const QUESTIONS = [FEE_QUESTION, '什么时候发货', '你好']
/** Words that nobody has taught before the last edit does. */
const NEW_WORDS = '呼噜呼噜哗啦啦'
const SERVES = '"new knowledge serves"'
const REFUSED = 'the old goes on'

it('keeps every message, its order and its one answer while the owner edits', { timeout: FAULT_TIMEOUT }, async () => {
  await using server = await startServer({ knowledge: TEST_SHOP, environment: { DEMO: 'false' } })
  const file = join(server.knowledgeDir, 'faq/basics.yaml')
  const original = await readFile(file, 'utf8')
  const shoppers = Array.from({ length: SHOPPERS }, () => createStubbornClient(server.url))
  const closing = new AbortController()
  const talks = shoppers.map((client) => talk(client, closing.signal))
  // A shopper who is refused ends the test at once, not when the patience for an edit ends.
  const refused = Promise.all(talks).then(() => undefined)

  await Promise.race([refused, edit(server, file, original, shoppers)])
  closing.abort()
  await refused
  await Promise.all(shoppers.map((client) => client.sendAll([NEW_WORDS], () => undefined)))
  await Promise.all(shoppers.map(settle))
  const code = await server.stop()

  const histories = await readHistories(server, shoppers)
  for (const client of shoppers) client.close()
  expect(code).toBe(0)
  const sent = shoppers.reduce((sum, { attempts }) => sum + attempts.length, 0)
  expect(judgeAll(shoppers.map((client, at) => [client, histories[at] ?? []] as const))).toEqual(sound(sent))
  for (const history of histories) {
    expect(toEditions(history)).toEqual([0, 1, 2, 3, 4])
    expect(history.at(-1)?.body).toMatchObject({ text: feeOf(4) })
  }
})

/** The owner saves answers, a broken file, the mended one, and an example; each is waited for before the next. */
async function edit(server: ServerProcess, file: string, original: string, shoppers: readonly StubbornClient[]) {
  const edition = (number: number) => original.replace('全场包邮', feeOf(number))
  await vi.waitFor(() => expectFromAll(shoppers, feeOf(0)), PATIENCE)

  await saveUnderLoad(shoppers, file, edition(1), () => expectFromAll(shoppers, feeOf(1)))
  await saveUnderLoad(shoppers, file, edition(2), () => expectFromAll(shoppers, feeOf(2)))
  await saveUnderLoad(shoppers, file, `${edition(9)}\n  - id: [oops\n`, () => expect(server.log()).toContain(REFUSED))
  await saveUnderLoad(shoppers, file, edition(3), () => expectFromAll(shoppers, feeOf(3)))
  const taught = edition(4).replace(`[${FEE_QUESTION},`, `[${FEE_QUESTION}, ${NEW_WORDS},`)
  await saveUnderLoad(shoppers, file, taught, () => expectFromAll(shoppers, feeOf(4)))
  expect(server.log().split(SERVES).length - 1).toBeGreaterThanOrEqual(4)
}

/** Saves, waits until it shows, and holds that every shopper was heard meanwhile and is heard after it. */
async function saveUnderLoad(shoppers: readonly StubbornClient[], file: string, text: string, shows: () => void) {
  const before = shoppers.map(countAcknowledged)
  await writeFile(file, text)
  await vi.waitFor(shows, PATIENCE)
  await vi.waitFor(() => {
    for (const [at, client] of shoppers.entries()) expect(countAcknowledged(client)).toBeGreaterThan(before[at] ?? 0)
  }, PATIENCE)
}

function feeOf(edition: number): string {
  return edition === 0 ? '全场包邮' : `全场包邮（第${edition}版）`
}

async function talk(client: StubbornClient, closing: AbortSignal): Promise<void> {
  for (let at = 0; !closing.aborted; at++) {
    await client.sendAll([QUESTIONS[at % QUESTIONS.length] ?? ''], () => undefined)
  }
}

function countAcknowledged({ attempts }: StubbornClient): number {
  return attempts.filter(({ seq }) => seq !== undefined).length
}

function expectFromAll(shoppers: readonly StubbornClient[], text: string): void {
  for (const { seen } of shoppers) expect([...seen.values()].some(({ body }) => textOf(body) === text)).toBe(true)
}

function textOf(body: object): string | undefined {
  return 'text' in body && typeof body.text === 'string' ? body.text : undefined
}

/** Until the shopper has seen a question and an answer for each message. */
async function settle(client: StubbornClient): Promise<void> {
  await vi.waitFor(async () => {
    await client.catchUp()
    expect(client.seen.size).toBeGreaterThanOrEqual(2 * client.attempts.length)
  }, PATIENCE)
}

async function readHistories(server: ServerProcess, shoppers: readonly StubbornClient[]) {
  const { storage } = await openSqlite(join(server.dataDir, 'xiaoer.db'))
  const histories = await Promise.all(shoppers.map((client) => readHistory(storage, client)))
  await storage.close()
  return histories
}

/** The editions in which the question about the fee was answered, as they came; one that comes back is there twice. */
function toEditions(history: readonly Message[]): readonly number[] {
  const editions: number[] = []
  for (const { body, author } of history) {
    const said = author.kind === 'bot' ? wordsOf(body) : ''
    if (!said.startsWith(feeOf(0))) continue
    const edition = Number(/第(\d+)版/.exec(said)?.[1] ?? 0)
    if (editions.at(-1) !== edition) editions.push(edition)
  }
  return editions
}
