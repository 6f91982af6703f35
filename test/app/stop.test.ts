import { Agent, get } from 'node:http'
import { createConnection } from 'node:net'
import { expect, it } from 'vitest'
import { connect, startTestApp } from '../support/test-app.ts'

it('stops although browsers keep their connections open', async () => {
  const app = await startTestApp()
  const { url } = await app.app.listen()
  const agent = new Agent({ keepAlive: true })
  await new Promise((resolve) => {
    get(`${url}/health/live`, { agent }, (response) => response.resume().once('end', resolve))
  })
  // Browsers also open connections ahead and send nothing on them.
  const ahead = createConnection(Number(new URL(url).port), '127.0.0.1')
  await new Promise((resolve) => ahead.once('connect', resolve))
  const client = await connect(`${url}/widget`)

  const closed = new Promise((resolve) => client.socket.once('disconnect', resolve))
  await app[Symbol.asyncDispose]()

  expect(await closed).toBe('transport close')
  agent.destroy()
  ahead.destroy()
})

it('stores and acknowledges what was on its way when it was told to stop', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  const client = await connect(`${url}/widget`)

  const ack = client.ask('message:send', { clientId: 'client-0001', kind: 'text', text: '包邮吗' })
  await client.hear('message:created')
  await app.app.stop()

  expect(await ack).toMatchObject({ ok: true, seq: 1 })
})
