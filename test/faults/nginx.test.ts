import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openPostgres } from '../../src/storage/postgres.ts'
import { readDoc } from '../protocol/read-doc.ts'
import { hasNginx, startNginx } from '../support/nginx.ts'
import { canShare, redisUrlOf, SHARED_SECRET, startRedisLine } from '../support/nodes.ts'
import { createDatabase } from '../support/postgres-database.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import { createStubbornClient, type StubbornClient } from '../support/stubborn-client.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'

const SHOPPERS = 16
const BREATH_MILLISECONDS = 200
/** The example waits so long before it tries a node again. */
const FAIL_TIMEOUT_MILLISECONDS = 5000
const EXAMPLE = /```\n(upstream xiaoer[\s\S]+?)```/.exec(readDoc('scale.md'))?.[1] ?? ''

async function countSockets({ url }: ServerProcess): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return Number(/^xiaoer_sockets\{namespace="widget"\} (\d+)$/m.exec(metrics)?.[1] ?? Number.NaN)
}

async function sayMore(shoppers: readonly StubbornClient[], lines: number): Promise<void> {
  const from = shoppers.map(({ attempts }) => attempts.length)
  while (shoppers.some(({ attempts }, at) => attempts.length < (from[at] ?? 0) + lines)) await pause(20)
}

it.skipIf(!canShare || !hasNginx)(
  'keeps shoppers talking behind the nginx of docs/scale.md, by WebSocket and by polling, while its nodes come and go',
  { timeout: 240_000 },
  async () => {
    const database = await createDatabase()
    const { storage } = await openPostgres(database.url)
    await using line = await startRedisLine()
    const start = () =>
      startServer({
        knowledge: TEST_SHOP,
        environment: {
          ...{ DEMO: 'false', DATABASE_URL: database.url, REDIS_URL: redisUrlOf(line), XIAOER_SECRET: SHARED_SECRET },
          // New visitors an address: were all of them taken for the proxy, most would be refused.
          ...{ TRUST_PROXY: 'true', VISITOR_RATE: '8/600' },
        },
      })
    const servers = [await start(), await start()]
    const nginx = await startNginx(
      EXAMPLE,
      servers.map(({ url }) => Number(new URL(url).port)),
    )
    const shoppers = Array.from({ length: SHOPPERS }, (_, n) =>
      createStubbornClient(nginx.url, { transport: n % 2 ? 'polling' : 'websocket', from: `127.0.0.${10 + n}` }),
    )
    let over = false
    const talks = Promise.all(
      shoppers.map(async (shopper) => {
        while (!over) {
          await shopper.sendAll([`包邮吗 ${shopper.attempts.length}`], () => undefined)
          await pause(BREATH_MILLISECONDS)
        }
      }),
    )

    await sayMore(shoppers, 3)
    const spread = await Promise.all(servers.map(countSockets))
    const codes: (number | null)[] = []
    for (const server of servers) {
      codes.push(await server.stop())
      await sayMore(shoppers, 3)
      await server.restart()
      await pause(FAIL_TIMEOUT_MILLISECONDS)
      await sayMore(shoppers, 3)
    }
    const back = await Promise.all(servers.map(countSockets))
    over = true
    await talks
    await Promise.all(shoppers.map((shopper) => shopper.catchUp()))
    const stored = await Promise.all(
      shoppers.map((shopper) => storage.messages.listAfter(shopper.conversationId(), 0, 1000)),
    )
    for (const shopper of shoppers) shopper.close()
    await nginx[Symbol.asyncDispose]()
    for (const server of servers) await server[Symbol.asyncDispose]()
    await storage.close()
    await database.drop()

    expect(codes).toEqual([0, 0])
    expect([...spread, ...back].every((count) => count > 0)).toBe(true)
    const said = stored.map((messages) =>
      messages.filter(({ author }) => author.kind === 'customer').map(({ clientId, seq }) => ({ clientId, seq })),
    )
    expect(said).toEqual(shoppers.map(({ attempts }) => attempts.map(({ clientId, seq }) => ({ clientId, seq }))))
  },
)
