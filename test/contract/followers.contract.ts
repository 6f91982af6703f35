import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'
import { agentSays, givenAssigned, givenConversation, givenQueued, NOON, says, store } from './given.ts'

const LATER = NOON + 60_000
const CARD = { wants: '回电', intents: [], lastIntents: [] }

export function describeFollowers(opened: Opened): void {
  describe('a conversation that an agent begins', () => {
    const conversation = (id: string) => opened().storage.conversations.find(id)

    function draft(previousId: string, agentId: string) {
      return {
        id: `next-${agentId}`,
        customerId: 'lin',
        locale: 'zh',
        at: LATER,
        previousId,
        agentId,
        card: CARD,
      } as const
    }

    async function givenResolved(): Promise<string> {
      const id = await givenAssigned(opened(), 'lin', 'mina')
      await opened().storage.queue.resolve(id, 'mina', NOON)
      return id
    }

    it('follows the resolved one and is held by the agent, who may end it or give it back', async () => {
      const { followers, queue } = opened().storage
      const id = await givenResolved()

      const next = await followers.open(draft(id, 'noor'))

      expect(next).toMatchObject({ previousId: id, status: 'assigned', agentId: 'noor' })
      expect(await queue.find('next-noor')).toMatchObject({ reason: 'follow_up', kind: 'live', card: CARD })
      expect(await queue.giveBack('next-noor', 'noor', LATER)).toBe(true)
      expect(await conversation('next-noor')).toMatchObject({ status: 'queued', queuedFor: 'follow_up' })
      expect(await queue.claim('next-noor', 'mina', LATER, 99)).toBe('claimed')
      expect(await queue.resolve('next-noor', 'mina', LATER)).toBe(true)
    })

    it('is one only, however many agents begin it while the shopper writes', async () => {
      const { storage, twin } = opened()
      const id = await givenResolved()
      const shopper = { id: 'next-shopper', customerId: 'lin', locale: 'zh', at: LATER, previousId: id } as const

      const [written, ...begun] = await Promise.all([
        twin.storage.conversations.open(shopper),
        ...['ann', 'bea', 'cat', 'dee'].map((agent, index) =>
          (index % 2 ? twin.storage : storage).followers.open(draft(id, agent)),
        ),
      ])

      const winners = begun.filter((one) => one !== undefined)
      expect(await storage.conversations.list({ customerId: 'lin', limit: 10 })).toHaveLength(2)
      expect(winners.length).toBeLessThanOrEqual(1)
      expect(winners.length).toBe(written.status === 'assigned' ? 1 : 0)
      for (const one of winners) expect(one?.id).toBe(written.id)
    })

    it('is taken from the bot by one agent only, and from nobody else', async () => {
      const { storage, twin } = opened()
      await givenConversation(storage)
      const waiting = await givenQueued(opened(), 'chen')
      const take = (id: string, agentId: string) => ({ id, agentId, card: CARD, at: LATER })

      const won = await Promise.all([
        storage.followers.takeFromBot(take('c-lin', 'mina')),
        twin.storage.followers.takeFromBot(take('c-lin', 'noor')),
      ])

      expect(won.toSorted()).toEqual([false, true])
      expect(await conversation('c-lin')).toMatchObject({ status: 'assigned', agentId: won[0] ? 'mina' : 'noor' })
      expect(await storage.followers.takeFromBot(take(waiting, 'mina'))).toBe(false)
      expect(await storage.followers.takeFromBot(take('c-nobody', 'mina'))).toBe(false)
    })
  })

  describe('a conversation that is laid aside', () => {
    const conversation = (id: string) => opened().storage.conversations.find(id)
    const snoozes = () => opened().storage.snoozes

    it('is laid aside and taken up by whoever holds it, and by nobody else', async () => {
      const id = await givenAssigned(opened(), 'lin', 'mina')

      const set = [await snoozes().set(id, 'noor', LATER), await snoozes().set(id, 'mina', LATER)]

      expect(set).toEqual([false, true])
      expect(await conversation(id)).toMatchObject({ snoozedUntil: LATER })
      expect(await snoozes().set(id, 'mina', undefined)).toBe(true)
      expect(await conversation(id)).not.toHaveProperty('snoozedUntil')
    })

    it('comes back once, when its time has come', async () => {
      const id = await givenAssigned(opened(), 'lin', 'mina')
      await snoozes().set(id, 'mina', LATER)

      const woken = [
        await snoozes().wake(id, LATER - 1),
        await snoozes().wake(id, LATER),
        await snoozes().wake(id, LATER),
      ]

      expect(woken).toEqual([false, true, false])
      expect(await conversation(id)).toMatchObject({ wokenAt: LATER })
      await store(opened(), agentSays('您好', { conversationId: id, seconds: 90 }))
      expect(await conversation(id)).not.toHaveProperty('wokenAt')
    })

    it('comes back at once when the customer writes, and stays aside when the agent does', async () => {
      const id = await givenAssigned(opened(), 'lin', 'mina')
      await snoozes().set(id, 'mina', LATER)

      await store(opened(), agentSays('我去问问', { conversationId: id, seconds: 1 }))
      const asked = await conversation(id)
      await store(opened(), says('好了吗', { conversationId: id, seconds: 2 }))

      expect(asked).toMatchObject({ snoozedUntil: LATER })
      expect(await conversation(id)).toMatchObject({ wokenAt: NOON + 2000 })
      expect(await conversation(id)).not.toHaveProperty('snoozedUntil')
      expect(await snoozes().wake(id, LATER)).toBe(false)
    })

    it('is aside no more for whom it is given to, or once it has ended', async () => {
      const { queue, routing } = opened().storage
      const given = await givenAssigned(opened(), 'lin', 'mina')
      const ended = await givenAssigned(opened(), 'chen', 'mina')
      for (const id of [given, ended]) await snoozes().set(id, 'mina', LATER)

      await routing.proposeTransfer(given, 'mina', 'noor', LATER)
      await routing.acceptTransfer(given, 'noor', NOON, 99)
      await queue.resolve(ended, 'mina', NOON)

      expect(await conversation(given)).not.toHaveProperty('snoozedUntil')
      expect(await snoozes().wake(given, LATER)).toBe(false)
      expect(await snoozes().wake(ended, LATER)).toBe(false)
    })
  })
}
