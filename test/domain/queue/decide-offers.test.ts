import { describe, expect, it } from 'vitest'
import type { DeskPolicy } from '../../../src/domain/desk-policy.ts'
import { decideOffers, type Receiver, type Seeking } from '../../../src/domain/queue/decide-offers.ts'
import { USUAL_DESK } from '../given-desk.ts'

const NOW = 1_000_000

function seeking(conversationId: string, change: Partial<Seeking> = {}): Seeking {
  return { conversationId, enqueuedAt: NOW - 10_000, passedBy: [], ...change }
}

function receiver(agentId: string, change: Partial<Receiver> = {}): Receiver {
  return { agentId, groups: [], free: 3, held: 0, lastAssignedAt: 0, ...change }
}

function offers(waiting: readonly Seeking[], receivers: readonly Receiver[], change: Partial<DeskPolicy> = {}) {
  const made = decideOffers(waiting, receivers, { policy: { ...USUAL_DESK, ...change }, now: NOW })
  return Object.fromEntries(made.map(({ conversationId, agentId }) => [conversationId, agentId]))
}

describe('who is asked', () => {
  it('is whoever holds the fewest, and every offer counts at once', () => {
    const hall = [receiver('mina', { held: 2 }), receiver('noor', { held: 0 })]

    expect(offers([seeking('a'), seeking('b'), seeking('c')], hall)).toEqual({ a: 'noor', b: 'noor', c: 'mina' })
  })

  it('is whoever has had none for longest, with round robin', () => {
    const hall = [
      receiver('mina', { held: 0, lastAssignedAt: 900 }),
      receiver('noor', { held: 5, lastAssignedAt: 100 }),
    ]

    expect(offers([seeking('a'), seeking('b')], hall, { strategy: 'round_robin' })).toEqual({ a: 'noor', b: 'mina' })
  })

  it('is nobody where agents take by themselves', () => {
    expect(offers([seeking('a')], [receiver('mina')], { strategy: 'manual' })).toEqual({})
  })

  it('is whoever served the customer last, if they are there and not full', () => {
    const knows = seeking('a', { lastAgentId: 'mina' })
    const hall = [receiver('mina', { held: 7, free: 1 }), receiver('noor')]

    expect(offers([knows], hall)).toEqual({ a: 'mina' })
    expect(offers([knows], hall, { lastAgentFirst: false })).toEqual({ a: 'noor' })
    expect(offers([knows], [receiver('mina', { free: 0 }), receiver('noor')])).toEqual({ a: 'noor' })
  })

  it('is nobody beyond their limit', () => {
    expect(offers([seeking('a'), seeking('b')], [receiver('mina', { free: 1 })])).toEqual({ a: 'mina' })
  })

  it('is not whoever has just let it pass, though others may be offered to them', () => {
    const hall = [receiver('mina')]

    expect(offers([seeking('a', { passedBy: ['mina'] }), seeking('b')], hall)).toEqual({ b: 'mina' })
  })
})

describe('a skill group', () => {
  const returns = seeking('a', { groupId: 'after_sales' })
  const knows = receiver('mina', { groups: ['after_sales'], held: 5 })
  const other = receiver('noor', { groups: ['pre_sales'] })

  it('gets its own matters, and whoever knows everything gets them too', () => {
    expect(offers([returns], [knows, other])).toEqual({ a: 'mina' })
    expect(offers([returns], [knows, receiver('olga')])).toEqual({ a: 'olga' })
  })

  it('lets others help once somebody has waited too long, its own people first', () => {
    const long = { ...returns, enqueuedAt: NOW - 61_000 }

    expect(offers([returns], [{ ...knows, free: 0 }, other])).toEqual({})
    expect(offers([long], [{ ...knows, free: 0 }, other])).toEqual({ a: 'noor' })
    expect(offers([long], [knows, other])).toEqual({ a: 'mina' })
  })

  it('lets others help at once where none of its people is there', () => {
    expect(offers([returns], [other])).toEqual({ a: 'noor' })
  })
})
