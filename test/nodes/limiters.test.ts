import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../src/app/log.ts'
import { createLimiters } from '../../src/nodes/limiters.ts'
import { isReady, openRedis } from '../../src/nodes/redis.ts'
import { REDIS_URL, redisUrlOf, startRedisLine } from '../support/nodes.ts'

const RATE = { points: 3, seconds: 60 }
const outcome = (asked: Promise<void>) =>
  asked.then(
    () => 'ok',
    (error: { code: string }) => error.code,
  )

it('counts by itself where there is no Redis', async () => {
  const limit = createLimiters().create('messages', RATE)
  const outcomes = []
  for (let n = 0; n < 4; n += 1) outcomes.push(await outcome(limit('mina')))

  expect(outcomes).toEqual(['ok', 'ok', 'ok', 'too_many'])
  expect(await outcome(limit('zhou'))).toBe('ok')
})

describe.skipIf(!REDIS_URL)('with Redis', () => {
  it('counts over all nodes, and by itself while Redis is away', async () => {
    await using line = await startRedisLine()
    const prefix = `xiaoer-test:${randomUUID()}`
    const clients = [line, line].map((one) => openRedis(redisUrlOf(one), createLog('silent'), 'test'))
    const [here, there] = clients.map((redis) => createLimiters({ redis, prefix }).create('messages', RATE))
    if (!here || !there) throw new Error('two were made')
    await Promise.all(clients.map(isReady))

    expect(await Promise.all([here('mina'), there('mina'), here('mina')].map(outcome))).toEqual(['ok', 'ok', 'ok'])
    expect(await outcome(there('mina'))).toBe('too_many')

    line.cut()
    // Its own count begins anew: nobody is shut out because Redis is away.
    expect(await outcome(there('mina'))).toBe('ok')
    for (const client of clients) client.destroy()
  })
})
