import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'
import { agent, agentSays, givenAssigned, givenConversation, givenQueued, NOON, says, store } from './given.ts'

const LATER = NOON + 60_000
const MUCH_LATER = NOON + 600_000

export function describeRouting(opened: Opened): void {
  const conversation = (id: string) => opened().storage.conversations.find(id)

  describe('offers', () => {
    it('offers what waits to one agent at a time, and keeps its place', async () => {
      const { queue, routing } = opened().storage
      await givenQueued(opened(), 'first', { seconds: 1 })
      await givenQueued(opened(), 'second', { seconds: 2 })

      const offered = [
        await routing.offer('c-first', 'mina', LATER),
        await routing.offer('c-first', 'noor', LATER),
        await routing.offer('c-nobody', 'mina', LATER),
      ]

      expect(offered).toEqual([true, false, false])
      expect(await queue.position('c-first')).toBe(1)
      expect(await queue.find('c-first')).toMatchObject({ offer: { agentId: 'mina', until: LATER } })
      expect(await routing.listOffers()).toEqual([{ conversationId: 'c-first', agentId: 'mina', until: LATER }])
    })

    it('leaves what is offered to whom it is offered to, until the offer has run out', async () => {
      const { queue, routing } = opened().storage
      const id = await givenQueued(opened(), 'lin')
      await routing.offer(id, 'mina', LATER)

      expect(await queue.claim(id, 'noor', LATER - 1, 99)).toBe('gone')
      expect(await queue.claim(id, 'noor', LATER, 99)).toBe('claimed')
      expect(await routing.listOffers()).toEqual([])
    })

    it('ends an offer once, and only for the agent who has it', async () => {
      const { queue, routing } = opened().storage
      const id = await givenQueued(opened(), 'lin')
      await routing.offer(id, 'mina', LATER)

      const ended = [
        await routing.endOffer(id, 'noor'),
        await routing.endOffer(id, 'mina'),
        await routing.endOffer(id, 'mina'),
      ]

      expect(ended).toEqual([false, true, false])
      expect(await queue.find(id)).not.toHaveProperty('offer')
      expect(await routing.offer(id, 'noor', MUCH_LATER)).toBe(true)
    })

    it('drops an offer when the shopper leaves the queue', async () => {
      const { queue, routing } = opened().storage
      const id = await givenQueued(opened(), 'lin')
      await routing.offer(id, 'mina', LATER)

      await queue.returnToBot(id, undefined, NOON)

      expect(await routing.listOffers()).toEqual([])
      expect(await queue.claim(id, 'mina', NOON, 99)).toBe('gone')
    })

    it('remembers who has let one pass, the newest time of each', async () => {
      const { routing } = opened().storage
      await routing.notePass('c-1', 'mina', NOON)
      await routing.notePass('c-1', 'mina', LATER)
      await routing.notePass('c-2', 'noor', NOON)

      expect(await routing.listPasses(['c-1', 'c-2'], NOON)).toEqual([{ conversationId: 'c-1', agentId: 'mina' }])
      expect(await routing.listPasses([], NOON)).toEqual([])

      await routing.forgetPasses(LATER)
      expect(await routing.listPasses(['c-1', 'c-2'], 0)).toEqual([{ conversationId: 'c-1', agentId: 'mina' }])
    })

    it('counts misses in a row, and forgets them when a conversation is taken', async () => {
      const { agents, queue, routing } = opened().storage
      await agents.create(agent('mina'), 'hash')
      const id = await givenQueued(opened(), 'lin')

      expect([await routing.countMiss('mina'), await routing.countMiss('mina')]).toEqual([1, 2])
      await queue.claim(id, 'mina', LATER, 99)
      expect(await routing.countMiss('mina')).toBe(1)
      await routing.forgiveMisses('mina')
      expect(await routing.countMiss('mina')).toBe(1)
      expect((await routing.listLastAssigned()).get('mina')).toBe(LATER)
    })

    it('knows who served a customer last', async () => {
      const { storage } = opened()
      const id = await givenAssigned(opened(), 'lin', 'mina')
      await storage.queue.resolve(id, 'mina', LATER)
      await givenConversation(storage, 'lin', 'c-next')
      await givenConversation(storage, 'stranger')

      expect(await storage.routing.listLastAgents(['c-next', 'c-stranger'])).toEqual(new Map([['c-next', 'mina']]))
      expect(await storage.routing.listLastAgents([])).toEqual(new Map())
    })
  })

  describe('limits', () => {
    it('gives nobody more than they may hold', async () => {
      const { storage, twin } = opened()
      await storage.agents.create(agent('mina'), 'hash')
      const ids = await Promise.all(['an', 'bo', 'chen', 'ding'].map((name) => givenQueued(opened(), name)))

      const results = await Promise.all(
        ids.map((id, index) => (index % 2 ? twin.storage : storage).queue.claim(id, 'mina', LATER, 2)),
      )

      expect(results.toSorted()).toEqual(['claimed', 'claimed', 'full', 'full'])
      expect((await storage.conversations.countAssigned()).get('mina')).toBe(2)
    })
  })

  describe('transfers', () => {
    it('asks first: until the other says yes, it stays where it is', async () => {
      const { routing } = opened().storage
      const id = await givenAssigned(opened(), 'lin', 'mina')

      const proposed = [
        await routing.proposeTransfer(id, 'noor', 'omar', LATER),
        await routing.proposeTransfer(id, 'mina', 'omar', LATER),
        await routing.proposeTransfer(id, 'mina', 'noor', LATER),
      ]

      expect(proposed).toEqual([false, true, false])
      expect(await conversation(id)).toMatchObject({ agentId: 'mina', transfer: { to: 'omar', until: LATER } })
      expect(await routing.acceptTransfer(id, 'noor', NOON, 99)).toBe('gone')
      expect(await routing.acceptTransfer(id, 'omar', NOON, 99)).toBe('claimed')
      expect(await conversation(id)).toMatchObject({ status: 'assigned', agentId: 'omar' })
      expect(await conversation(id)).not.toHaveProperty('transfer')
      expect(await opened().storage.queue.giveBack(id, 'omar', LATER)).toBe(true)
    })

    it('holds until its time, and not beyond an end by either side', async () => {
      const { routing } = opened().storage
      const id = await givenAssigned(opened(), 'lin', 'mina')
      await routing.proposeTransfer(id, 'mina', 'omar', LATER)

      expect(await routing.listLateTransfers(LATER - 1)).toEqual([])
      expect(await routing.listLateTransfers(LATER)).toEqual([{ conversationId: id, agentId: 'omar' }])
      expect(await routing.acceptTransfer(id, 'omar', LATER, 99)).toBe('gone')
      expect([await routing.endTransfer(id, 'omar'), await routing.endTransfer(id, 'omar')]).toEqual([true, false])
      expect(await conversation(id)).not.toHaveProperty('transfer')
    })

    it('refuses one more to who is full, and drops the proposal when the conversation ends', async () => {
      const { queue, routing } = opened().storage
      await givenAssigned(opened(), 'other', 'omar')
      const id = await givenAssigned(opened(), 'lin', 'mina')
      await routing.proposeTransfer(id, 'mina', 'omar', LATER)

      expect(await routing.acceptTransfer(id, 'omar', NOON, 1)).toBe('full')
      await queue.resolve(id, 'mina', NOON)
      expect(await routing.acceptTransfer(id, 'omar', NOON, 99)).toBe('gone')
    })

    it('puts what is given to a group at its old place', async () => {
      const { queue } = opened().storage
      const id = await givenAssigned(opened(), 'first', 'mina')
      await givenQueued(opened(), 'second', { seconds: 60 })

      const given = [
        await queue.giveToGroup(id, 'noor', 'returns', LATER),
        await queue.giveToGroup(id, 'mina', 'returns', LATER),
      ]

      expect(given).toEqual([false, true])
      expect(await queue.position(id)).toBe(1)
      expect(await queue.find(id)).toMatchObject({ groupId: 'returns' })
      expect(await conversation(id)).toMatchObject({ status: 'queued', queuedFor: 'transferred' })
    })
  })

  describe('stepping in', () => {
    const by = (agentId: string, fromAgents: boolean) => ({
      agentId,
      fromAgents,
      at: LATER,
      card: { wants: '退货', intents: [], lastIntents: [] },
    })

    it('takes a conversation from the bot and leaves an entry as if it had waited', async () => {
      const { storage } = opened()
      await givenConversation(storage, 'lin')

      expect(await storage.queue.takeOver('c-lin', by('mina', false))).toBe(true)
      expect(await conversation('c-lin')).toMatchObject({ status: 'assigned', agentId: 'mina' })
      expect(await storage.queue.find('c-lin')).toMatchObject({ reason: 'taken_over', card: { wants: '退货' } })
      expect(await storage.queue.resolve('c-lin', 'mina', LATER)).toBe(true)
      expect(await storage.queue.takeOver('c-lin', by('mina', true))).toBe(false)
    })

    it('takes one that waits only where that is allowed, whoever it is offered to', async () => {
      const { queue, routing } = opened().storage
      const id = await givenQueued(opened(), 'lin')
      await routing.offer(id, 'mina', LATER)

      expect(await queue.takeOver(id, by('noor', false))).toBe(false)
      expect(await routing.listOffers()).toHaveLength(1)
      expect(await queue.takeOver(id, by('olga', true))).toBe(true)
      expect(await routing.listOffers()).toEqual([])
    })

    it('takes one from a colleague only where that is allowed', async () => {
      const { queue } = opened().storage
      const id = await givenAssigned(opened(), 'lin', 'mina')

      expect(await queue.takeOver(id, by('olga', false))).toBe(false)
      expect(await queue.takeOver(id, by('olga', true))).toBe(true)
      expect(await queue.takeOver(id, by('olga', true))).toBe(false)
      expect(await conversation(id)).toMatchObject({ agentId: 'olga' })
      expect(await queue.list(10)).toEqual([])
    })
  })

  describe('ways to wait', () => {
    it('puts who has left a message behind who waits, at the old place among them, and back', async () => {
      const { queue } = opened().storage
      await givenQueued(opened(), 'first', { seconds: 1 })
      await givenQueued(opened(), 'second', { seconds: 2 })

      await queue.setWaiting('c-first', { kind: 'message', withBot: false })
      expect((await queue.list(10)).map((one) => one.conversationId)).toEqual(['c-second', 'c-first'])

      await queue.setWaiting('c-first', { kind: 'live', withBot: true })
      expect(await queue.position('c-first')).toBe(1)
      expect(await conversation('c-first')).toMatchObject({ status: 'queued', withBot: true })
    })

    it('forgets the bot once a person is there, and changes nothing for who does not wait', async () => {
      const { queue } = opened().storage
      const id = await givenQueued(opened(), 'lin')
      await queue.setWaiting(id, { kind: 'live', withBot: true })
      await store(opened(), says('还在吗', { conversationId: id }))
      expect(await conversation(id)).toMatchObject({ withBot: true })

      await queue.claim(id, 'mina', LATER, 99)
      await queue.giveBack(id, 'mina', LATER)

      expect(await conversation(id)).toMatchObject({ withBot: false })
      await queue.claim(id, 'mina', LATER, 99)
      expect(await queue.setWaiting(id, { kind: 'message', withBot: false })).toBe(false)
    })
  })

  describe('who waits for an answer', () => {
    it('lists held conversations without an answer for so long, and knows when a person first answered', async () => {
      const { conversations } = opened().storage
      const id = await givenAssigned(opened(), 'lin', 'mina')
      await store(opened(), says('在吗', { conversationId: id, at: NOON }))
      await givenQueued(opened(), 'queued')

      expect((await conversations.listIdle(NOON, 10)).map((one) => one.id)).toEqual([id])
      expect(await conversations.listIdle(NOON - 1, 10)).toEqual([])

      await store(opened(), agentSays('在的', { conversationId: id, at: LATER }))
      await store(opened(), agentSays('您说', { conversationId: id, at: MUCH_LATER }))
      expect(await conversations.listIdle(MUCH_LATER, 10)).toEqual([])
      expect(await conversation(id)).toMatchObject({ firstRepliedAt: LATER })
    })
  })
}
