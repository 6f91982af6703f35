import { describe, expect, it } from 'vitest'
import type { DialogueContext } from '../../src/domain/dialogue/context.ts'
import type { Opened } from './every-store.ts'
import {
  agentSays,
  appendOne,
  botSays,
  entry,
  givenAssigned,
  givenConversation,
  givenQueued,
  NOON,
  says,
  store,
} from './given.ts'

const CONTEXT: DialogueContext = {
  misses: 1,
  clarified: true,
  lastIntents: ['shipping.time'],
  offered: [{ value: 'returns.how', label: '怎么退货' }],
  orderNumber: 'XE1001',
}

export function describeConsequences(opened: Opened): void {
  describe('what a message does to its conversation', () => {
    it('sets the context with the message', async () => {
      const { storage } = opened()
      await givenConversation(storage)

      await store(opened(), botSays('哪一个？', { consequences: { context: CONTEXT } }))

      expect((await storage.conversations.find('c-lin'))?.context).toEqual(CONTEXT)
    })

    it('raises the handled mark with the message, and never lowers it', async () => {
      const { storage } = opened()
      await givenConversation(storage)
      await store(opened(), says('一'))
      await store(opened(), says('二'))

      const up = await store(opened(), botSays('答二', { consequences: { handledSeq: 2 } }))
      const down = await store(opened(), botSays('答一', { consequences: { handledSeq: 1 } }))

      expect(up.conversation).toMatchObject({ lastCustomerSeq: 2, handledSeq: 2 })
      expect(down.conversation.handledSeq).toBe(2)
    })

    it('takes what an agent writes for dealt with, whatever message it names', async () => {
      await givenConversation(opened().storage)
      await store(opened(), says('一'))
      await store(opened(), says('二'))

      const { conversation } = await store(opened(), agentSays('您好', { consequences: { handledSeq: 1 } }))

      expect(conversation.handledSeq).toBe(3)
    })

    it('puts a conversation that the bot leads into the queue', async () => {
      const { storage } = opened()
      await givenConversation(storage)

      const { conversation } = await store(
        opened(),
        botSays('稍等', { consequences: { enqueue: entry({ reason: 'anger' }) } }),
      )

      expect(conversation).toMatchObject({ status: 'queued', queuedFor: 'anger', waitingSince: NOON })
      expect(await storage.queue.list(10)).toEqual([{ conversationId: 'c-lin', ...entry({ reason: 'anger' }) }])
    })

    it('leaves a conversation where it is when it waits already, or when an agent holds it', async () => {
      const { storage } = opened()
      const waiting = await givenQueued(opened(), 'lin')
      const held = await givenAssigned(opened(), 'wang', 'mina')
      const again = { consequences: { enqueue: entry({ reason: 'anger', seconds: 60 }) } }

      await store(opened(), botSays('稍等', { conversationId: waiting, ...again }))
      await store(opened(), botSays('稍等', { conversationId: held, ...again }))

      expect(await storage.queue.list(10)).toEqual([{ conversationId: waiting, ...entry() }])
      expect(await storage.conversations.find(waiting)).toMatchObject({ status: 'queued', queuedFor: 'asked' })
      expect(await storage.conversations.find(held)).toMatchObject({ status: 'assigned', agentId: 'mina' })
    })

    it('takes a waiting conversation out of the queue, and no other', async () => {
      const { storage } = opened()
      const waiting = await givenQueued(opened(), 'lin')
      const held = await givenAssigned(opened(), 'wang', 'mina')

      for (const conversationId of [waiting, held]) {
        await store(opened(), botSays('我来答', { conversationId, consequences: { dequeue: true } }))
      }

      expect(await storage.queue.list(10)).toEqual([])
      expect(await storage.queue.position(waiting)).toBeUndefined()
      expect(await storage.conversations.find(waiting)).toMatchObject({ status: 'bot' })
      expect(await storage.conversations.find(held)).toMatchObject({ status: 'assigned', agentId: 'mina' })
    })

    it('lets a conversation wait again after it has left the queue', async () => {
      const { storage } = opened()
      await givenQueued(opened(), 'lin')
      await store(opened(), botSays('我来答', { consequences: { dequeue: true } }))

      await store(opened(), botSays('再转', { seconds: 60, consequences: { enqueue: entry({ seconds: 60 }) } }))

      expect(await storage.queue.list(10)).toEqual([{ conversationId: 'c-lin', ...entry({ seconds: 60 }) }])
    })

    it('carries consequences out only if the message is stored by this call', async () => {
      const { storage } = opened()
      await givenConversation(storage)
      await store(opened(), botSays('稍等'))
      const consequences = { context: CONTEXT, handledSeq: 1, enqueue: entry() }
      const body = { kind: 'text' as const, text: '别的' }

      const kinds = [
        (await appendOne(opened(), botSays('稍等', { consequences }))).kind,
        (await appendOne(opened(), botSays('稍等', { consequences, body }))).kind,
        (await appendOne(opened(), botSays('迟了', { consequences, whileStatus: ['assigned'] }))).kind,
      ]

      expect(kinds).toEqual(['duplicate', 'conflict', 'refused'])
      expect(await storage.conversations.find('c-lin')).toMatchObject({
        status: 'bot',
        handledSeq: 0,
        context: { misses: 0 },
      })
      expect(await storage.queue.list(10)).toEqual([])
    })

    it('counts what no agent has read until an agent writes', async () => {
      await givenConversation(opened().storage)

      const one = await store(opened(), says('一'))
      const two = await store(opened(), says('二'))
      const bot = await store(opened(), botSays('答'))
      const note = await store(opened(), agentSays('难缠', { body: { kind: 'note', text: '难缠' } }))
      const agent = await store(opened(), agentSays('您好'))

      const unread = [one, two, bot, note, agent].map(({ conversation }) => conversation.unread)
      expect(unread).toEqual([1, 2, 2, 2, 0])
      expect(agent.conversation).toMatchObject({ agentReadSeq: 5, handledSeq: 5, lastCustomerSeq: 2 })
    })

    it('knows since when the customer waits: from the first unanswered message on', async () => {
      await givenConversation(opened().storage)

      const first = await store(opened(), says('一', { seconds: 1 }))
      const second = await store(opened(), says('二', { seconds: 2 }))
      const note = await store(opened(), agentSays('难缠', { seconds: 3, body: { kind: 'note', text: '难缠' } }))
      const answer = await store(opened(), agentSays('您好', { seconds: 4 }))
      const third = await store(opened(), says('三', { seconds: 5 }))
      const bot = await store(opened(), botSays('答', { seconds: 6 }))

      const since = [first, second, note, answer, third, bot].map(({ conversation }) => conversation.waitingSince)
      expect(since).toEqual([NOON + 1000, NOON + 1000, NOON + 1000, undefined, NOON + 5000, undefined])
    })

    it('leaves the customer waiting where what the bot says answers nobody', async () => {
      await givenConversation(opened().storage)
      await store(opened(), says('一', { seconds: 1 }))

      const news = await store(opened(), botSays('您的退货已办好', { seconds: 2, answers: false }))

      expect(news.conversation).toMatchObject({ waitingSince: NOON + 1000, lastSeq: 2, handledSeq: 0 })
    })

    it('previews the newest words, cut short, and never a note', async () => {
      await givenConversation(opened().storage)

      const words = await store(opened(), says('几天能到'))
      const long = await store(opened(), says('长'.repeat(500)))
      const note = await store(opened(), agentSays('难缠', { body: { kind: 'note', text: '难缠' } }))
      const image = await store(opened(), says('image', { body: { kind: 'image', url: '/u/1.png' } }))

      expect(words.conversation.preview).toBe('几天能到')
      expect(long.conversation.preview.length).toBeLessThanOrEqual(120)
      expect(note.conversation.preview).toBe(long.conversation.preview)
      expect(image.conversation.preview).toBe('image')
    })

    it('touches the customer by their own messages only', async () => {
      const { storage } = opened()
      await givenConversation(storage)

      const own = await store(opened(), says('在吗', { seconds: 5 }))
      const bot = await store(opened(), botSays('在', { seconds: 9 }))

      expect([own.customer.lastSeenAt, bot.customer.lastSeenAt]).toEqual([NOON + 5000, NOON + 5000])
      expect((await storage.customers.find('lin'))?.lastSeenAt).toBe(NOON + 5000)
      expect((await storage.conversations.find('c-lin'))?.updatedAt).toBe(NOON + 9000)
    })

    it('does not touch an earlier moment by a message that comes late', async () => {
      const { storage } = opened()
      await givenConversation(storage)
      await store(opened(), says('later', { seconds: 60 }))

      const { conversation } = await store(opened(), botSays('earlier', { seconds: 1 }))

      expect(conversation.updatedAt).toBe(NOON + 60_000)
    })
  })
}
