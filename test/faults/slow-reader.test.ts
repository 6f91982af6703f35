import { expect, it } from 'vitest'
import { startProxy } from '../support/bad-line.ts'
import { startServer } from '../support/server-process.ts'
import { createStubbornClient } from '../support/stubborn-client.ts'
import { connect } from '../support/test-app.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'
import { FAULT_TIMEOUT, PATIENCE } from './long-run.ts'

const ENDED = 'a connection that does not read was ended'
const LONG = '好'.repeat(1990)
const MESSAGES = 40
/** Each is answered with a quarter of a megabyte: far more than the system's own buffers take in. */
const REQUESTS = 80

it('ends a connection that does not read before it fills the memory; nothing is missing afterwards', {
  timeout: FAULT_TIMEOUT,
}, async () => {
  await using server = await startServer({ knowledge: TEST_SHOP, environment: { DEMO: 'false' } })
  await using proxy = await startProxy(server.url)
  const talker = createStubbornClient(server.url)
  await talker.sendAll(Array(MESSAGES).fill(LONG), () => undefined)
  const auth = { visitorToken: talker.visitorToken() }
  using sleeper = await connect(`${proxy.url}/widget`, { auth })

  proxy.stopReading()
  for (let n = 0; n < REQUESTS; n += 1) sleeper.socket.emit('message:list', { afterSeq: 0 }, () => undefined)
  await expect.poll(() => server.log(), PATIENCE).toContain(ENDED)
  await talker.sendAll(['你好'], () => undefined)
  await talker.catchUp()

  using back = await connect(`${server.url}/widget`, { auth })
  const { messages } = (await back.ask('message:list', { afterSeq: 0 })) as unknown as { messages: { seq: number }[] }
  talker.close()
  expect(messages.filter(({ seq }, at) => seq !== at + 1)).toEqual([])
  expect(messages.length).toBe(talker.seen.size)
  expect(server.log().split(ENDED)).toHaveLength(2)
})
