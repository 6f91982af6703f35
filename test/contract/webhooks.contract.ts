import { describe, expect, it } from 'vitest'
import type { Webhook } from '../../src/domain/webhook.ts'
import type { DeliveryDraft } from '../../src/ports/webhooks.ts'
import type { Opened } from './every-store.ts'
import { givenConversation, NOON, says, store } from './given.ts'

const LOCK = 60_000

function webhook(id: string, more?: Partial<Webhook>): Webhook {
  return {
    id,
    name: `Hook ${id}`,
    url: 'https://erp.example.com/',
    events: ['message.created', 'case.opened'],
    active: true,
    since: NOON,
    createdBy: 'olga',
    createdAt: NOON,
    ...more,
  }
}

function draft(id: string, more?: Partial<DeliveryDraft>): DeliveryDraft {
  return { id, webhookId: 'w', event: 'message.created', key: `key-${id}`, body: '{"a":1}', at: NOON, ...more }
}

export function describeWebhooks(opened: Opened): void {
  const webhooks = () => opened().storage.webhooks
  const deliveries = () => opened().storage.deliveries
  const claim = (now = NOON, limit = 10, id = 'w') => deliveries().claimDue(id, now, now + LOCK, limit)

  describe('webhooks', () => {
    it('keeps them in the order in which they were made, and what is changed of them', async () => {
      await webhooks().create(webhook('b', { createdAt: NOON + 1 }), { sealed: 'sealed-b' })
      await webhooks().create(webhook('a'), { sealed: 'sealed-a' })

      const changed = await webhooks().update('a', { name: 'ERP', events: ['rating.given'] })

      expect(changed).toEqual(webhook('a', { name: 'ERP', events: ['rating.given'] }))
      expect((await webhooks().list()).map(({ id }) => id)).toEqual(['a', 'b'])
      expect(await webhooks().update('c', {})).toBeUndefined()
      expect(await webhooks().find('b')).toEqual(webhook('b', { createdAt: NOON + 1 }))
    })

    it('switches each for one caller, and forgets on the way back on that it has failed', async () => {
      await webhooks().create(webhook('w'), { sealed: 's' })
      expect(await webhooks().noteFailure('w', NOON + 1)).toBe(NOON + 1)
      expect(await webhooks().noteFailure('w', NOON + 9)).toBe(NOON + 1)

      expect(await webhooks().switchOff('w', 'failing')).toBe(true)
      expect(await webhooks().switchOff('w', 'owner')).toBe(false)
      expect(await webhooks().find('w')).toMatchObject({ active: false, offBecause: 'failing', failingSince: NOON + 1 })

      expect(await webhooks().switchOn('w', NOON + 20)).toBe(true)
      expect(await webhooks().switchOn('w', NOON + 30)).toBe(false)
      expect(await webhooks().find('w')).toEqual(webhook('w', { since: NOON + 20 }))

      await webhooks().noteFailure('w', NOON + 40)
      await webhooks().noteSuccess('w', NOON + 50)
      expect(await webhooks().find('w')).toEqual(webhook('w', { since: NOON + 20, lastDeliveredAt: NOON + 50 }))
    })

    it('keeps the key before the present one until it is told otherwise', async () => {
      await webhooks().create(webhook('w'), { sealed: 'old' })
      await webhooks().setKeys('w', { sealed: 'new', earlier: { sealed: 'old', until: NOON + 5 } })

      expect(await webhooks().getKeys('w')).toEqual({ sealed: 'new', earlier: { sealed: 'old', until: NOON + 5 } })
      await webhooks().setKeys('w', { sealed: 'newest' })
      expect(await webhooks().getKeys('w')).toEqual({ sealed: 'newest' })
      expect(await webhooks().getKeys('none')).toBeUndefined()
    })

    it('takes what was on its way along when it is removed', async () => {
      await webhooks().create(webhook('w'), { sealed: 's' })
      await webhooks().create(webhook('x'), { sealed: 's' })
      await deliveries().addAll([draft('1'), draft('2', { webhookId: 'x' })])

      expect(await webhooks().remove('w')).toBe(true)
      expect(await webhooks().remove('w')).toBe(false)
      expect(await deliveries().find('1')).toBeUndefined()
      expect(await deliveries().find('2')).toBeDefined()
    })

    it('reads messages again from a moment on, the oldest first', async () => {
      await givenConversation(opened().storage)
      await givenConversation(opened().storage, 'wang')
      await store(opened(), says('早'))
      await store(
        opened(),
        says('在吗', { seconds: 5, conversationId: 'c-wang', author: { kind: 'customer', id: 'wang' } }),
      )
      await store(opened(), says('你好', { seconds: 9 }))

      expect(await webhooks().listMessagesSince(NOON + 5000, 10)).toEqual([
        { conversationId: 'c-wang', seq: 1, at: NOON + 5000 },
        { conversationId: 'c-lin', seq: 2, at: NOON + 9000 },
      ])
      expect(await webhooks().listMessagesSince(NOON, 1)).toEqual([{ conversationId: 'c-lin', seq: 1, at: NOON }])
      expect(await webhooks().getReadUntil()).toBeUndefined()
      await webhooks().setReadUntil(NOON)
      await webhooks().setReadUntil(NOON + 7)
      expect(await webhooks().getReadUntil()).toBe(NOON + 7)
    })
  })

  describe('deliveries', () => {
    it('are made once per webhook and event', async () => {
      await webhooks().create(webhook('w'), { sealed: 's' })
      await deliveries().addAll([
        draft('1'),
        draft('2', { key: 'key-1' }),
        draft('3', { webhookId: 'x', key: 'key-1' }),
      ])
      await deliveries().addAll([draft('4', { key: 'key-1' })])

      expect((await deliveries().list({ webhookId: 'w', limit: 9 })).map(({ id }) => id)).toEqual(['1'])
      expect((await deliveries().list({ webhookId: 'x', limit: 9 })).map(({ id }) => id)).toEqual(['3'])
      expect(await deliveries().countDue('w')).toBe(1)
    })

    it('are handed out when they are due, the oldest first, each once until the lock has run out', async () => {
      await webhooks().create(webhook('w'), { sealed: 's' })
      await deliveries().addAll([
        draft('b', { at: NOON + 2 }),
        draft('a', { at: NOON + 1 }),
        draft('c', { at: NOON + 3 }),
      ])

      expect(await deliveries().listAwaited(NOON)).toEqual([])
      expect(await deliveries().listAwaited(NOON + 3)).toEqual(['w'])
      expect((await claim(NOON + 3, 2)).map(({ id, attempts }) => [id, attempts])).toEqual([
        ['a', 1],
        ['b', 1],
      ])
      expect((await claim(NOON + 3)).map(({ id }) => id)).toEqual(['c'])
      expect(await claim(NOON + 3 + LOCK - 1)).toEqual([])
      expect(await deliveries().listAwaited(NOON + 4)).toEqual([])
      expect((await claim(NOON + 3 + LOCK)).map(({ attempts }) => attempts)).toEqual([2, 2, 2])
    })

    it('are handed out to one of several who claim at once', async () => {
      await webhooks().create(webhook('w'), { sealed: 's' })
      await deliveries().addAll(Array.from({ length: 30 }, (_, index) => draft(`d-${index}`)))
      const { storage, twin } = opened()

      const hauls = await Promise.all(
        [storage, twin.storage, storage, twin.storage].map((one) =>
          one.deliveries.claimDue('w', NOON, NOON + LOCK, 30),
        ),
      )

      const ids = hauls.flat().map(({ id }) => id)
      expect(ids).toHaveLength(30)
      expect(new Set(ids).size).toBe(30)
    })

    it('wait while their webhook is off', async () => {
      await webhooks().create(webhook('w'), { sealed: 's' })
      await deliveries().addAll([draft('1')])
      await webhooks().switchOff('w', 'owner')

      expect(await deliveries().listAwaited(NOON)).toEqual([])
      expect(await claim()).toEqual([])
      await webhooks().switchOn('w', NOON + 1)
      expect(await claim(NOON + 1)).toHaveLength(1)
    })

    it('keep how the newest try ended, unless somebody else has tried since', async () => {
      await webhooks().create(webhook('w'), { sealed: 's' })
      await deliveries().addAll([draft('1')])
      const [first] = await claim()
      if (!first) throw new Error('nothing was due')
      const failed = { at: NOON, milliseconds: 12, status: 500, answer: 'down' }

      await deliveries().settle(first, { status: 'due', dueAt: NOON + 10_000, attempt: failed })
      expect(await deliveries().find('1')).toEqual({ ...first, dueAt: NOON + 10_000, last: failed })
      const [second] = await claim(NOON + 10_000)
      if (!second) throw new Error('nothing was due')
      await deliveries().settle(first, { status: 'dead', dueAt: NOON, attempt: failed })
      const taken = { at: NOON + 10_000, milliseconds: 9, status: 204 }
      await deliveries().settle(second, { status: 'delivered', dueAt: NOON, attempt: taken })

      expect(await deliveries().find('1')).toMatchObject({ status: 'delivered', attempts: 2, last: taken })
      expect(await deliveries().countDue('w')).toBe(0)
    })

    it('can be sent again, whatever became of them, and by one at a time', async () => {
      await webhooks().create(webhook('w'), { sealed: 's' })
      await deliveries().addAll([draft('1')])
      const [first] = await claim()
      if (!first) throw new Error('nothing was due')
      expect(await deliveries().claim('1', NOON, NOON + LOCK)).toBeUndefined()
      await deliveries().settle(first, {
        status: 'dead',
        dueAt: NOON,
        attempt: { at: NOON, milliseconds: 1, error: 'x' },
      })

      expect(await deliveries().sendAgain('1', NOON + 5)).toBe(true)
      expect(await deliveries().sendAgain('2', NOON + 5)).toBe(false)
      expect(await deliveries().claim('1', NOON + 5, NOON + 5 + LOCK)).toMatchObject({
        id: '1',
        status: 'due',
        attempts: 1,
      })
    })

    it('are listed by state and page, and pruned when they are old', async () => {
      await webhooks().create(webhook('w'), { sealed: 's' })
      await deliveries().addAll([1, 2, 3, 4].map((n) => draft(`${n}`, { at: NOON + n })))
      const [oldest] = await claim(NOON + 1, 1)
      if (!oldest) throw new Error('nothing was due')
      await deliveries().settle(oldest, {
        status: 'delivered',
        dueAt: NOON,
        attempt: { at: NOON, milliseconds: 1, status: 200 },
      })

      const ids = async (more: object) =>
        (await deliveries().list({ webhookId: 'w', limit: 2, ...more })).map(({ id }) => id)
      expect(await ids({})).toEqual(['4', '3'])
      expect(await ids({ before: { at: NOON + 3, id: '3' } })).toEqual(['2', '1'])
      expect(await ids({ status: 'delivered' })).toEqual(['1'])

      expect(await deliveries().prune(NOON + 4, NOON + 3)).toBe(2)
      expect(await ids({})).toEqual(['4', '3'])
    })
  })
}
