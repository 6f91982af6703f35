import { describe, expect, it } from 'vitest'
import { EMPTY_CONTEXT } from '../../src/domain/dialogue/context.ts'
import type { Opened } from './every-store.ts'
import { botSays, givenAssigned, givenConversation, givenQueued, NOON, says, store } from './given.ts'

export function describeConversations(opened: Opened): void {
  describe('conversations', () => {
    const conversations = () => opened().storage.conversations

    it('opens a conversation that the bot leads and that has no line yet', async () => {
      const conversation = await givenConversation(opened().storage)

      expect(conversation).toEqual({
        id: 'c-lin',
        customerId: 'lin',
        status: 'bot',
        locale: 'zh',
        lastSeq: 0,
        lastCustomerSeq: 0,
        handledSeq: 0,
        customerDeliveredSeq: 0,
        customerReadSeq: 0,
        agentReadSeq: 0,
        context: EMPTY_CONTEXT,
        unread: 0,
        preview: '',
        labels: [],
        createdAt: NOON,
        updatedAt: NOON,
      })
      expect(await conversations().find('c-lin')).toEqual(conversation)
      expect(await conversations().find('c-nobody')).toBeUndefined()
    })

    it('finds many at once, each as it finds one alone', async () => {
      await givenConversation(opened().storage)
      await givenQueued(opened(), 'wang')

      const found = await conversations().findAll(['c-wang', 'c-nobody', 'c-lin', 'c-lin'])

      expect([...found.keys()].toSorted()).toEqual(['c-lin', 'c-wang'])
      for (const [id, conversation] of found) expect(conversation).toEqual(await conversations().find(id))
      expect(await conversations().findAll([])).toEqual(new Map())
    })

    it('opens one follower of a conversation, however many ask at once', async () => {
      const { storage, twin } = opened()
      await givenConversation(storage)
      const draft = { customerId: 'lin', locale: 'zh', at: NOON, previousId: 'c-lin' } as const

      const followers = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          (index % 2 ? twin.storage : storage).conversations.open({ ...draft, id: `next-${index}` }),
        ),
      )

      expect(new Set(followers.map((one) => one.id)).size).toBe(1)
      expect(followers[0]).toMatchObject({ previousId: 'c-lin', status: 'bot' })
      expect(await conversations().list({ customerId: 'lin', limit: 10 })).toHaveLength(2)
    })

    it("finds the customer's newest conversation, whatever its status", async () => {
      const { storage } = opened()
      const id = await givenAssigned(opened(), 'lin', 'mina')
      await storage.queue.resolve(id, 'mina', NOON + 1)
      expect((await conversations().findCurrent('lin'))?.id).toBe(id)

      await conversations().open({ id: 'c-2', customerId: 'lin', locale: 'en', at: NOON + 2, previousId: id })

      expect((await conversations().findCurrent('lin'))?.id).toBe('c-2')
      expect(await conversations().findCurrent('nobody')).toBeUndefined()
    })

    it('lists conversations with a message, last touched first', async () => {
      for (const [name, seconds] of [
        ['an', 10],
        ['bo', 30],
        ['chen', 20],
      ] as const) {
        const { id } = await givenConversation(opened().storage, name)
        await store(opened(), says('hi', { conversationId: id, seconds }))
      }
      await givenConversation(opened().storage, 'silent')

      const ids = async (filter: { before?: number; limit: number }) =>
        (await conversations().list(filter)).map((conversation) => conversation.id)

      expect(await ids({ limit: 10 })).toEqual(['c-bo', 'c-chen', 'c-an'])
      expect(await ids({ limit: 2 })).toEqual(['c-bo', 'c-chen'])
      expect(await ids({ before: NOON + 30_000, limit: 10 })).toEqual(['c-chen', 'c-an'])
      expect((await conversations().list({ customerId: 'silent', limit: 10 })).map(({ id }) => id)).toEqual([
        'c-silent',
      ])
    })

    it('lists by status and by agent', async () => {
      const { storage } = opened()
      const mine = await givenAssigned(opened(), 'an', 'mina')
      const ended = await givenAssigned(opened(), 'bo', 'mina')
      await storage.queue.resolve(ended, 'mina', NOON)
      const waiting = await givenQueued(opened(), 'chen')

      const ids = async (filter: { status?: 'assigned' | 'queued' | 'resolved'; agentId?: string }) =>
        (await conversations().list({ ...filter, limit: 10 })).map((conversation) => conversation.id).toSorted()

      expect(await ids({ status: 'queued' })).toEqual([waiting])
      expect(await ids({ status: 'resolved' })).toEqual([ended])
      expect(await ids({ status: 'assigned' })).toEqual([mine])
      expect(await ids({ agentId: 'mina' })).toEqual([mine])
    })

    it('lists what nobody has dealt with, oldest first, and leaves out what is too fresh', async () => {
      for (const [name, seconds] of [
        ['an', 20],
        ['bo', 10],
        ['chen', 90],
        ['ding', 1],
      ] as const) {
        const { id } = await givenConversation(opened().storage, name)
        await store(opened(), says('hi', { conversationId: id, seconds }))
      }
      await store(opened(), botSays('hi', { conversationId: 'c-ding', consequences: { handledSeq: 1 } }))

      const ids = async (limit: number) =>
        (await conversations().listUnhandled(NOON + 60_000, limit)).map((conversation) => conversation.id)

      expect(await ids(10)).toEqual(['c-bo', 'c-an'])
      expect(await ids(1)).toEqual(['c-bo'])
    })

    it('sets context and locale', async () => {
      await givenConversation(opened().storage)
      const context = { ...EMPTY_CONTEXT, misses: 2, page: { url: '/a', title: 'A' } }

      await conversations().setContext('c-lin', context)
      await conversations().setLocale('c-lin', 'en')

      expect(await conversations().find('c-lin')).toMatchObject({ context, locale: 'en' })
    })

    it.each(['customerDeliveredSeq', 'customerReadSeq', 'agentReadSeq', 'handledSeq'] as const)(
      'raises %s and never lowers it',
      async (mark) => {
        await givenConversation(opened().storage)
        await opened().messages.append([says('1'), says('2'), says('3')])

        await conversations().raise('c-lin', mark, 2)
        expect(await conversations().find('c-lin')).toMatchObject({ [mark]: 2 })
        await conversations().raise('c-lin', mark, 1)

        expect(await conversations().find('c-lin')).toMatchObject({ [mark]: 2 })
      },
    )

    it('counts as unread what came after the mark of the agent', async () => {
      await givenConversation(opened().storage)
      await opened().messages.append([says('1'), says('2'), botSays('3'), says('4')])

      await conversations().raise('c-lin', 'agentReadSeq', 2)
      expect(await conversations().find('c-lin')).toMatchObject({ agentReadSeq: 2, unread: 1 })
      await conversations().raise('c-lin', 'agentReadSeq', 4)

      expect(await conversations().find('c-lin')).toMatchObject({ agentReadSeq: 4, unread: 0 })
    })

    it('counts what each agent holds', async () => {
      await givenAssigned(opened(), 'an', 'mina')
      await givenAssigned(opened(), 'bo', 'mina')
      await givenAssigned(opened(), 'chen', 'noor')
      await givenQueued(opened(), 'ding')
      await opened().storage.queue.resolve(await givenAssigned(opened(), 'er', 'omar'), 'omar', NOON)

      expect(await conversations().countAssigned()).toEqual(
        new Map([
          ['mina', 2],
          ['noor', 1],
        ]),
      )
    })
  })
}
