import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { openSession } from '../../src/actions/agents/sessions.ts'
import { postCustomerMessage } from '../../src/actions/conversations/post-customer-message.ts'
import { type Session, startSession } from '../../src/actions/customers/start-session.ts'
import type { Deps } from '../../src/actions/deps.ts'
import { type App, createApp } from '../../src/app/app.ts'
import { createLog } from '../../src/app/log.ts'
import { openMemory } from '../../src/app/open-storage.ts'
import { type Config, loadConfig } from '../../src/config/config.ts'
import type { Agent, Role } from '../../src/domain/agent.ts'
import type { DomainEvent } from '../../src/domain/events.ts'
import type { KnowledgeBase } from '../../src/domain/knowledge.ts'
import type { Message } from '../../src/domain/message.ts'
import type { Log } from '../../src/ports/world.ts'
import type { OpenedStorage } from '../../src/storage/sqlite.ts'
import { createClock } from './clock.ts'
import { serveTestShop, TEST_SHOP } from './test-knowledge.ts'

export const IDENTITY_SECRET = 'a-secret-that-only-the-test-shop-knows'

export interface TestApp extends AsyncDisposable {
  readonly app: App
  readonly deps: Deps
  readonly clock: ReturnType<typeof createClock>
  /** Everything published so far. */
  readonly published: readonly DomainEvent[]
  /** A new visitor's session. */
  visitor(): Promise<Session>
  /** Says something as the shopper and waits until 小二's turn is over. */
  say(session: Session, text: string): Promise<Message>
  transcript(session: Session): Promise<readonly Message[]>
  /** A new agent; `present` is on duty as if a browser were connected. */
  agent(name: string, options?: { role?: Role; present?: boolean }): Promise<Agent>
}

export interface TestOptions {
  readonly knowledge?: (knowledge: KnowledgeBase) => KnowledgeBase
  readonly environment?: Readonly<Record<string, string>>
  /** Another database than SQLite in memory; it stays open when the app stops. */
  readonly opened?: OpenedStorage
  /** Where it writes its log; nowhere where it is left out. */
  readonly log?: Log
  /** A knowledge folder of the test's own, which is really served, instead of the small test shop. */
  readonly folder?: string
  /** Where models are found that another test has trained. */
  readonly models?: string
  /** Whether what is saved in that folder is taken up. */
  readonly watch?: boolean
}

/** The whole application on SQLite in memory (or what it is given) and the small test shop, with a clock that stands still. */
export async function startTestApp(options: TestOptions = {}): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'xiaoer-test-'))
  const { folder, watch = false } = options
  // A copy: what is published must not be written among the tests.
  const knowledgeDir = folder ?? join(dataDir, 'shop')
  if (folder === undefined) await cp(TEST_SHOP, knowledgeDir, { recursive: true })
  const config = testConfig(dataDir, { KNOWLEDGE_DIR: knowledgeDir, ...options.environment })
  if (options.models !== undefined) await symlink(options.models, join(dataDir, 'models'))
  const clock = createClock()
  const opened = options.opened ? keptOpen(options.opened) : await openMemory()
  const { products } = opened.storage
  const live = folder === undefined ? await serveTestShop(options.knowledge, products, knowledgeDir) : undefined
  const log = options.log ?? createLog('silent')
  const app = await createApp(config, { opened, log, clock, watch, ...(live && { live }) })
  live?.tell(app.deps.publisher)
  const published: DomainEvent[] = []
  app.events.subscribe((event) => published.push(event))

  let said = 0
  return {
    app,
    deps: app.deps,
    clock,
    published,
    visitor: () => startSession(app.deps, { locale: 'zh' }),
    say: async ({ conversation, customer }, text) => {
      said += 1
      const body = { kind: 'text', text } as const
      const clientId = `client-${said}`
      const message = await postCustomerMessage(app.deps, {
        conversationId: conversation.id,
        customerId: customer.id,
        clientId,
        body,
      })
      await app.deps.lanes.run(message.conversationId, async () => undefined)
      return message
    },
    transcript: ({ conversation }) => app.deps.storage.messages.listAfter(conversation.id, 0, 1000),
    agent: (name, { role = 'agent', present = true } = {}) => createAgent(app, name, role, present),
    [Symbol.asyncDispose]: async () => {
      await app.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function keptOpen(opened: OpenedStorage): OpenedStorage {
  return { ...opened, storage: { ...opened.storage, close: async () => undefined } }
}

function testConfig(dataDir: string, environment: Readonly<Record<string, string>> = {}): Config {
  return loadConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    DEMO: 'false',
    LOG_LEVEL: 'silent',
    XIAOER_IDENTITY_SECRET: IDENTITY_SECRET,
    MESSAGE_RATE: '1000/1',
    SESSION_RATE: '1000/1',
    VISITOR_RATE: '1000/1',
    ADDRESS_RATE: '10000/1',
    ...environment,
  })
}

/** As an accepted invite makes one, but without a password: to hash it takes longer than most tests. */
async function createAgent(app: App, name: string, role: Role, present: boolean): Promise<Agent> {
  const { clock, ids, roster, storage } = app.deps
  const agent: Agent = {
    id: ids.next(),
    login: `${name.toLowerCase()}-${role}`,
    name,
    role,
    active: true,
    presence: 'online',
    createdAt: clock.now(),
    groups: [],
  }
  await storage.agents.create(agent, 'no password opens this')
  await roster.refresh()
  if (present) await app.connections.add(agent.id)
  return agent
}

/** A connected client, and everything it was told. */
export interface TestClient extends Disposable {
  readonly socket: Socket
  readonly heard: readonly { readonly event: string; readonly payload: never }[]
  /** Sends a request and resolves with its acknowledgement. */
  ask(event: string, payload?: object): Promise<Record<string, unknown> & { ok: boolean }>
  /** Resolves with the first payload of this event that fits, now or later. */
  hear<T = Record<string, unknown>>(event: string, fits?: (payload: T) => boolean): Promise<T>
}

/** Connects to a namespace of a listening app. */
export async function connect(
  url: string,
  options: { auth?: object; headers?: Record<string, string> } = {},
): Promise<TestClient> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: options.auth ?? {},
    extraHeaders: options.headers ?? {},
  })
  const heard: { event: string; payload: never }[] = []
  const waiting = new Set<() => void>()
  socket.onAny((event: string, payload: unknown) => {
    heard.push({ event, payload: payload as never })
    for (const look of waiting) look()
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', (error) => {
      socket.close()
      reject(error)
    })
  })
  return {
    socket,
    heard,
    ask: (event, payload = {}) => socket.timeout(30_000).emitWithAck(event, payload),
    hear: <T>(event: string, fits: (payload: T) => boolean = () => true) =>
      new Promise<T>((resolve) => {
        const look = () => {
          const found = heard.find((one) => one.event === event && fits(one.payload))
          if (!found) return
          waiting.delete(look)
          resolve(found.payload)
        }
        waiting.add(look)
        look()
      }),
    [Symbol.dispose]: () => socket.close(),
  }
}

/** A signed-in browser's cookie. */
export async function cookieOf({ deps }: TestApp, agent: Agent): Promise<string> {
  const { secret } = await openSession(deps, agent)
  return `xiaoer_session=${secret}`
}
