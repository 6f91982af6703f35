import { describe, expect, it } from 'vitest'
import type { Explanation } from '../../src/domain/explanation.ts'
import type { Opened } from './every-store.ts'
import { agentSays, appendOne, botSays, givenConversation, NOON, says, store, stored } from './given.ts'

const EXPLANATION: Explanation = {
  heardSeq: 1,
  rule: 'answer',
  candidates: [
    { intent: 'shipping.time', confidence: 0.9123456789, evidence: [{ example: '几天能到', similarity: 0.87 }] },
  ],
  thresholds: { answer: 0.8, clarify: 0.4 },
  facts: { 'shop.cutoff': '16:00' },
  answer: 0,
  knowledgeVersion: 'k1',
}

export function describeMessageLog(opened: Opened): void {
  describe('message log', () => {
    it('numbers the messages of a conversation from 1 without gaps, refused ones included', async () => {
      const { storage } = opened()
      await givenConversation(storage)

      await store(opened(), says('first'))
      await appendOne(opened(), says('never', { whileStatus: ['assigned'] }))
      await appendOne(opened(), says('first'))
      const third = await store(opened(), says('second'))

      expect(third.message.seq).toBe(2)
      expect(third.conversation.lastSeq).toBe(2)
    })

    it('numbers each conversation by itself', async () => {
      const { storage, messages } = opened()
      await givenConversation(storage)
      await givenConversation(storage, 'wang')

      const results = await messages.append([says('a'), says('b', { conversationId: 'c-wang' }), says('c')])

      expect(results.map((result) => stored(result).message.seq)).toEqual([1, 1, 2])
    })

    it('keeps the order of the drafts of one batch, in what it stores and in what it returns', async () => {
      const { storage, messages } = opened()
      await givenConversation(storage)
      const words = Array.from({ length: 30 }, (_, index) => `line ${index}`)

      const results = await messages.append(words.map((text) => says(text)))

      const kept = await storage.messages.listAfter('c-lin', 0, 100)
      expect(kept.map(({ seq, body }) => [seq, body])).toEqual(
        words.map((text, index) => [index + 1, { kind: 'text', text }]),
      )
      expect(results.map((result) => stored(result).message)).toEqual(kept)
    })

    it('returns what is stored: what a later reader finds', async () => {
      const { storage, messages } = opened()
      await givenConversation(storage)
      const drafts = [
        says('在吗', { key: 'customer:web-1' }),
        botSays('在的', { explanation: EXPLANATION }),
        agentSays('我是 Mina'),
        says('assigned', {
          key: 'event:1',
          author: { kind: 'system' },
          body: { kind: 'event', event: { name: 'queued' } },
        }),
      ]

      const results = await messages.append(drafts)

      const kept = await storage.messages.listAfter('c-lin', 0, 10)
      expect(results.map((result) => stored(result).message)).toEqual(kept)
      expect(kept.map((message) => message.author)).toEqual(drafts.map((draft) => draft.author))
      expect(kept.map((message) => message.clientId)).toEqual(['web-1', undefined, undefined, undefined])
      expect(stored(results.at(-1)).conversation).toEqual(await storage.conversations.find('c-lin'))
      expect(stored(results.at(-1)).customer).toEqual(await storage.customers.find('lin'))
    })

    it('keeps the explanation of a bot message whole', async () => {
      const { storage } = opened()
      await givenConversation(storage)

      const { message } = await store(opened(), botSays('三天内', { explanation: EXPLANATION }))

      expect(message.explanation).toEqual(EXPLANATION)
      expect((await storage.messages.find('c-lin', 1))?.explanation).toEqual(EXPLANATION)
    })

    it('stores the same key with the same body once, and answers the resend with the stored message', async () => {
      const { storage } = opened()
      await givenConversation(storage)
      const first = await store(opened(), says('你好'))

      const again = await appendOne(opened(), says('你好', { seconds: 9 }))

      expect(again).toMatchObject({
        kind: 'duplicate',
        message: first.message,
        conversation: { lastSeq: 1, unread: 1 },
      })
      expect(await storage.messages.listAfter('c-lin', 0, 10)).toEqual([first.message])
      expect(await storage.conversations.find('c-lin')).toEqual(first.conversation)
    })

    it('knows a resend within the same batch', async () => {
      const { storage, messages } = opened()
      await givenConversation(storage)

      const results = await messages.append([
        says('你好'),
        says('你好'),
        says('你好', { body: { kind: 'text', text: '!' } }),
      ])

      expect(results.map((result) => result.kind)).toEqual(['stored', 'duplicate', 'conflict'])
      expect(await storage.messages.listAfter('c-lin', 0, 10)).toHaveLength(1)
    })

    it('takes the same key in two conversations for two messages', async () => {
      const { storage, messages } = opened()
      await givenConversation(storage)
      await givenConversation(storage, 'wang')

      const results = await messages.append([says('hi'), says('hi', { conversationId: 'c-wang' })])

      expect(results.map((result) => result.kind)).toEqual(['stored', 'stored'])
    })

    it('reports a conflict for a key that was used for another body, and stores nothing', async () => {
      const { storage } = opened()
      await givenConversation(storage)
      await store(opened(), says('你好'))

      const other = await appendOne(opened(), says('你好', { body: { kind: 'text', text: '再见' } }))

      expect(other).toEqual({ kind: 'conflict' })
      expect((await storage.messages.listAfter('c-lin', 0, 10)).map((message) => message.body)).toEqual([
        { kind: 'text', text: '你好' },
      ])
    })

    it('refuses a draft whose conversation has left the status it asks for, and stores it in that status', async () => {
      const { storage } = opened()
      await givenConversation(storage)

      const refused = await appendOne(opened(), agentSays('hi', { whileStatus: ['queued', 'assigned'] }))
      const taken = await appendOne(opened(), agentSays('hi', { whileStatus: ['bot'] }))

      expect(refused).toEqual({ kind: 'refused', status: 'bot' })
      expect(stored(taken).message.seq).toBe(1)
    })

    it('knows a resend that comes after the shopper has moved on, and keeps the bot’s own keys apart', async () => {
      const opening = opened()
      await givenConversation(opening.storage)
      const first = await store(opening, says('hi'))
      await store(opening, botSays('hello', { key: 'reply-to-1' }))
      await opening.storage.conversations.open({
        id: 'c-next',
        customerId: 'lin',
        locale: 'zh',
        at: NOON + 1,
        previousId: 'c-lin',
      })

      const [again, other, reply] = await opening.messages.append([
        says('hi', { conversationId: 'c-next' }),
        says('new', { conversationId: 'c-next' }),
        botSays('welcome back', { conversationId: 'c-next', key: 'reply-to-1' }),
      ])

      expect(again).toMatchObject({ kind: 'duplicate', message: first.message })
      expect(stored(other).message).toMatchObject({ conversationId: 'c-next', seq: 1 })
      expect(stored(reply).message).toMatchObject({ conversationId: 'c-next', seq: 2 })
    })

    it('answers a resend as a duplicate even after the status has changed', async () => {
      const { storage } = opened()
      await givenConversation(storage)
      await store(opened(), botSays('hi', { whileStatus: ['bot'], consequences: {} }))

      const again = await appendOne(opened(), botSays('hi', { whileStatus: ['assigned'] }))

      expect(again.kind).toBe('duplicate')
    })

    it('reports a conversation that does not exist as missing, and stores the rest of the batch', async () => {
      const { storage, messages } = opened()
      await givenConversation(storage)

      const results = await messages.append([says('a', { conversationId: 'nobody' }), says('b')])

      expect(results.map((result) => result.kind)).toEqual(['missing', 'stored'])
      expect(await storage.messages.listAfter('nobody', 0, 10)).toEqual([])
    })

    it('gives an empty batch an empty answer', async () => {
      expect(await opened().messages.append([])).toEqual([])
    })

    it('stores a message of every length, whatever stands where its preview is cut', async () => {
      const { storage } = opened()
      await givenConversation(storage)
      const words = Array.from({ length: 6 }, (_, index) => `${'字'.repeat(115 + index)}😀😀😀`)

      for (const text of words) await store(opened(), says(text))

      const kept = await storage.messages.listAfter('c-lin', 0, 10)
      expect(kept.map((message) => message.body)).toEqual(words.map((text) => ({ kind: 'text', text })))
    })

    it.each(['nul \u0000 inside', 'half \ud83d an emoji', 'quote \' and \\ and " and %', '👩‍👩‍👧 \u202e عربى'])(
      'stores and returns any text as it is: %j',
      async (text) => {
        const { storage } = opened()
        await givenConversation(storage)

        await store(opened(), says(text, { key: 'customer:odd' }))

        expect((await storage.messages.find('c-lin', 1))?.body).toEqual({ kind: 'text', text })
      },
    )
  })
}
