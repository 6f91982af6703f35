import { randomUUID } from 'node:crypto'
import { openRawClient, type RawClient } from '../../../test/support/raw-client.ts'
import type { Contestant } from '../contestants.ts'
import { type Measure, spread } from './measure.ts'

/** What each has asked before the server dies, which it wants to see again. */
const QUESTIONS = 3

/** A visitor who comes back with the token of before, where the server gives one. */
interface Visitor {
  token?: string
  client: RawClient
}

/** Whether the server knows visitors; the bare echo does not. */
const knowsVisitors = ({ name }: Contestant) => name.startsWith('xiaoer')

async function enter(server: Contestant, token?: string): Promise<Visitor> {
  let greeted = (_token: string) => {}
  const greeting = new Promise<string>((resolve) => {
    greeted = resolve
  })
  const [port = 0] = server.ports()
  const client = await openRawClient({
    port,
    namespace: '/widget',
    auth: { locale: 'zh', ...(token !== undefined && { visitorToken: token }) },
    onEvent: (event, payload) => {
      if (event === 'session:started') greeted((payload as { visitorToken: string }).visitorToken)
    },
  })
  return knowsVisitors(server) ? { client, token: await greeting } : { client }
}

function request(client: RawClient, event: string, payload: object): Promise<object> {
  return new Promise((resolve, reject) => {
    client.emit(event, payload, (ack) => {
      const answer = ack as { ok: boolean }
      if (answer.ok) resolve(answer)
      else reject(new Error(`${event}: ${JSON.stringify(ack)}`))
    })
  })
}

const send = (client: RawClient) =>
  request(client, 'message:send', { clientId: randomUUID(), kind: 'text', text: '包邮吗' })

/** In until the history is there; with a server that has none, until a message is acknowledged. */
async function comeBack(server: Contestant, token: string | undefined): Promise<Visitor> {
  const visitor = await enter(server, token)
  if (!knowsVisitors(server)) {
    await send(visitor.client)
    return visitor
  }
  const list = (await request(visitor.client, 'message:list', { afterSeq: 0 })) as { messages: readonly unknown[] }
  if (list.messages.length < QUESTIONS) throw new Error(`${server.name} has lost what was acknowledged`)
  return visitor
}

/** Everybody comes back in the same moment, after the server was killed and started again. */
export function storm({ clients }: { clients: number }): Measure {
  return {
    name: `storm-${clients}`,
    title: `${clients} visitors come back at once after kill -9`,
    fresh: true,
    columns: [
      { key: 'ready', label: 'start s', digits: 2, paired: true },
      { key: 'work', label: 'start CPU s', digits: 2, paired: true },
      { key: 'back', label: 'all back s', digits: 2, paired: true },
      { key: 'p50', label: 'p50 s', digits: 2, paired: false },
      { key: 'cpu', label: 'CPU ms a visitor', digits: 2, paired: true },
    ],
    take: async (server) => {
      const visitors = await Promise.all(Array.from({ length: clients }, () => enter(server)))
      for (let n = 0; n < QUESTIONS; n += 1) await Promise.all(visitors.map(({ client }) => send(client)))
      await server.crash()
      const [before, killed] = [server.cpu(), performance.now()]
      await server.restart()
      const [cpu, began] = [server.cpu(), performance.now()]
      const took: number[] = []
      const back = await Promise.all(
        visitors.map(async ({ token }) => {
          const visitor = await comeBack(server, token)
          took.push((performance.now() - began) / 1000)
          return visitor
        }),
      )
      const spent = server.cpu() - cpu
      for (const { client } of back) client.close()
      return {
        ready: (began - killed) / 1000,
        work: (cpu - before) / 1e6,
        back: Math.max(...took),
        p50: spread(took).p50,
        cpu: spent / 1000 / clients,
      }
    },
  }
}
