import { randomUUID } from 'node:crypto'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, it } from 'vitest'
import type { Agent } from '../../src/domain/agent.ts'
import type { ConversationEvent, Message } from '../../src/domain/message.ts'
import type { Storage } from '../../src/ports/storage.ts'
import { secrets } from '../../src/security/secrets.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { redisUrlOf, SHARED_SECRET, startRedisLine } from '../support/nodes.ts'
import { createDatabase } from '../support/postgres-database.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import { createStubbornAgent, type StubbornAgent } from '../support/stubborn-agent.ts'
import { createStubbornClient, type StubbornClient } from '../support/stubborn-client.ts'
import { startProxy } from '../support/tcp-proxy.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { onPostgresAndRedis } from './engines.ts'
import { FAULT_TIMEOUT, STILL_MILLISECONDS } from './long-run.ts'

const { missing } = onPostgresAndRedis
const WITH_BOT = 36
const WITH_PEOPLE = 24
const AGENTS = 6
const QUESTIONS = 10
const LINES = 5
/** Between two messages of one person: all of them together must not be over before the faults are. */
const BREATH_MILLISECONDS = 200
const REDIS_AWAY_MILLISECONDS = 2500
const ASKED = ['包邮吗', '什么时候发货', '今天拍今天能发吗', '你好', '运费多少钱']

/** A shopper, the place of the node that a proxy would prefer for them, and their conversation once there is one. */
interface Shopper {
  readonly client: StubbornClient
  readonly place: number
}

const idOf = ({ client }: Shopper) => client.seen.get(1)?.conversationId ?? ''

it('loses and doubles nothing on three nodes, of which one dies, while Redis and the database fail', {
  timeout: FAULT_TIMEOUT,
}, async ({ skip }) => {
  skip(missing !== undefined, missing)
  const database = await createDatabase()
  const { storage } = await openPostgres(database.url)
  const staff = await hire(storage)
  await using line = await startRedisLine()
  const servers = await Promise.all(Array.from({ length: 3 }, () => startNode(database.url, redisUrlOf(line))))
  const ports = servers.map(({ url }) => Number(new URL(url).port))
  const entrances = await Promise.all(ports.map((_, at) => startProxy([...ports.slice(at), ...ports.slice(0, at)])))
  const entrance = (place: number) => `http://127.0.0.1:${entrances[place % 3]?.port}`

  const shoppers = Array.from({ length: WITH_BOT + WITH_PEOPLE }, (_, n): Shopper => {
    return { client: createStubbornClient(entrance(n)), place: n % 3 }
  })
  const agents = staff.map(({ agent, secret }, n) => ({
    place: n % 3,
    desk: createStubbornAgent(entrance(n), agent, secret),
  }))
  const faults = planFaults({ servers, cut: line.cut, mend: line.mend, database: database.url })

  await faults.during(async (count) => {
    await Promise.all([
      ...shoppers.slice(0, WITH_BOT).map((shopper) => talkWithBot(shopper, count)),
      ...shoppers.slice(WITH_BOT).map((shopper) => talkWithPeople(shopper, { agents, storage, count })),
    ])
  })
  await Promise.all(shoppers.map((one) => seeAll(one, storage)))
  await hearLive(shoppers.slice(WITH_BOT), agents, storage)

  for (const { client } of shoppers) client.close()
  for (const { desk } of agents) desk.close()
  const codes = await Promise.all(servers.map((server) => server.stop()))
  const transcripts = await Promise.all(shoppers.map((one) => storage.messages.listAfter(idOf(one), 0, 1000)))
  const verdicts = shoppers.map((one, at) => judge(one, transcripts[at] ?? [], agents))
  const owners = await Promise.all(shoppers.slice(WITH_BOT).map((one) => storage.conversations.find(idOf(one))))
  await storage.close()
  for (const server of servers) await server[Symbol.asyncDispose]()
  for (const proxy of entrances) await proxy[Symbol.asyncDispose]()
  await database.drop()

  expect(faults.left()).toEqual([])
  expect(codes).toEqual([0, 0, 0])
  expect(owners.map((one) => one?.status)).toEqual(Array(WITH_PEOPLE).fill('assigned'))
  expect(verdicts.slice(0, WITH_BOT)).toEqual(Array(WITH_BOT).fill({ ...CLEAN, owners: 0, taken: 0 }))
  expect(verdicts.slice(WITH_BOT)).toEqual(Array(WITH_PEOPLE).fill({ ...CLEAN, owners: 1, taken: 1 }))
})

it('lets one node after the other be stopped and started while shoppers talk', { timeout: FAULT_TIMEOUT }, async ({
  skip,
}) => {
  skip(missing !== undefined, missing)
  const database = await createDatabase()
  const { storage } = await openPostgres(database.url)
  await using line = await startRedisLine()
  const servers = await Promise.all([1, 2].map(() => startNode(database.url, redisUrlOf(line))))
  const ports = servers.map(({ url }) => Number(new URL(url).port))
  const entrances = [await startProxy(ports), await startProxy(ports.toReversed())]
  const shoppers = Array.from({ length: WITH_BOT }, (_, n): Shopper => {
    return { client: createStubbornClient(`http://127.0.0.1:${entrances[n % 2]?.port}`), place: n % 2 }
  })
  const codes: (number | null)[] = []
  const talkOn = async ({ client }: Shopper) => {
    while (codes.length < servers.length) {
      await client.sendAll([ASKED[client.attempts.length % ASKED.length] ?? ''], () => undefined)
      await pause(BREATH_MILLISECONDS)
    }
  }

  const talks = Promise.all(shoppers.map(talkOn))
  for (const server of servers) {
    const said = shoppers.map(({ client }) => client.attempts.length)
    while (shoppers.some(({ client }, at) => client.attempts.length < (said[at] ?? 0) + 2)) await pause(10)
    const code = await stopInTime(server)
    await server.restart()
    codes.push(code)
  }
  await talks
  await Promise.all(shoppers.map((one) => seeAll(one, storage)))
  for (const { client } of shoppers) client.close()
  const transcripts = await Promise.all(shoppers.map((one) => storage.messages.listAfter(idOf(one), 0, 1000)))
  for (const server of servers) await server[Symbol.asyncDispose]()
  for (const proxy of entrances) await proxy[Symbol.asyncDispose]()
  await storage.close()
  await database.drop()

  expect(codes).toEqual([0, 0])
  expect(shoppers.map((one, at) => judge(one, transcripts[at] ?? [], []))).toEqual(
    Array(WITH_BOT).fill({ ...CLEAN, owners: 0, taken: 0 }),
  )
})

/** As whoever runs the processes does it: SIGTERM, and after a while the knife, which leaves no exit code. */
async function stopInTime(server: ServerProcess): Promise<number | null> {
  const knife = setTimeout(() => void server.kill(), STILL_MILLISECONDS)
  const code = await server.stop()
  clearTimeout(knife)
  return code
}

async function hire(storage: Storage): Promise<readonly { agent: Agent; secret: string }[]> {
  const staff = Array.from({ length: AGENTS }, (_, n) => {
    const agent: Agent = {
      id: randomUUID(),
      login: `agent-${n}`,
      name: `客服${n}`,
      role: 'agent',
      active: true,
      presence: 'online',
      createdAt: Date.now(),
      groups: [],
      limit: WITH_PEOPLE,
    }
    return { agent, ...secrets.issue() }
  })
  for (const { agent, hash } of staff) {
    await storage.agents.create(agent, 'no password opens this')
    await storage.agents.update(agent.id, { limit: WITH_PEOPLE })
    await storage.access.createSession(hash, agent.id, { at: Date.now(), expiresAt: Date.now() + 3_600_000 })
  }
  return staff
}

function startNode(databaseUrl: string, redisUrl: string): Promise<ServerProcess> {
  return startServer({
    knowledge: TEST_SHOP,
    environment: { DEMO: 'false', DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, XIAOER_SECRET: SHARED_SECRET },
    // Agents take by themselves: here several want the same shopper at once.
    prepare: (folder) => appendFile(join(folder, 'shop.yaml'), 'desk: {strategy: manual}\n'),
  })
}

/** Faults are placed by progress, not by time: this share of all messages has been acknowledged. */
function planFaults(world: {
  readonly servers: readonly ServerProcess[]
  readonly cut: () => void
  readonly mend: () => void
  readonly database: string
}) {
  const all = WITH_BOT * QUESTIONS + WITH_PEOPLE * 2 * LINES
  const first = world.servers[0]
  const plan: { readonly at: number; readonly name: string; run(): Promise<void> }[] = [
    { at: 0.15, name: 'kill a node', run: async () => first?.kill() },
    {
      at: 0.35,
      name: 'Redis away',
      run: async () => {
        world.cut()
        await pause(REDIS_AWAY_MILLISECONDS)
        world.mend()
      },
    },
    { at: 0.5, name: 'drop all connections of the database', run: () => terminateAll(world.database) },
    { at: 0.65, name: 'the node comes back', run: async () => first?.restart() },
    { at: 0.8, name: 'drop all connections of the database again', run: () => terminateAll(world.database) },
  ]
  let acknowledged = 0
  let running: Promise<unknown> = Promise.resolve()
  return {
    left: () => plan.map(({ name }) => name),
    during: async (talk: (count: () => void) => Promise<void>) => {
      // A server that does not come back must end the test, not leave its clients waiting for it.
      let giveUp: (error: unknown) => void = () => undefined
      const gaveUp = new Promise<never>((_, reject) => {
        giveUp = reject
      })
      const count = () => {
        acknowledged += 1
        while (plan[0] && acknowledged >= plan[0].at * all) {
          const fault = plan.shift()?.run()
          running = Promise.all([running, fault])
          running.catch(giveUp)
        }
      }
      await Promise.race([talk(count), gaveUp])
      await running
    },
  }
}

async function terminateAll(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'the test itself'`,
  )
  await client.end()
}

async function talkWithBot({ client }: Shopper, count: () => void): Promise<void> {
  for (let n = 0; n < QUESTIONS; n += 1) {
    await client.sendAll([ASKED[n % ASKED.length] ?? ''], count)
    await pause(BREATH_MILLISECONDS)
  }
}

/** The shopper asks for a person; all agents of other nodes want the conversation, one has it, and they talk. */
async function talkWithPeople(
  shopper: Shopper,
  { agents, storage, count }: { agents: readonly Placed[]; storage: Storage; count: () => void },
): Promise<void> {
  const { client, place } = shopper
  await client.sendAll(['你好'], count)
  while (idOf(shopper) === '') await client.catchUp()
  const conversationId = idOf(shopper)
  await client.ask('handoff:request', {})
  await Promise.all(agents.filter((one) => one.place !== place).map(({ desk }) => desk.claim(conversationId)))
  const desk = await ownerOf(conversationId, agents, storage)
  for (let n = 0; n < LINES; n += 1) {
    await desk.say(conversationId, `第 ${n} 句，您请讲`)
    count()
    if (n > 0) await client.sendAll([`我说第 ${n} 句`], count)
    await pause(BREATH_MILLISECONDS)
  }
}

interface Placed {
  readonly place: number
  readonly desk: StubbornAgent
}

async function ownerOf(id: string, agents: readonly Placed[], storage: Storage): Promise<StubbornAgent> {
  const conversation = await patiently(() => storage.conversations.find(id))
  const owner = conversation?.status === 'assigned' ? conversation.agentId : undefined
  const found = agents.find(({ desk }) => desk.agent.id === owner)
  if (!found) throw new Error(`nobody has ${id}: ${conversation?.status}`)
  return found.desk
}

/** The test asks the database too while its connections are dropped. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask()
    } catch (error) {
      if (tries === 20) throw error
      await pause(50)
    }
  }
}

/** Until the shopper has seen everything, and every question that is the bot's has its answer. */
async function seeAll(shopper: Shopper, storage: Storage): Promise<void> {
  // Where even the first message was acknowledged on another connection than it was told on.
  while (idOf(shopper) === '') await shopper.client.catchUp()
  for (;;) {
    const stored = await patiently(() => storage.messages.listAfter(idOf(shopper), 0, 1000))
    const conversation = await patiently(() => storage.conversations.find(idOf(shopper)))
    const asked = stored.filter(({ author }) => author.kind === 'customer').length
    const answers = stored.filter(({ explanation }) => explanation).length
    const isAnswered = conversation?.status === 'assigned' || answers >= asked
    if (isAnswered && stored.every(({ seq }) => shopper.client.seen.has(seq))) return
    await shopper.client.catchUp()
    await pause(50)
  }
}

/** When all is well again, a word at one node is heard at another without asking. */
async function hearLive(shoppers: readonly Shopper[], agents: readonly Placed[], storage: Storage): Promise<void> {
  await Promise.all(
    shoppers.map(async (shopper) => {
      const desk = await ownerOf(idOf(shopper), agents, storage)
      await desk.say(idOf(shopper), '再见')
      const last = desk.said.findLast(({ conversationId }) => conversationId === idOf(shopper))?.seq ?? 0
      while (!shopper.client.seen.has(last)) await pause(20)
    }),
  )
}

const CLEAN = { lost: 0, doubled: 0, gaps: 0, misanswered: 0, unseen: 0 }

function judge({ client }: Shopper, stored: readonly Message[], agents: readonly Placed[]) {
  const id = stored[0]?.conversationId
  const said = [
    ...client.attempts,
    ...agents.flatMap(({ desk }) => desk.said.filter(({ conversationId }) => conversationId === id)),
  ]
  const texts = stored.filter(({ body, author }) => body.kind === 'text' && ['customer', 'agent'].includes(author.kind))
  const takenAt = stored.find(({ author }) => author.kind === 'agent')?.seq ?? Number.POSITIVE_INFINITY
  const forBot = stored.filter(({ author, seq }) => author.kind === 'customer' && seq < takenAt)
  const answered = stored.flatMap(({ explanation }) =>
    explanation && !explanation.rule.startsWith('handoff:') ? [explanation.heardSeq] : [],
  )
  const spoke = stored.flatMap(({ author }) => (author.kind === 'agent' ? [author.id] : []))
  return {
    lost: said.filter(({ seq, clientId }) => !stored.some((one) => one.seq === seq && one.clientId === clientId))
      .length,
    doubled: texts.length - new Set(texts.map(({ clientId }) => clientId)).size,
    gaps: stored.filter(({ seq }, index) => seq !== index + 1).length,
    misanswered: forBot.filter(({ seq }) => answered.filter((heard) => heard === seq).length !== 1).length,
    unseen: stored.filter(({ seq }) => !client.seen.has(seq)).length,
    owners: new Set(spoke).size,
    // What returned to the queue, because an agent was away for too long, was taken once more.
    taken: countEvents(stored, 'assigned') - countEvents(stored, 'returned_to_queue'),
  }
}

function countEvents(stored: readonly Message[], name: ConversationEvent['name']): number {
  return stored.filter(({ body }) => body.kind === 'event' && body.event.name === name).length
}
