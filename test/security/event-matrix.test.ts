import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Agent, ROLES } from '../../src/domain/agent.ts'
import { CONSOLE_CLIENT_EVENTS } from '../../src/protocol/console-events.ts'
import { WIDGET_CLIENT_EVENTS } from '../../src/protocol/widget.ts'
import { signIdentity } from '../../src/security/tokens.ts'
import { connect, cookieOf, IDENTITY_SECRET, type TestClient } from '../support/test-app.ts'
import { CONSOLE_MATRIX, WIDGET_MATRIX } from './event-matrix.ts'
import { type GivenShop, openGivenShop } from './given-shop.ts'

let shop: GivenShop
const desks = new Map<string, TestClient>()

beforeAll(async () => {
  shop = await openGivenShop()
  for (const agent of Object.values(shop.people)) {
    const cookie = await cookieOf(shop.app, agent)
    desks.set(agent.id, await connect(`${shop.url}/console`, { headers: { cookie } }))
  }
  await shop.app.deps.storage.labels.create({ id: 'l1', name: '待回访', color: 'red' })
})
afterAll(async () => {
  for (const desk of desks.values()) desk.socket.close()
  await shop[Symbol.asyncDispose]()
})

async function outcomeOf(me: Agent, event: string, payload: object): Promise<unknown> {
  const ack = await desks.get(me.id)?.ask(event, payload)
  return ack?.ok ? 'ok' : ack?.['code']
}

describe('every event of the console', () => {
  const rows = Object.entries(CONSOLE_MATRIX)

  it('has its row', () => {
    expect(Object.keys(CONSOLE_MATRIX).toSorted()).toEqual(Object.keys(CONSOLE_CLIENT_EVENTS).toSorted())
  })

  it.each(rows)('%s is done for whoever may', async (event, { own }) => {
    for (const role of ROLES) {
      const me = shop.people[role]
      expect([role, await outcomeOf(me, event, await own(shop, me))]).toEqual([role, 'ok'])
    }
  })

  it.each(rows.filter(([, { others }]) => others))('%s guards what is a colleague’s', async (event, { others }) => {
    if (!others) return
    for (const role of ROLES) {
      const me = shop.people[role]
      const outcome = await outcomeOf(me, event, await others.ask(shop, shop.people.colleague, me))

      const may = others.least !== 'nobody' && ROLES.indexOf(role) >= ROLES.indexOf(others.least)
      expect([role, outcome]).toEqual([role, may ? 'ok' : others.code])
    }
  })

  it('is closed to a shopper and to a stranger', async () => {
    const { token } = await shop.talk()

    for (const options of [
      {},
      { auth: { visitorToken: token } },
      { headers: { cookie: 'xiaoer_session=guessed' } },
      { headers: { cookie: `xiaoer_session=${token}` } },
    ]) {
      await expect(connect(`${shop.url}/console`, options)).rejects.toThrow('not_signed_in')
    }
  })
})

describe('every event of the widget', () => {
  const rows = Object.entries(WIDGET_MATRIX)
  const givenShoppers = async () => {
    const mine = await shop.talk()
    const other = await shop.talk()
    const { orders, customers } = shop.app.deps.storage
    const order = `XE-${other.id}`
    const rest = { currency: 'CNY', total: 100, items: [], history: [], parcels: [], refunds: [] }
    const at = shop.app.clock.now()
    await orders.save([{ ...rest, number: order, customerId: other.customerId, status: 'paid', placedAt: at }])
    // Even to somebody who is known, only their own orders are theirs.
    await customers.update(mine.customerId, { verified: true })
    const client = await connect(`${shop.url}/widget`, { auth: { visitorToken: mine.token } })
    return { shoppers: { mine, other, order }, client }
  }

  it('has its row', () => {
    expect(Object.keys(WIDGET_MATRIX).toSorted()).toEqual(Object.keys(WIDGET_CLIENT_EVENTS).toSorted())
  })

  it.each(rows)('%s is done in one’s own conversation', async (event, { own }) => {
    const { shoppers, client } = await givenShoppers()
    const identity = await signIdentity(IDENTITY_SECRET, { shopId: `of-${event}` })
    const payload = event === 'identity:set' ? { identity } : own(shoppers)

    const ack = await client.ask(event, payload)

    client.socket.close()
    expect(ack).toMatchObject({ ok: true })
  })

  it.each(rows.filter(([, { others }]) => others))(
    '%s touches nothing of another shopper',
    async (event, { others }) => {
      const { shoppers, client } = await givenShoppers()
      const before = await shop.app.deps.storage.messages.listAfter(shoppers.other.id, 0, 100)

      const ack = await client.ask(event, others?.ask(shoppers))

      client.socket.close()
      expect(ack['code']).toBe(others?.code)
      expect(JSON.stringify(ack)).not.toContain('包邮')
      expect(await shop.app.deps.storage.messages.listAfter(shoppers.other.id, 0, 100)).toEqual(before)
    },
  )

  it('hears nothing of another shopper’s conversation', async () => {
    const { shoppers, client } = await givenShoppers()
    const theirs = await connect(`${shop.url}/widget`, { auth: { visitorToken: shoppers.other.token } })

    const text = '只有我能看到'
    await theirs.ask('message:send', { clientId: 'client-other-1', kind: 'text', text })
    await theirs.hear<{ message: { body: { text?: string } } }>(
      'message:created',
      ({ message }) => message.body.text === text,
    )
    await client.ask('message:list', { afterSeq: 0 })

    theirs.socket.close()
    client.socket.close()
    expect(JSON.stringify(client.heard)).not.toContain(text)
  })
})
