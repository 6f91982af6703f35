import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { startProxy, type TcpProxy } from '../support/bad-line.ts'
import { countOpenFiles, type ServerProcess, startServer } from '../support/server-process.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { judgeFrom, sound } from './checker.ts'
import { close, sendThrough } from './crowd.ts'
import { FAULT_TIMEOUT, PATIENCE } from './long-run.ts'

const LOAD = { clients: 10, messages: 8 }
const TIMED = { timeout: FAULT_TIMEOUT }
const ALL = LOAD.clients * LOAD.messages
/** From the middle of the handshake's first line to the middle of the third frame. */
const CUTS = [1, 40, 120, 250, 300, 340, 380, 420, 460, 500, 560, 620, 700, 800]

let server: ServerProcess
let proxy: TcpProxy

beforeAll(async () => {
  server = await startServer({ knowledge: TEST_SHOP, environment: { DEMO: 'false' } })
  proxy = await startProxy(server.url)
}, FAULT_TIMEOUT)
afterAll(async () => {
  await proxy[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

it('loses and doubles nothing when every connection is reset', TIMED, async () => {
  expect(await sendBroken([0.1, 0.35, 0.6, 0.85], async () => proxy.reset())).toEqual(sound(ALL))
})

it('loses and doubles nothing when lines go silent without a word', TIMED, async () => {
  expect(await sendBroken([0.2, 0.6], async () => proxy.silence())).toEqual(sound(ALL))
})

it('loses and doubles nothing when connections break within a frame', TIMED, async () => {
  const cuts = [...CUTS]
  const strike = async () => {
    proxy.cutAfter(cuts.shift())
    proxy.reset()
    // Whoever comes back meanwhile is cut; a while later it may come through.
    await wait(150)
    proxy.cutAfter(undefined)
  }

  expect(
    await sendBroken(
      CUTS.map((_, at) => (at + 1) / (CUTS.length + 2)),
      strike,
    ),
  ).toEqual(sound(ALL))
  expect(cuts).toEqual([])
})

it(
  'serves others while two hundred handshakes are never finished, and lets those go that end',
  TIMED,
  async ({ skip }) => {
    skip(process.platform !== 'linux', 'open files are counted where the system shows them: needs Linux')
    const before = await countOpenFiles(server.pid())
    const slow = await Promise.all(Array.from({ length: 200 }, () => beginHandshake(server.url)))

    const verdict = await sendBroken([], async () => undefined)
    for (const socket of slow) socket.destroy()

    expect(verdict).toEqual(sound(ALL))
    await expect.poll(() => countOpenFiles(server.pid()), PATIENCE).toBeLessThanOrEqual(before + 5)
  },
)

async function sendBroken(at: readonly number[], strike: (which: number) => Promise<void>) {
  const clients = await sendThrough(proxy.url, { ...LOAD, at, strike })
  // Beside the running server, as a command would read it.
  const { storage } = await openSqlite(join(server.dataDir, 'xiaoer.db'), { shared: true })
  const verdict = await judgeFrom(storage, clients)
  await storage.close()
  close(clients)
  return verdict
}

/** A connection that sends half of a WebSocket handshake and nothing more. */
async function beginHandshake(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  await new Promise((resolve) => {
    socket.once('connect', resolve)
  })
  socket.write('GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: shop.example\r\nUpgrade: webs')
  return socket
}
