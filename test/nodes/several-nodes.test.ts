import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Agent } from '../../src/domain/agent.ts'
import { canShare, type Node, startNodes, startRedisLine } from '../support/nodes.ts'
import type { TcpProxy } from '../support/tcp-proxy.ts'
import { connect, cookieOf, type TestClient } from '../support/test-app.ts'

function nodeAt(nodes: readonly Node[], place: number): Node {
  const node = nodes[place]
  if (!node) throw new Error(`there is no node ${place}`)
  return node
}

async function sit({ app, url }: Node, agent: Agent): Promise<TestClient> {
  return connect(`${url}/console`, { headers: { cookie: await cookieOf(app, agent) } })
}

const shopper = ({ url }: Node) => connect(`${url}/widget`, { auth: { locale: 'zh' } })

interface Told {
  readonly message: { readonly conversationId: string; readonly seq: number; readonly body: { readonly text?: string } }
}

const says = (text: string) => (told: Told) => told.message.body.text === text

/** Resolves as soon as it is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10))
}

describe.skipIf(!canShare)('several nodes on one database', () => {
  let line: TcpProxy
  let shop: Awaited<ReturnType<typeof startNodes>>
  let here: Node
  let there: Node
  beforeAll(async () => {
    line = await startRedisLine()
    shop = await startNodes([line, line])
    here = nodeAt(shop.nodes, 0)
    there = nodeAt(shop.nodes, 1)
  })
  afterAll(async () => {
    await shop[Symbol.asyncDispose]()
    await line[Symbol.asyncDispose]()
  })

  it('tell each other what shoppers and agents say, do and look at', async () => {
    const mina = await here.app.agent('Mina', { present: false })
    const zhou = await here.app.agent('Zhou', { role: 'supervisor', present: false })
    using minas = await sit(here, mina)
    using zhous = await sit(there, zhou)
    using visitor = await shopper(there)

    await visitor.ask('message:send', { clientId: 'client-0001', kind: 'text', text: '包邮吗' })
    const { message } = await minas.hear<Told>('message:created', says('包邮吗'))
    await visitor.ask('handoff:request')
    await minas.hear<{ entries: unknown[] }>('queue:changed', ({ entries }) => entries.length === 1)
    const { conversationId } = message
    expect(await minas.ask('conversation:claim', { conversationId })).toMatchObject({ ok: true })
    await minas.ask('message:send', { conversationId, clientId: 'agent-0001', kind: 'text', text: '您好，我是米娜' })
    await visitor.hear<Told>('message:created', says('您好，我是米娜'))
    await minas.ask('conversation:view', { conversationId, typing: true })
    await zhous.hear<{ viewers: { agentId: string; typing: boolean }[] }>('viewers:changed', ({ viewers }) =>
      viewers.some(({ agentId, typing }) => agentId === mina.id && typing),
    )
    minas.socket.close()
    await zhous.hear<{ viewers: unknown[] }>('viewers:changed', ({ viewers }) => viewers.length === 0)
  })

  it('count an agent as on duty wherever the browser is connected', async () => {
    const mina = await here.app.agent('Lan', { present: false })
    using minas = await sit(here, mina)

    await until(() => there.app.deps.roster.onDuty().includes(mina.id))
    expect(there.app.deps.roster.find(mina.id)?.name).toBe(mina.name)

    minas.socket.close()
    await until(() => !there.app.deps.roster.onDuty().includes(mina.id))
    expect(here.app.deps.roster.isConnected(mina.id)).toBe(false)
  })

  it('see to the conversations of an agent whose node has gone, and show nobody looking from there', async () => {
    const { app } = here
    const { deps, clock } = app
    const mina = await app.agent('Nuo', { present: false })
    await deps.storage.nodes.beat({ id: 'another', browsers: new Map([[mina.id, 1]]), knowledge: '' })
    await until(() => deps.roster.onDuty().includes(mina.id))
    const gone = new Promise((resolve) => {
      app.app.events.subscribe((event) => event.type === 'node.gone' && resolve(event.id))
    })

    await deps.storage.nodes.leave('another')

    expect(await gone).toBe('another')
    await until(() => !deps.roster.isConnected(mina.id))
    const inAnHour = clock.now() + 3_600_000
    for (;;) {
      const [job] = await deps.storage.jobs.claimDue(inAnHour, inAnHour + 1, 1)
      if (job?.payload['agentId'] === mina.id) break
    }
  })

  it('switch the reception for all', async () => {
    await here.app.deps.switchboard.change({ mode: 'assist' })
    here.app.deps.publisher.publish({ type: 'reception.changed' })

    await until(() => there.app.deps.switchboard.current().mode === 'assist')
    await there.app.deps.switchboard.change({})
    there.app.deps.publisher.publish({ type: 'reception.changed' })
    await until(() => here.app.deps.switchboard.current().mode === undefined)
  })

  it('let one turn of a conversation end before another node begins the next', async () => {
    const [ours, theirs] = [here.app.deps.lanes, there.app.deps.lanes]
    const order: string[] = []
    let end: () => void = () => undefined

    const first = ours.run('conversation', () => {
      order.push('first begins')
      return new Promise<void>((resolve) => {
        end = resolve
      })
    })
    await until(() => order.length > 0)
    const second = theirs.run('conversation', async () => order.push('second'))
    await theirs.run('another', async () => order.push('another'))
    order.push('first ends')
    end()
    await Promise.all([first, second])

    expect(order).toEqual(['first begins', 'another', 'first ends', 'second'])
  })

  it('know a visitor of another node, and count what comes from one over all of them', async () => {
    await using strict = await startNodes([line, line], { MESSAGE_RATE: '2/60' })
    const [near, far] = [nodeAt(strict.nodes, 0), nodeAt(strict.nodes, 1)]
    using first = await shopper(near)
    const { visitorToken, customer } = await first.hear<{ visitorToken: string; customer: { id: string } }>(
      'session:started',
    )
    using second = await connect(`${far.url}/widget`, { auth: { locale: 'zh', visitorToken } })
    expect((await second.hear<{ customer: { id: string } }>('session:started')).customer.id).toBe(customer.id)
    const send = (client: TestClient, n: number) =>
      client.ask('message:send', { clientId: `client-000${n}`, kind: 'text', text: '你好' })

    expect([await send(first, 1), await send(second, 2)]).toMatchObject([{ ok: true }, { ok: true }])
    expect(await send(first, 3)).toMatchObject({ ok: false, code: 'too_many' })
    expect(await send(second, 4)).toMatchObject({ ok: false, code: 'too_many' })
  })

  it('store, acknowledge and show messages at the same node while Redis is away, and tell the others afterwards', async () => {
    const mina = await here.app.agent('Yun', { present: false })
    using far = await sit(there, mina)
    using near = await sit(here, mina)
    using visitor = await shopper(here)
    line.cut()

    const ack = await visitor.ask('message:send', { clientId: 'client-0001', kind: 'text', text: '包邮吗' })
    await near.hear<Told>('message:created', says('包邮吗'))
    await visitor.hear<Told>('message:created', ({ message }) => message.seq === 2)
    expect(ack).toMatchObject({ ok: true, seq: 1 })
    expect(far.heard.filter(({ event }) => event === 'message:created')).toEqual([])

    line.mend()
    await far.hear<Told>('message:created', says('包邮吗'))
    await far.hear<Told>('message:created', ({ message }) => message.seq === 2)
  })

  it('do the same while Redis hangs and says nothing at all', async () => {
    using near = await shopper(here)
    const heardFar: string[] = []
    const stop = there.app.app.events.subscribe((event, from) => {
      if (event.type === 'message.created' && from !== undefined) heardFar.push(event.message.conversationId)
    })
    line.freeze()

    const acks = [
      await near.ask('message:send', { clientId: 'client-0001', kind: 'text', text: '包邮吗' }),
      await near.ask('message:send', { clientId: 'client-0002', kind: 'text', text: '什么时候发货' }),
    ]
    const { message } = await near.hear<Told>('message:created', ({ message }) => message.seq === 4)
    expect(acks).toMatchObject([
      { ok: true, seq: 1 },
      { ok: true, seq: 3 },
    ])
    expect(heardFar).toEqual([])

    line.mend()
    await until(() => heardFar.filter((id) => id === message.conversationId).length === 4)
    stop()
  })

  it('let whoever is connected look anew where something was lost on the way', async () => {
    using visitor = await shopper(there)
    const closed = new Promise((resolve) => visitor.socket.once('disconnect', resolve))
    const { publisher } = here.app.deps
    let heard = 0
    there.app.app.events.subscribe(({ type }) => {
      if (type === 'labels.changed') heard += 1
    })
    publisher.publish({ type: 'labels.changed' })
    await until(() => heard === 1)

    line.cut()
    // More than a node keeps for a Redis that is away.
    for (let n = 0; n < 6000; n += 1) publisher.publish({ type: 'labels.changed' })
    line.mend()

    expect(await closed).toBe('transport close')
  })
})
