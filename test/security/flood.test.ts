import { describe, expect, it } from 'vitest'
import { connect, startTestApp, type TestApp, type TestClient } from '../support/test-app.ts'

let count = 0
const words = () => ({ clientId: `client-${String(++count).padStart(8, '0')}`, kind: 'text', text: '包邮吗' })

async function floodFrom(client: TestClient, messages: number): Promise<readonly Record<string, unknown>[]> {
  const answers = []
  for (let sent = 0; sent < messages; sent += 1) answers.push(await client.ask('message:send', words()))
  return answers
}

async function open(app: TestApp, url: string): Promise<TestClient> {
  const { visitorToken } = await app.visitor()
  return connect(`${url}/widget`, { auth: { visitorToken } })
}

const refused = (answers: readonly Record<string, unknown>[]) => answers.filter(({ ok }) => !ok)

function expectWait(answers: readonly Record<string, unknown>[]): void {
  for (const one of answers) {
    expect(one).toMatchObject({ code: 'too_many', message: expect.any(String) })
    expect(one['retryAfter']).toBeGreaterThan(0)
  }
}

describe('a flood', () => {
  it('from one visitor is refused with the time to wait, and nobody else’s messages are', async () => {
    await using app = await startTestApp({ environment: { MESSAGE_RATE: '3/60' } })
    const { url } = await app.app.listen()
    const [flooder, other] = [await open(app, url), await open(app, url)]

    const answers = await floodFrom(flooder, 10)
    const others = await floodFrom(other, 3)

    for (const client of [flooder, other]) client.socket.close()
    expect(refused(answers)).toHaveLength(7)
    expectWait(refused(answers))
    expect(refused(others)).toEqual([])
  })

  it('from one address is refused, however many visitors it pretends to be', async () => {
    await using app = await startTestApp({ environment: { ADDRESS_RATE: '5/60' } })
    const { url } = await app.app.listen()
    const clients = await Promise.all(Array.from({ length: 4 }, () => open(app, url)))

    const answers = (await Promise.all(clients.map((client) => floodFrom(client, 3)))).flat()

    for (const client of clients) client.socket.close()
    expect(refused(answers)).toHaveLength(7)
    expectWait(refused(answers))
  })

  it('from everywhere is refused before the shop drowns in it; behind our proxy addresses are told apart', async () => {
    await using app = await startTestApp({
      environment: { SHOP_RATE: '6/60', ADDRESS_RATE: '4/60', TRUST_PROXY: 'true' },
    })
    const { url } = await app.app.listen()
    const from = async (address: string) => {
      const { visitorToken } = await app.visitor()
      return connect(`${url}/widget`, { auth: { visitorToken }, headers: { 'x-forwarded-for': `1.1.1.1, ${address}` } })
    }
    const clients = [
      await from('192.0.2.1'),
      await from('192.0.2.2'),
      await from('2001:db8::1'),
      await from('2001:db8::2'),
    ]

    const answers = []
    for (const client of clients) answers.push(refused(await floodFrom(client, 3)).length)

    for (const client of clients) client.socket.close()
    expect(answers).toEqual([0, 0, 3, 3])
  })

  it('of new visitors is refused; who was here before comes in', async () => {
    await using app = await startTestApp({ environment: { VISITOR_RATE: '2/60' } })
    const { url } = await app.app.listen()
    const before = await app.visitor()

    for (const fresh of [await connect(`${url}/widget`), await connect(`${url}/widget`)]) fresh.socket.close()
    const third = connect(`${url}/widget`)
    const forged = connect(`${url}/widget`, { auth: { visitorToken: 'made-up' } })

    await expect(third).rejects.toMatchObject({ message: 'too_many', data: { retryAfter: expect.any(Number) } })
    await expect(forged).rejects.toThrow('too_many')
    const known = await connect(`${url}/widget`, { auth: { visitorToken: before.visitorToken } })
    known.socket.close()
  })

  it('of connections is refused', async () => {
    await using app = await startTestApp({ environment: { SESSION_RATE: '2/60' } })
    const { url } = await app.app.listen()

    for (const client of [await open(app, url), await open(app, url)]) client.socket.close()

    await expect(open(app, url)).rejects.toMatchObject({ message: 'too_many' })
  })

  it('of events that are no messages is refused too', async () => {
    await using app = await startTestApp()
    const { url } = await app.app.listen()
    const client = await open(app, url)

    const answers = await Promise.all(Array.from({ length: 130 }, () => client.ask('typing:set', { typing: true })))

    client.socket.close()
    expect(refused(answers).length).toBeGreaterThanOrEqual(30)
    expectWait(refused(answers))
  })
})
