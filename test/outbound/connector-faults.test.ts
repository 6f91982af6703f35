import { describe, expect, it } from 'vitest'
import { createShopConnector } from '../../src/outbound/connector/create-connector.ts'
import type { Fetch } from '../../src/outbound/guarded-fetch.ts'
import { createClock } from '../support/clock.ts'
import { type Given, given } from './given.ts'

/** Asks for one order after the other until the connector leaves the shop in peace. */
async function exhaust({ shop, connector }: Given): Promise<void> {
  shop.fail('error')
  for (const number of ['1', '2', '3', '4', '5']) {
    await expect(connector.findOrder(number)).rejects.toMatchObject({ reason: 'status', status: 500 })
  }
}

describe('a shop that stumbles', () => {
  it.each(['down', 'busy'] as const)('is asked a second time after %s, a moment later', async (fault) => {
    await using at = await given()
    at.shop.fail(fault, 1)

    const customer = await at.connector.findCustomer('lin')

    expect(customer).toMatchObject({ shopId: 'lin' })
    expect(at.shop.calls).toHaveLength(2)
    expect(at.pauses.map((pause) => pause >= 50 && pause <= 150)).toEqual([true])
  })

  it('is asked a second time and not a third', async () => {
    await using at = await given()
    at.shop.fail('down')

    await expect(at.connector.findCustomer('lin')).rejects.toMatchObject({ reason: 'network' })

    expect(at.shop.calls).toHaveLength(2)
  })

  it('is not waited for any longer than the time-out', async () => {
    await using at = await given({ timeoutMs: 50 })
    at.shop.fail('slow')

    await expect(at.connector.findCustomer('lin')).rejects.toMatchObject({
      reason: 'timeout',
      message: 'GET /customers/{id}: no answer within 50 ms',
    })
  })

  it('has one time-out for both attempts', async () => {
    const signals = new Set<AbortSignal>()
    const stumble: Fetch = async (_, { signal }) => {
      signals.add(signal)
      if (signals.size === 1 && !signal.aborted) return new Response(null, { status: 503 })
      throw signal.reason
    }
    const lapse = { clock: createClock(), fetch: stumble, pause: waitFor(signals) }
    const connector = createShopConnector(
      { url: 'http://shop.test', token: 't', timeoutMs: 20, allowPrivate: false },
      lapse,
    )

    await expect(connector.findCustomer('lin')).rejects.toMatchObject({ reason: 'timeout' })

    expect(signals.size).toBe(1)
  })
})

/** A pause that ends when the time of the call is over. */
function waitFor(signals: ReadonlySet<AbortSignal>): () => Promise<void> {
  return () =>
    new Promise((resolve) => {
      for (const signal of signals) signal.addEventListener('abort', () => resolve())
    })
}

describe('a shop that is down', () => {
  it('is left in peace after five failures running, and asked again after a while', async () => {
    await using at = await given()
    const { shop, connector, clock } = at
    await exhaust(at)
    shop.heal()

    await expect(connector.findCustomer('lin')).rejects.toMatchObject({ reason: 'resting' })
    clock.advance(14_999)
    await expect(connector.findCustomer('lin')).rejects.toMatchObject({ reason: 'resting' })
    clock.advance(1)

    expect(await connector.findCustomer('lin')).toMatchObject({ shopId: 'lin' })
    expect(await connector.findCustomer('emma')).toMatchObject({ shopId: 'emma' })
    expect(shop.calls).toHaveLength(5 + 2)
  })

  it('is tried by one call only', async () => {
    await using at = await given()
    const { shop, connector, clock } = at
    await exhaust(at)
    clock.advance(15_000)

    const outcomes = await Promise.allSettled(['lin', 'emma', 'chen'].map((id) => connector.findCustomer(id)))
    clock.advance(14_999)

    expect(outcomes).toMatchObject([
      { reason: { reason: 'status' } },
      { reason: { reason: 'resting' } },
      { reason: { reason: 'resting' } },
    ])
    await expect(connector.findCustomer('lin')).rejects.toMatchObject({ reason: 'resting' })
    expect(shop.calls).toHaveLength(5 + 1)
  })

  it('is not one that answers what it should not, or that fails now and then', async () => {
    await using at = await given()
    const { shop, connector } = at

    shop.fail('garbage')
    for (const id of ['1', '2', '3', '4', '5', '6'])
      await expect(connector.findOrder(id)).rejects.toMatchObject({ reason: 'invalid' })
    shop.fail('error')
    for (const id of ['1', '2', '3', '4']) await expect(connector.findOrder(id)).rejects.toMatchObject({ status: 500 })
    shop.heal()
    await connector.findOrder('EX20261101')
    shop.fail('error')
    for (const id of ['1', '2', '3', '4']) await expect(connector.findOrder(id)).rejects.toMatchObject({ status: 500 })
    shop.heal()

    expect(await connector.findCustomer('lin')).toMatchObject({ shopId: 'lin' })
  })
})
