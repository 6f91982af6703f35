import { expect, it } from 'vitest'
import { openWireSocket } from '../../web-widget/panel/session/wire-socket.ts'
import { startTestApp } from '../support/test-app.ts'

interface Heard {
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
}

function listen(server: string, auth: object = {}) {
  const heard: Heard[] = []
  const ends: (string | undefined)[] = []
  const socket = openWireSocket({
    server,
    toAuth: () => auth,
    onEvent: (name, payload) => heard.push({ name, payload }),
    onEnd: (code) => ends.push(code),
  })
  const hear = (name: string) =>
    expect.poll(() => heard.find((one) => one.name === name), { timeout: 5000 }).toBeDefined()
  return { socket, heard, ends, hear }
}

it('hears events, and the acknowledgement of each request', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  const { socket, heard, ends, hear } = listen(url)
  await hear('session:started')

  const draft = { clientId: 'client-0001', kind: 'text', text: '今天拍\u2028今天能发吗' }
  const [sent, refused] = await Promise.all([
    new Promise((resolve) => socket.emit('message:send', draft, resolve)),
    new Promise((resolve) => socket.emit('message:list', { afterSeq: -1 }, resolve)),
  ])
  await hear('message:created')

  expect(sent).toMatchObject({ ok: true, seq: 1 })
  expect(refused).toMatchObject({ ok: false, code: 'invalid_input' })
  expect(heard[0]?.name).toBe('session:started')
  expect(ends).toEqual([])
  socket.close()
})

it('tells why the server said no', async () => {
  await using app = await startTestApp()
  const { url } = await app.app.listen()
  const { socket, ends } = listen(url, { identity: 'not.a.token' })

  await expect.poll(() => ends, { timeout: 5000 }).toEqual(['identity_invalid'])
  socket.close()
})

it('hears nothing once it is closed, and the end when the server goes', async () => {
  const app = await startTestApp()
  const { url } = await app.app.listen()
  const [left, stays] = [listen(url), listen(url)]
  await Promise.all([left.hear('session:started'), stays.hear('session:started')])

  left.socket.close()
  const known = left.heard.length
  await app[Symbol.asyncDispose]()

  await expect.poll(() => stays.ends.length, { timeout: 5000 }).toBeGreaterThan(0)
  expect(left.heard).toHaveLength(known)
  expect(left.ends).toEqual([])
  stays.socket.close()
})
