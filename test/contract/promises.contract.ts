import { describe, expect, it } from 'vitest'
import type { Awaited } from '../../src/ports/promises.ts'
import type { Opened } from './every-store.ts'
import { agentSays, entry, givenAssigned, givenConversation, givenQueued, NOON, says, store } from './given.ts'

const LATER = NOON + 60_000

export function describePromises(opened: Opened): void {
  describe('waits of which nothing was told', () => {
    const promises = () => opened().storage.promises
    const untold = async (awaited: Awaited, before = LATER, limit = 10) =>
      (await promises().listUntold(awaited, before, limit)).map(({ conversationId }) => conversationId)

    it('are listed longest first, with all that a clock is made of', async () => {
      await givenQueued(opened(), 'bo', { seconds: 20 })
      await givenQueued(opened(), 'lin', { groupId: 'after_sales' })
      await givenConversation(opened().storage, 'chen')
      await store(opened(), says('在吗', { conversationId: 'c-chen', author: { kind: 'customer', id: 'chen' } }))

      expect(await promises().listUntold('answer', LATER, 10)).toEqual([
        {
          conversationId: 'c-lin',
          status: 'queued',
          tier: 'regular',
          groupId: 'after_sales',
          waitingSince: NOON,
          calledAt: NOON,
        },
        expect.objectContaining({ conversationId: 'c-bo', waitingSince: NOON + 20_000 }),
      ])
      expect(await untold('answer', NOON)).toEqual(['c-lin'])
      expect(await untold('answer', LATER, 1)).toEqual(['c-lin'])
    })

    it('are told by one caller only, and listed no more', async () => {
      const id = await givenQueued(opened(), 'lin')

      const tells = await Promise.all([1, 2, 3].map(() => promises().claimTelling(id, 'answer', NOON)))
      expect(tells.toSorted()).toEqual([false, false, true])
      expect(await untold('answer')).toEqual([])
      expect(await untold('end')).toEqual([id])
      expect(await promises().claimTelling(id, 'end', NOON)).toBe(true)
      expect(await promises().claimTelling(id, 'end', NOON)).toBe(false)
      expect(await untold('end')).toEqual([])
    })

    it('stay told while the shopper goes on waiting, and begin anew after an answer', async () => {
      const id = await givenAssigned(opened(), 'lin', 'mina')
      await promises().claimTelling(id, 'answer', NOON)
      await store(opened(), says('还在吗', { seconds: 10 }))
      const meanwhile = await untold('answer')

      await store(opened(), agentSays('在的', { seconds: 20 }))
      const answered = await promises().claimTelling(id, 'answer', NOON)
      await store(opened(), says('那就好，几点发？', { seconds: 30 }))

      expect([meanwhile, answered]).toEqual([[], false])
      expect(await promises().listUntold('answer', LATER, 10)).toMatchObject([
        { conversationId: id, agentId: 'mina', waitingSince: NOON + 30_000, firstRepliedAt: NOON + 20_000 },
      ])
      expect(await promises().claimTelling(id, 'answer', NOON)).toBe(false)
      expect(await promises().claimTelling(id, 'answer', NOON + 30_000)).toBe(true)
    })

    it('are none in what is laid aside, or has ended', async () => {
      const laid = await givenAssigned(opened(), 'lin', 'mina')
      await opened().storage.snoozes.set(laid, 'mina', LATER)
      const done = await givenAssigned(opened(), 'bo', 'mina')
      await opened().storage.queue.resolve(done, 'mina', NOON)

      expect([await untold('answer'), await untold('end')]).toEqual([[], []])
      expect(await promises().claimTelling(laid, 'answer', NOON)).toBe(false)
      expect(await promises().claimTelling(done, 'end', NOON)).toBe(false)
    })
  })

  describe('whose matter a conversation is', () => {
    const groupOf = async (id: string) => (await opened().storage.conversations.find(id))?.groupId

    it('is known from the call on, follows a transfer to a group, and ends when the bot has it again', async () => {
      const { queue } = opened().storage
      const id = await givenQueued(opened(), 'lin', { groupId: 'after_sales' })
      const called = await groupOf(id)
      await queue.claim(id, 'mina', NOON, 99)
      const claimed = await groupOf(id)
      await queue.giveToGroup(id, 'mina', 'pre_sales', NOON)
      const given = await groupOf(id)
      await queue.returnToBot(id, undefined, NOON)

      expect([called, claimed, given, await groupOf(id)]).toEqual([
        'after_sales',
        'after_sales',
        'pre_sales',
        undefined,
      ])
    })

    it('ends when the shopper goes back to the bot', async () => {
      const id = await givenQueued(opened(), 'lin', { groupId: 'after_sales' })
      await store(opened(), says('不用了', { seconds: 5, consequences: { dequeue: true } }))
      const left = await groupOf(id)
      await store(
        opened(),
        says('转人工', { key: 'customer:again', seconds: 9, consequences: { enqueue: entry({ seconds: 9 }) } }),
      )

      expect([left, await groupOf(id)]).toEqual([undefined, undefined])
    })
  })
}
