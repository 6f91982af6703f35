import { setTimeout as wait } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import { expect, it } from 'vitest'
import { secrets } from '../../src/security/secrets.ts'
import type { OpenedStorage } from '../../src/storage/sqlite.ts'
import { startServer } from '../support/server-process.ts'
import { createStubbornClient } from '../support/stubborn-client.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { ENGINE_SETS } from './engines.ts'
import { FAULT_TIMEOUT, isLongRun } from './long-run.ts'

const AGENTS = 20
const WAITING = 200
/** A claim that went through and is answered too late counts for nobody: only a cut connection is given up. */
const TIMEOUT = 60_000

it.runIf(isLongRun).for(ENGINE_SETS)(
  'gives each waiting shopper to one agent on $name, whoever grabs and dies',
  { timeout: FAULT_TIMEOUT },
  async ({ missing, prepare }, { skip }) => {
    skip(missing !== undefined, missing)
    const ground = await prepare()
    await using server = await startServer({ knowledge: TEST_SHOP, environment: ground.environment })
    const waiting = await callForPeople(server.url)
    await server.stop()
    const cookies = await hireAgents(await ground.open(server.dataDir))
    await server.restart()
    const taken = new Map<string, Set<string>>()
    let claims = 0
    let restart: Promise<void> | undefined
    const agents = [...cookies].map(([id, cookie], at) => ({ id, at, socket: openDesk(server.url, cookie) }))

    await Promise.all(
      agents.map(async ({ id, at, socket }) => {
        for (let n = 0; n < WAITING; n += 1) {
          // Each begins elsewhere, and meets the others.
          const conversationId = waiting[(n + at * (WAITING / AGENTS)) % WAITING] ?? ''
          if (!(await claim(socket, conversationId))) continue
          taken.set(conversationId, (taken.get(conversationId) ?? new Set()).add(id))
          claims += 1
          if (claims === WAITING / 2) restart = server.kill().then(() => server.restart())
        }
      }),
    )
    await restart
    for (const { socket } of agents) socket.close()
    await server.stop()

    const { storage } = await ground.open(server.dataDir)
    const owners = await Promise.all(waiting.map((id) => storage.conversations.find(id)))
    await storage.close()
    await ground.drop()
    expect(restart).toBeDefined()
    expect(owners.filter((one) => one?.status !== 'assigned')).toEqual([])
    expect([...taken].filter(([, who]) => who.size !== 1)).toEqual([])
    // Whoever was told that it is theirs has it; a claim whose answer died with the server is somebody's all the same.
    expect(
      owners.filter((one) => one?.status === 'assigned' && taken.has(one.id) && !taken.get(one.id)?.has(one.agentId)),
    ).toEqual([])
  },
)

async function callForPeople(url: string): Promise<readonly string[]> {
  const shoppers = Array.from({ length: WAITING }, () => createStubbornClient(url))
  await Promise.all(shoppers.map((one) => one.sendAll(['转人工'], () => undefined)))
  for (const one of shoppers) one.close()
  return shoppers.map((one) => one.conversationId())
}

/** Their session cookies by their ids. */
async function hireAgents({ storage }: OpenedStorage): Promise<ReadonlyMap<string, string>> {
  const cookies = new Map<string, string>()
  for (let n = 0; n < AGENTS; n += 1) {
    const id = `agent-${n}`
    const person = { id, login: id, name: id, role: 'agent', active: true, presence: 'busy' } as const
    await storage.agents.create(
      { ...person, createdAt: Date.now(), groups: [], limit: WAITING },
      'no password opens this',
    )
    const { secret, hash } = secrets.issue()
    await storage.access.createSession(hash, id, { at: Date.now(), expiresAt: Date.now() + 3_600_000 })
    cookies.set(id, `xiaoer_session=${secret}`)
  }
  await storage.close()
  return cookies
}

function openDesk(url: string, cookie: string): Socket {
  return io(`${url}/console`, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 300,
    timeout: 2000,
    extraHeaders: { cookie },
  })
}

/** Asks until there is an answer; whether it was a yes. */
async function claim(socket: Socket, conversationId: string): Promise<boolean> {
  for (;;) {
    const ack = (await socket
      .timeout(TIMEOUT)
      .emitWithAck('conversation:claim', { conversationId })
      .catch(() => undefined)) as { ok: boolean; code?: string } | undefined
    if (ack?.ok) return true
    if (ack && ack.code !== 'too_many' && ack.code !== 'unavailable') return false
    await wait(50)
  }
}
