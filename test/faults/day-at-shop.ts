import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { openSession } from '../../src/actions/agents/sessions.ts'
import { changeCase } from '../../src/actions/cases/change-case.ts'
import { openCase } from '../../src/actions/cases/open-case.ts'
import { type App, createApp } from '../../src/app/app.ts'
import { createLog } from '../../src/app/log.ts'
import { loadConfig } from '../../src/config/config.ts'
import type { Agent } from '../../src/domain/agent.ts'
import { tick } from '../../src/jobs/clock.ts'
import type { Uploads } from '../../src/ports/world.ts'
import type { SessionStarted } from '../../src/protocol/widget.ts'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { createUploads } from '../../src/storage/uploads.ts'
import { createClock } from '../support/clock.ts'
import { PICTURES } from '../support/pictures.ts'
import { connect, type TestClient } from '../support/test-app.ts'
import { serveTestShop, TEST_SHOP } from '../support/test-knowledge.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const AGENTS = ['mina', 'zhou', 'lin']
const IDLE_MINUTES = 20
/** A number of ticks at which everything is done that is not done each time. */
const ALL_AT_ONCE = 120
const QUESTIONS = ['包邮吗', '什么时候发货', '今天拍今天能发吗', '你好', '运费多少钱']

/** A shop that is open: a server that listens on a database of its own, agents at their desks, and time that passes as it is told to. */
export interface Day extends AsyncDisposable {
  readonly app: App
  readonly database: string
  now(): number
  /** A minute: shoppers come, are served as far as they get, and go; then the clock does its work. */
  passMinute(): Promise<void>
  /** How many shoppers have been there. */
  visits(): number
  /** Nobody comes any more: whoever is still there is served, and people go home. */
  closeShop(): Promise<void>
  /** Time without anybody. */
  pass(milliseconds: number): Promise<void>
  /** Files that were sent and that no message shows. */
  listUnnamedUploads(): Promise<readonly string[]>
}

/** Keeps nothing of what it is told: what it kept would look like a leak of the server's. */
interface Desk {
  readonly agent: Agent
  ask(event: string, payload: object): Promise<{ ok: boolean }>
  leave(): void
}

/** A shopper who has been taken and is served later. */
interface Late {
  readonly conversationId: string
  readonly at: number
}

export async function openShop(dataDir: string): Promise<Day> {
  const database = join(dataDir, 'xiaoer.db')
  const clock = createClock()
  const opened = await openSqlite(database)
  const live = await serveTestShop(
    (knowledge) => ({
      ...knowledge,
      desk: { ...knowledge.desk, strategy: 'manual', idleMinutes: IDLE_MINUTES, limit: 500 },
    }),
    opened.storage.products,
  )
  const config = loadConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    KNOWLEDGE_DIR: TEST_SHOP,
    DEMO: 'false',
    MESSAGE_RATE: '1000/1',
    SESSION_RATE: '1000/1',
    VISITOR_RATE: '1000/1',
    ADDRESS_RATE: '10000/1',
  })
  const app = await createApp(config, { opened, log: createLog('silent'), clock, watch: false, live })
  live.tell(app.deps.publisher)
  const { url } = await app.listen()
  const { deps } = app
  const uploads = createUploads(join(dataDir, 'uploads'))
  const desks = await Promise.all(AGENTS.map((name) => sitDown(app, url, name)))
  const late: Late[] = []
  let visits = 0

  const visit = async (stay: (one: Visit) => Promise<void>) => {
    visits += 1
    const desk = desks[visits % desks.length]
    if (!desk) throw new Error('nobody is at the desk')
    using client = await connect(`${url}/widget`, { auth: { locale: 'zh' } })
    const { conversation, customer } = await client.hear<SessionStarted>('session:started')
    await stay({ app, uploads, client, desk, conversationId: conversation.id, customerId: customer.id, number: visits })
  }
  const serveLate = async (until: number) => {
    for (const one of late.filter(({ at }) => at <= until)) {
      late.splice(late.indexOf(one), 1)
      const holder = await holderOf(one.conversationId)
      await sayAs(holder, one.conversationId, '抱歉让您久等了')
      await expectOk(holder.ask('conversation:resolve', { conversationId: one.conversationId }))
    }
  }
  /** Whoever has it, or takes it now: what nobody answered has gone back to the queue. */
  const holderOf = async (conversationId: string): Promise<Desk> => {
    const found = await deps.storage.conversations.find(conversationId)
    const holder = desks.find(({ agent }) => found?.status === 'assigned' && found.agentId === agent.id)
    if (holder) return holder
    const [first] = desks
    if (!first) throw new Error('nobody is at the desk')
    await expectOk(first.ask('conversation:claim', { conversationId }))
    return first
  }
  const pass = async (milliseconds: number) => {
    clock.advance(milliseconds)
    await tick(deps, ALL_AT_ONCE)
  }

  return {
    app,
    database,
    now: clock.now,
    visits: () => visits,
    pass,
    passMinute: async () => {
      await Promise.all([visit(askOnly), visit(beServed), visit(askForThings), visit(giveUp)])
      await visit(async (one) => {
        await leaveWaiting(one)
        late.push({ conversationId: one.conversationId, at: clock.now() + 1.5 * IDLE_MINUTES * MINUTE })
      })
      await serveLate(clock.now())
      await pass(MINUTE)
    },
    closeShop: async () => {
      await pass(2 * IDLE_MINUTES * MINUTE)
      await serveLate(Number.POSITIVE_INFINITY)
      for (const desk of desks) desk.leave()
      await pass(MINUTE)
      await pass(30 * DAY)
    },
    listUnnamedUploads: async () => {
      const files = await readdir(join(dataDir, 'uploads'))
      const named = await deps.storage.conversations.list({ limit: 100_000 })
      const bodies = await Promise.all(
        named.map(async ({ id }) => JSON.stringify(await deps.storage.messages.listAfter(id, 0, 1000))),
      )
      return files.filter((name) => !bodies.some((body) => body.includes(name)))
    },
    [Symbol.asyncDispose]: async () => {
      for (const desk of desks) desk.leave()
      await app.stop()
    },
  }
}

interface Visit {
  readonly app: App
  readonly uploads: Uploads
  readonly client: TestClient
  readonly desk: Desk
  readonly conversationId: string
  readonly customerId: string
  readonly number: number
}

async function say({ app, client, conversationId, number }: Visit, text: string, nth: number): Promise<void> {
  await expectOk(client.ask('message:send', { clientId: `visit-${number}-${nth}`, kind: 'text', text }))
  await app.deps.lanes.run(conversationId, async () => undefined)
}

async function askOnly(one: Visit): Promise<void> {
  for (const nth of [1, 2]) await say(one, QUESTIONS[(one.number + nth) % QUESTIONS.length] ?? '', nth)
  await expectOk(one.client.ask('typing:set', { typing: true }))
}

/** Is answered by a person, sends a picture, and says what it was like. */
async function beServed(one: Visit): Promise<void> {
  const { uploads, client, desk, conversationId } = one
  await say(one, '包邮吗', 1)
  await expectOk(client.ask('handoff:request'))
  await expectOk(desk.ask('conversation:claim', { conversationId }))
  await expectOk(desk.ask('conversation:view', { conversationId, typing: true }))
  await expectOk(desk.ask('draft:set', { conversationId, text: '您请讲', note: false }))
  await sayAs(desk, conversationId, '您请讲')
  const picture = await uploads.save(PICTURES.png, 'png')
  await expectOk(
    client.ask('message:send', {
      clientId: `visit-${one.number}-picture`,
      kind: 'image',
      image: `/uploads/${picture}`,
    }),
  )
  await say(one, '什么时候发货', 3)
  await expectOk(desk.ask('conversation:resolve', { conversationId }))
  await expectOk(client.ask('rating:submit', { conversationId, target: 'agent', score: 5 }))
}

/** A case is opened, worked on and ended. */
async function askForThings(one: Visit): Promise<void> {
  const { app, conversationId, customerId, desk } = one
  await say(one, '你好', 1)
  const at = app.deps.clock.now()
  const draft = { title: '退货', customerId, conversationId, details: [], evidence: [] }
  const { number } = await openCase(app.deps, { ...draft, key: conversationId, type: 'return', dueAt: at + DAY, at })
  await changeCase(app.deps, desk.agent, { number, status: 'resolved', note: '已经处理好了' })
}

async function giveUp(one: Visit): Promise<void> {
  await say(one, '你好', 1)
  await expectOk(one.client.ask('handoff:request'))
  await expectOk(one.client.ask('handoff:cancel'))
}

/** Is taken, and nobody writes: goes back to the queue, and is served much later. */
async function leaveWaiting(one: Visit): Promise<void> {
  await say(one, '在吗', 1)
  await expectOk(one.client.ask('handoff:request'))
  await expectOk(one.desk.ask('conversation:claim', { conversationId: one.conversationId }))
}

let said = 0

async function sayAs(desk: Desk, conversationId: string, text: string): Promise<void> {
  said += 1
  await expectOk(desk.ask('message:send', { conversationId, clientId: `desk-said-${said}`, kind: 'text', text }))
}

async function expectOk(asked: Promise<{ ok: boolean }>): Promise<void> {
  const ack = await asked
  if (!ack.ok) throw new Error(`refused: ${JSON.stringify(ack)}`)
}

async function sitDown({ deps }: App, url: string, name: string): Promise<Desk> {
  const base = { id: name, login: name, name, role: 'agent', active: true, presence: 'online' } as const
  const agent: Agent = { ...base, createdAt: deps.clock.now(), groups: [] }
  await deps.storage.agents.create(agent, 'no password opens this')
  await deps.roster.refresh()
  const { secret } = await openSession(deps, agent)
  const socket = io(`${url}/console`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie: `xiaoer_session=${secret}` },
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return {
    agent,
    ask: (event, payload) => socket.timeout(60_000).emitWithAck(event, payload),
    leave: () => socket.close(),
  }
}
