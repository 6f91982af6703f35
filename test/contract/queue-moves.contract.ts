import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'
import { botSays, entry, givenAssigned, givenConversation, givenQueued, NOON, says, store } from './given.ts'

const LATER = NOON + 60_000

export function describeQueueMoves(opened: Opened): void {
  describe('queue, changes of hands', () => {
    const conversation = (id: string) => opened().storage.conversations.find(id)
    const waiting = async () => (await opened().storage.queue.list(10)).map((one) => one.conversationId)

    it('lets one of twenty racing agents win a claim', async () => {
      const id = await givenQueued(opened(), 'lin')
      const { storage, twin } = opened()
      const agents = Array.from({ length: 20 }, (_, index) => `agent-${index}`)

      const won = await Promise.all(
        agents.map((agent, index) => (index % 2 ? twin.storage : storage).queue.claim(id, agent, LATER, 99)),
      )

      expect(won.filter((one) => one === 'claimed')).toHaveLength(1)
      expect(await conversation(id)).toMatchObject({ status: 'assigned', agentId: agents[won.indexOf('claimed')] })
      expect(await waiting()).toEqual([])
    })

    it('lets an agent claim what waits, and nothing else', async () => {
      const { storage } = opened()
      const id = await givenQueued(opened(), 'lin')
      await givenConversation(storage, 'chatting')

      const claims = [
        await storage.queue.claim(id, 'mina', LATER, 99),
        await storage.queue.claim('c-chatting', 'mina', LATER, 99),
        await storage.queue.claim('c-nobody', 'mina', LATER, 99),
      ]

      expect(claims).toEqual(['claimed', 'gone', 'gone'])
      expect(await conversation('c-chatting')).toMatchObject({ status: 'bot' })
      expect(await conversation(id)).toMatchObject({ status: 'assigned', updatedAt: LATER })
    })

    it('puts a conversation that is given back at its old place', async () => {
      const { queue } = opened().storage
      await givenQueued(opened(), 'first', { seconds: 1, reason: 'disliked' })
      await givenQueued(opened(), 'second', { seconds: 2 })
      await queue.claim('c-first', 'mina', LATER, 99)

      const refused = await queue.giveBack('c-first', 'noor', LATER)
      const given = await queue.giveBack('c-first', 'mina', LATER)

      expect([refused, given]).toEqual([false, true])
      expect(await waiting()).toEqual(['c-first', 'c-second'])
      expect(await queue.find('c-first')).toEqual({
        conversationId: 'c-first',
        ...entry({ seconds: 1, reason: 'disliked' }),
      })
      expect(await conversation('c-first')).toMatchObject({ status: 'queued', queuedFor: 'disliked' })
      expect(await queue.claim('c-first', 'noor', LATER, 99)).toBe('claimed')
    })

    it('returns a conversation from its agent to the bot', async () => {
      const { queue } = opened().storage
      const id = await givenAssigned(opened(), 'lin', 'mina')

      const refused = [await queue.returnToBot(id, 'noor', LATER), await queue.returnToBot(id, undefined, LATER)]
      const returned = await queue.returnToBot(id, 'mina', LATER)

      expect([...refused, returned]).toEqual([false, false, true])
      expect(await conversation(id)).toMatchObject({ status: 'bot' })
      expect(await conversation(id)).not.toHaveProperty('agentId')
    })

    it('returns a conversation from the queue to the bot', async () => {
      const { queue } = opened().storage
      const id = await givenQueued(opened(), 'lin')

      const refused = await queue.returnToBot(id, 'mina', LATER)
      const returned = await queue.returnToBot(id, undefined, LATER)
      const again = await queue.returnToBot(id, undefined, LATER)

      expect([refused, returned, again]).toEqual([false, true, false])
      expect(await conversation(id)).toMatchObject({ status: 'bot' })
      expect(await waiting()).toEqual([])
    })

    it('ends a conversation for the agent who holds it, and for nobody else', async () => {
      const { queue } = opened().storage
      const id = await givenAssigned(opened(), 'lin', 'mina')
      await store(opened(), says('谢谢', { conversationId: id }))

      const refused = await queue.resolve(id, 'noor', LATER)
      const resolved = await queue.resolve(id, 'mina', LATER)
      const again = await queue.resolve(id, 'mina', LATER)

      expect([refused, resolved, again]).toEqual([false, true, false])
      expect(await conversation(id)).toMatchObject({ status: 'resolved', unread: 0, updatedAt: LATER })
      expect(await conversation(id)).not.toHaveProperty('waitingSince')
      expect(await waiting()).toEqual([])
    })

    it('leaves an earlier handoff as it was when the conversation waits and is served again', async () => {
      const { queue } = opened().storage
      const id = await givenAssigned(opened(), 'lin', 'mina')
      await queue.returnToBot(id, 'mina', NOON + 10_000)
      const consequences = { enqueue: entry({ enqueuedAt: LATER, reason: 'anger' }) }
      await store(opened(), botSays('再转', { conversationId: id, consequences }))

      const served = [await queue.claim(id, 'noor', LATER, 99), await queue.resolve(id, 'noor', LATER + 30_000)]

      expect(served).toEqual(['claimed', true])
      expect((await queue.listHandoffs('lin')).map(({ reason }) => reason)).toEqual(['anger', 'asked'])
    })

    it('lets one of claim and return to the bot win', async () => {
      const { storage, twin } = opened()
      for (const name of ['an', 'bo', 'chen', 'ding']) {
        const id = await givenQueued(opened(), name)

        const [claimed, returned] = await Promise.all([
          storage.queue.claim(id, 'mina', LATER, 99),
          twin.storage.queue.returnToBot(id, undefined, LATER),
        ])

        expect([claimed === 'claimed', returned].toSorted()).toEqual([false, true])
        expect(await conversation(id)).toMatchObject({ status: returned ? 'bot' : 'assigned' })
        expect(await storage.queue.position(id)).toBeUndefined()
      }
    })

    it('changes hands within a transaction, and takes it back with it', async () => {
      const { storage } = opened()
      const id = await givenQueued(opened(), 'lin')

      const failed = storage.transaction(async (stores) => {
        await stores.queue.claim(id, 'mina', LATER, 99)
        throw new Error('halfway')
      })

      await expect(failed).rejects.toThrow('halfway')
      expect(await conversation(id)).toMatchObject({ status: 'queued' })
      expect(await waiting()).toEqual([id])
    })
  })
}
