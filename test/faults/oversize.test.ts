import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { dial, openRawSocket, type RawSocket } from '../support/raw-socket.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import { createStubbornClient } from '../support/stubborn-client.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { FAULT_TIMEOUT } from './long-run.ts'

const KILOBYTES = 1024
const TOO_BIG = 1009
const CONTINUATION = 0

let server: ServerProcess

beforeAll(async () => {
  server = await startServer({ knowledge: TEST_SHOP, environment: { DEMO: 'false' } })
}, FAULT_TIMEOUT)
afterAll(() => server[Symbol.asyncDispose]())
afterEach(async () => {
  const other = createStubbornClient(server.url)
  await other.sendAll(['你好'], () => undefined)
  other.close()
  expect(other.attempts[0]?.seq).toBe(1)
})

async function enter(): Promise<RawSocket> {
  const socket = await openRawSocket(server.url)
  await socket.frame('40/widget,{"locale":"zh"}')
  await socket.says('session:started')
  return socket
}

it('refuses a text that is too long for a message and fits a frame', async () => {
  using socket = await enter()

  await socket.frame(`42/widget,7["message:send",${JSON.stringify({ text: 'x'.repeat(60 * KILOBYTES) })}]`)

  await socket.says('43/widget,7[{"ok":false,"code":"invalid_input"')
})

it('ends a connection at a frame of 70 KB', async () => {
  using socket = await enter()

  await socket.frame('x'.repeat(70 * KILOBYTES))

  expect(await socket.closed()).toBe(TOO_BIG)
})

it('ends a connection whose frame announces 50 MB, before it has come', async () => {
  using socket = await enter()

  await socket.frame('x', { announced: 50 * KILOBYTES * KILOBYTES })

  expect(await socket.closed()).toBe(TOO_BIG)
})

it('ends a connection whose ten thousand fragments come to more than a frame may hold', async () => {
  using socket = await enter()

  for (let n = 0; n < 10_000; n += 1) await socket.frame('12345678', { fin: false, opcode: n === 0 ? 1 : CONTINUATION })

  expect(await socket.closed()).toBe(TOO_BIG)
})

it('puts a message together that comes in fragments of one letter', async () => {
  using socket = await enter()
  const clientId = 'client-in-pieces'
  const letters = [...`42/widget,9${JSON.stringify(['message:send', { clientId, kind: 'text', text: '包邮吗' }])}`]

  for (const [n, letter] of letters.entries()) {
    await socket.frame(letter, { fin: n === letters.length - 1, opcode: n === 0 ? 1 : CONTINUATION })
  }

  await socket.says('43/widget,9[{"ok":true,"seq":1')
})

it('refuses a megabyte of headers', async () => {
  const socket = await dial(server.url)
  socket.write(`GET / HTTP/1.1\r\nHost: shop.example\r\nX-Long: ${'x'.repeat(KILOBYTES * KILOBYTES)}\r\n\r\n`)

  const [answer] = (await once(socket, 'data')) as [Buffer]
  socket.destroy()

  expect(answer.toString()).toMatch(/^HTTP\/1\.1 431 /)
})

it('refuses a body of two megabytes', async () => {
  const response = await fetch(`${server.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'x'.repeat(2 * KILOBYTES * KILOBYTES) }),
  })

  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, 'invalid_input'])
})
