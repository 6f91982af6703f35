import { createConnection } from 'node:net'
import { Socket as EngineSocket } from 'engine.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { ERROR_CODES } from '../../src/domain/errors.ts'
import { CONSOLE_CLIENT_EVENTS } from '../../src/protocol/console-events.ts'
import { HTTP_ROUTES } from '../../src/protocol/http.ts'
import { WIDGET_CLIENT_EVENTS } from '../../src/protocol/widget.ts'
import { postgres, type TestDatabase } from '../support/storages.ts'
import { connect, cookieOf, type TestClient } from '../support/test-app.ts'
import { junkFor } from './given-junk.ts'
import { API_KEY, type GivenShop, openGivenShop } from './given-shop.ts'

const SEED = 20_261_128
const EACH = 25

let shop: GivenShop
let database: TestDatabase | undefined
beforeAll(async () => {
  // PostgreSQL is the pickier one: no NUL in a text, no number beyond its type.
  database = postgres.missing ? undefined : await postgres.start()
  shop = await openGivenShop(await database?.fresh())
})
afterAll(async () => {
  await shop[Symbol.asyncDispose]()
  await database?.stop()
})

/** Nothing but the codes of the table, none of them a fault of ours. */
function expectRefusal(code: unknown, what: unknown): void {
  expect([String(code) in ERROR_CODES && code !== 'internal', code, what]).toEqual([true, code, what])
}

async function expectAlive(): Promise<void> {
  const client = await connect(`${shop.url}/widget`)
  const ack = await client.ask('message:send', { clientId: 'client-0001', kind: 'text', text: '包邮吗' })
  client.socket.close()
  expect(ack).toMatchObject({ ok: true, seq: 1 })
}

describe('packets that no client sends', () => {
  const deep = '['.repeat(10_000)
  const PACKETS = [
    ...['', '0', '1', '0{}', '0null', '0[]', '0/nope,', '0/widget,[1]', '0/widget,"x"', '0/console,{"visitorToken":1}'],
    ...[
      '2',
      '2[]',
      '2null',
      '2{"a":1}',
      '2[null]',
      '2[1,2]',
      '2["message:send"]',
      '2["message:send",null]',
      '2/widget,',
    ],
    ...[
      '20["message:send",null]',
      '2/widget,0["message:send"]',
      '2/widget,0["message:send",null]',
      '2["message:send",',
      '2/widget,0[]',
    ],
    ...[
      '2/widget,99999999999999999999["message:send",{}]',
      '2["__proto__",{}]',
      '2["constructor",{}]',
      '2["disconnect"]',
    ],
    ...[
      '2["connect"]',
      '2["error"]',
      '2["newListener",1]',
      '2["connect_error"]',
      '3',
      '30[]',
      '3/widget,0[null]',
      '4',
      '4"x"',
    ],
    ...[
      '51-["message:send",{"_placeholder":true,"num":0}]',
      '5999999-["x"]',
      '5-["x"]',
      '61-["x"]',
      '7',
      '9',
      'x',
      '\0',
      '💥',
    ],
    ...[`2["message:send",${deep}`, `2${deep}`, `2["message:send","${'x'.repeat(60_000)}"]`],
  ]

  it(`of ${PACKETS.length} kinds, and none of them ends the server`, async () => {
    for (const packet of PACKETS) {
      const raw = new EngineSocket(shop.url.replace('http', 'ws'), { transports: ['websocket'], path: '/socket.io' })
      await new Promise<void>((resolve, reject) => {
        raw.on('open', () => resolve())
        raw.on('error', (error) => reject(error as Error))
      })
      raw.send('0/widget,{}')
      raw.send(packet)
      raw.send(packet)
      // A ping of ours comes back after what was sent before it, unless the server has closed the connection.
      const closed = new Promise<void>((resolve) => raw.on('close', () => resolve()))
      raw.close()
      await closed
    }

    await expectAlive()
  }, 60_000)

  it('below that: broken frames, half requests and great ones', async () => {
    const { port } = new URL(shop.url)
    const upgrade =
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n'
    const raws: readonly (string | Buffer)[][] = [
      ['\0\0\0\0\r\n\r\n'],
      ['GET / HTTP/9.9\r\n\r\n'],
      [`GET /${'x'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
      ['POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n'],
      ['POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
      ['POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{'],
      [upgrade, Buffer.from([0x81, 0xff])],
      [upgrade, Buffer.from([0xff, 0xff, 0xff, 0xff])],
      [upgrade, Buffer.from([0x81, 0x01, 0x34])],
      [upgrade, Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])],
      [upgrade, Buffer.from([0x88, 0x80, 0, 0, 0, 0])],
      [upgrade, Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe])],
    ]
    for (const parts of raws) {
      const socket = createConnection(Number(port), '127.0.0.1')
      socket.on('error', () => undefined)
      await new Promise<void>((resolve) => socket.once('connect', resolve))
      for (const part of parts) await new Promise<void>((resolve) => socket.write(part, () => resolve()))
      socket.destroy()
    }

    await expectAlive()
  })
})

describe('junk in every event', () => {
  async function fuzz(client: TestClient, name: string, payload: z.ZodType) {
    for (const sent of junkFor(payload, EACH, SEED)) {
      const ack = await client.ask(name, sent as object)
      if (!ack.ok) expectRefusal(ack['code'], [name, sent])
      // A flood is refused before it is looked at: this is about what comes through.
      expect(ack['code']).not.toBe('too_many')
    }
    client.socket.emit(name)
    client.socket.emit(name, ...junkFor(undefined, 4, SEED))
    client.socket.close()
  }

  it.each(Object.entries(WIDGET_CLIENT_EVENTS))('%s of the widget is refused by name, or done', async (name, event) => {
    await fuzz(await connect(`${shop.url}/widget`), name, event.payload)

    await expectAlive()
  })

  it.each(Object.entries(CONSOLE_CLIENT_EVENTS))(
    '%s of the console is refused by name, or done',
    async (name, event) => {
      const { app, url } = shop
      const owner = await app.agent(`Owner-${name}`, { role: 'owner' })
      await shop.held(owner)
      await fuzz(
        await connect(`${url}/console`, { headers: { cookie: await cookieOf(app, owner) } }),
        name,
        event.payload,
      )

      await expectAlive()
    },
  )
})

describe('junk in every request', () => {
  const routes = Object.entries(HTTP_ROUTES) as [string, { body?: z.ZodType }][]
  const IDS = [
    'x',
    '%00',
    '%ff',
    '..%2f..%2fetc%2fpasswd',
    '__proto__',
    'constructor',
    '%F0%9F%92%A5',
    'x'.repeat(300),
    "'or'1'='1",
    '%',
  ]

  async function send(route: string, id: string, init: { body?: string; query?: string }): Promise<Response> {
    const [method = '', address = ''] = route.split(' ')
    const path = address.replace(/\{\w+\}/g, id) + (init.query ?? '')
    const cookie = await cookieOf(shop.app, shop.people.owner)
    const session = await fetch(`${shop.url}/api/v1/session`, { headers: { cookie } })
    const { csrf } = (await session.json()) as { csrf: string }
    const key = { authorization: `Bearer ${API_KEY}` }
    return fetch(`${shop.url}${path}`, {
      method,
      headers: { cookie, 'x-xiaoer-csrf': csrf, 'content-type': 'application/json', ...key },
      ...(init.body !== undefined && method !== 'GET' && { body: init.body }),
    })
  }

  /** A fault would say what it was; nothing of the program is told. */
  async function expectCalm(response: Response, what: unknown): Promise<void> {
    const text = await response.text()
    expect([response.status < 500, response.status, what]).toEqual([true, response.status, what])
    expect(text).not.toMatch(/at \w+ \(|node_modules|SQLITE|syntax error|\/src\/|ENOENT/)
  }

  it.each(routes)(
    '%s is refused by name, or answered',
    async (route, { body }) => {
      for (const [index, junk] of junkFor(body, 10, SEED).entries()) {
        const text = JSON.stringify(junk) ?? 'undefined'
        await expectCalm(await send(route, IDS[index % IDS.length] ?? 'x', { body: text }), text)
      }
      for (const broken of ['{', '"', '[1,', '\0', 'nul', '{"a":1}{"b":2}', '[]'.repeat(3), '\ud800']) {
        await expectCalm(await send(route, 'x', { body: broken }), broken)
      }
      for (const query of [
        '?q=%00',
        '?q=%ff',
        '?limit=1e9',
        '?beforeSeq=-1',
        '?before[x]=1',
        '?q=a&q=b',
        '?from=x&until=9',
        '?cursor=1~x',
      ]) {
        await expectCalm(await send(route, 'x', { query }), query)
      }
    },
    60_000,
  )

  it('leaves everything as good as it was', expectAlive)
})
