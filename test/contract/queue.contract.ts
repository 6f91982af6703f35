import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'
import { botSays, entry, givenAssigned, givenConversation, givenQueued, NOON, store } from './given.ts'

export function describeQueue(opened: Opened): void {
  describe('queue', () => {
    async function givenFour(): Promise<void> {
      await givenQueued(opened(), 'late', { seconds: 30 })
      await givenQueued(opened(), 'early', { seconds: 10 })
      await givenQueued(opened(), 'urgent', { seconds: 40, priority: 1, reason: 'anger' })
      await givenQueued(opened(), 'beside', { seconds: 30 })
    }

    it('serves the lower priority number first, and within it the longest waiting', async () => {
      await givenFour()

      const entries = await opened().storage.queue.list(10)

      const ids = entries.map((one) => one.conversationId)
      expect(ids.slice(0, 2)).toEqual(['c-urgent', 'c-early'])
      expect(ids.slice(2).toSorted()).toEqual(['c-beside', 'c-late'])
      expect(await opened().storage.queue.list(2)).toEqual(entries.slice(0, 2))
    })

    it('keeps an entry as it was put in', async () => {
      const card = {
        wants: '投诉',
        intents: [],
        lastIntents: ['shipping_time'],
        productId: 'tee',
        orderNumber: 'XE1',
        page: { url: '/tee', title: 'Tee' },
      }
      await givenQueued(opened(), 'lin', { kind: 'message', reason: 'complaint', priority: 1, card, seconds: 5 })

      const expected = {
        conversationId: 'c-lin',
        ...entry({ kind: 'message', reason: 'complaint', priority: 1, card, seconds: 5 }),
      }
      expect(await opened().storage.queue.find('c-lin')).toEqual(expected)
      expect(await opened().storage.queue.list(10)).toEqual([expected])
    })

    it('counts positions from 1 in the order in which it serves', async () => {
      await givenFour()
      const { queue } = opened().storage

      const listed = (await queue.list(10)).map((one) => one.conversationId)
      const positions = await Promise.all(listed.map((id) => queue.position(id)))

      expect(positions).toEqual([1, 2, 3, 4])
    })

    it('moves everyone up when one is claimed, and gives no position to who does not wait', async () => {
      await givenFour()
      await givenConversation(opened().storage, 'chatting')
      const { queue } = opened().storage

      await queue.claim('c-urgent', 'mina', NOON, 99)

      expect(await queue.position('c-early')).toBe(1)
      expect(await queue.position('c-urgent')).toBeUndefined()
      expect(await queue.position('c-chatting')).toBeUndefined()
      expect(await queue.position('c-nobody')).toBeUndefined()
    })

    it('finds the entry of a conversation that an agent holds, and none where none was', async () => {
      await givenAssigned(opened(), 'lin', 'mina')
      await givenConversation(opened().storage, 'chatting')
      const { queue } = opened().storage

      expect(await queue.find('c-lin')).toEqual({ conversationId: 'c-lin', ...entry() })
      expect(await queue.find('c-chatting')).toBeUndefined()
    })

    it('knows no service times before five conversations have ended', async () => {
      const { queue } = opened().storage
      for (const name of ['an', 'bo', 'chen', 'ding']) {
        await queue.resolve(await givenAssigned(opened(), name, 'mina'), 'mina', NOON + 60_000)
      }

      expect(await queue.recentServiceTimes()).toBeUndefined()
    })

    it('takes the quarters of the time from claim to end, without those who left before they were served', async () => {
      const { queue } = opened().storage
      for (const [index, seconds] of [60, 300, 120, 240, 180].entries()) {
        await queue.resolve(await givenAssigned(opened(), `served-${index}`, 'mina'), 'mina', NOON + seconds * 1000)
      }
      await queue.returnToBot(await givenQueued(opened(), 'chen'), undefined, NOON + 900_000)
      await store(
        opened(),
        botSays('我来', { conversationId: await givenQueued(opened(), 'ding'), consequences: { dequeue: true } }),
      )

      expect(await queue.recentServiceTimes()).toEqual({ short: 120, long: 240 })
    })

    it('counts the newest hundred only', async () => {
      const { storage, messages } = opened()
      await givenConversation(storage, 'lin')
      const names = Array.from({ length: 101 }, (_, index) => `turn-${index}`)
      await storage.transaction(async ({ conversations }) => {
        for (const id of names) await conversations.open({ id, customerId: 'lin', locale: 'zh', at: NOON })
      })
      const consequences = { enqueue: entry() }
      await messages.append(names.map((conversationId) => botSays('转接中', { conversationId, consequences })))

      await storage.transaction(async ({ queue }) => {
        for (const [index, id] of names.entries()) {
          const claimedAt = NOON + index * 1_000_000
          await queue.claim(id, 'mina', claimedAt, 99)
          await queue.resolve(id, 'mina', claimedAt + (index === 0 ? 900_000 : 10_000))
        }
      })

      expect(await storage.queue.recentServiceTimes()).toEqual({ short: 10, long: 10 })
    })

    it('lists every handoff of a customer, newest first, over all their conversations', async () => {
      const { storage } = opened()
      const first = await givenAssigned(opened(), 'lin', 'mina')
      await storage.queue.resolve(first, 'mina', NOON)
      await givenConversation(storage, 'lin', 'c-second')
      const again = { consequences: { enqueue: entry({ reason: 'anger', seconds: 60 }) }, conversationId: 'c-second' }
      await store(opened(), botSays('转', again))
      await givenQueued(opened(), 'wang')

      expect(await storage.queue.listHandoffs('lin')).toEqual([
        { conversationId: 'c-second', reason: 'anger', enqueuedAt: NOON + 60_000 },
        { conversationId: first, reason: 'asked', enqueuedAt: NOON },
      ])
      expect(await storage.queue.listHandoffs('nobody')).toEqual([])
    })
  })
}
