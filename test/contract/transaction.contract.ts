import { describe, expect, it } from 'vitest'
import type { MessageDraft } from '../../src/ports/message-log.ts'
import type { Opened } from './every-store.ts'
import { agent, entry, NOON, says, stored } from './given.ts'

const LINE: MessageDraft = {
  conversationId: 'c-lin',
  key: 'assigned-after-1',
  author: { kind: 'system' },
  body: { kind: 'event', event: { name: 'assigned', agentName: 'Mina' } },
  at: NOON + 1,
}

export function describeTransaction(opened: Opened): void {
  describe('transaction', () => {
    it('keeps all of the work, and returns what the work returns', async () => {
      const { storage } = opened()

      const result = await storage.transaction(async (stores) => {
        await stores.customers.create({ id: 'lin', locale: 'en', at: NOON })
        await stores.agents.create(agent('mina'), 'h')
        return (await stores.customers.find('lin'))?.id
      })

      expect(result).toBe('lin')
      expect(await storage.customers.find('lin')).toBeDefined()
      expect(await storage.agents.find('mina')).toBeDefined()
    })

    it('keeps nothing of work that throws, and throws the same', async () => {
      const { storage } = opened()
      await storage.customers.create({ id: 'lin', locale: 'en', at: NOON })
      const reason = new Error('halfway')

      const failed = storage.transaction(async (stores) => {
        await stores.customers.update('lin', { name: '林' })
        await stores.agents.create(agent('mina'), 'h')
        await stores.jobs.schedule({ key: 'j', kind: 'k', payload: {}, dueAt: NOON })
        throw reason
      })

      await expect(failed).rejects.toBe(reason)
      expect(await storage.customers.find('lin')).not.toHaveProperty('name')
      expect(await storage.agents.find('mina')).toBeUndefined()
      expect(await storage.jobs.claimDue(NOON, NOON + 1, 10)).toEqual([])
    })

    it('keeps nothing of work in which a store has refused', async () => {
      const { storage } = opened()
      await storage.agents.create(agent('mina'), 'h')

      const failed = storage.transaction(async (stores) => {
        await stores.customers.create({ id: 'lin', locale: 'en', at: NOON })
        await stores.agents.create(agent('other', { login: 'mina' }), 'h')
      })

      await expect(failed).rejects.toMatchObject({ code: 'login_taken' })
      expect(await storage.customers.find('lin')).toBeUndefined()
    })

    it('keeps transactions at once apart', async () => {
      const { storage } = opened()
      const add = (id: string) =>
        storage.transaction(async (stores) => {
          await stores.customers.create({ id, locale: 'en', at: NOON })
          if (id.startsWith('bad')) throw new Error(id)
        })

      const results = await Promise.allSettled(['good-1', 'bad-1', 'good-2', 'bad-2', 'good-3'].map(add))

      expect(results.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, false, true])
      const found = await Promise.all(
        ['good-1', 'bad-1', 'good-2', 'bad-2', 'good-3'].map((id) => storage.customers.find(id)),
      )
      expect(found.map((one) => one?.id)).toEqual(['good-1', undefined, 'good-2', undefined, 'good-3'])
    })

    it('does not take an append with it when it rolls back', async () => {
      const { storage, messages } = opened()
      await storage.customers.create({ id: 'lin', locale: 'en', at: NOON })
      await storage.conversations.open({ id: 'c-lin', customerId: 'lin', locale: 'en', at: NOON })

      let appended: ReturnType<typeof messages.append> = Promise.resolve([])
      const failed = storage.transaction(async (stores) => {
        await stores.agents.create(agent('mina'), 'h')
        appended = messages.append([says('在吗')])
        await new Promise((resolve) => setTimeout(resolve, 20))
        throw new Error('halfway')
      })

      await expect(failed).rejects.toThrow('halfway')
      expect(stored((await appended)[0]).message.seq).toBe(1)
      expect(await storage.messages.listAfter('c-lin', 0, 10)).toHaveLength(1)
      expect(await storage.agents.find('mina')).toBeUndefined()
    })

    it('takes a message with it: stored as the log stores it, once per key, or not at all', async () => {
      const { storage, messages } = opened()
      await storage.customers.create({ id: 'lin', locale: 'en', at: NOON })
      await storage.conversations.open({ id: 'c-lin', customerId: 'lin', locale: 'en', at: NOON })
      await storage.agents.create(agent('mina'), 'h')
      await messages.append([says('转人工', { consequences: { enqueue: entry() } })])
      const line = (halfway: boolean) =>
        storage.transaction(async (stores) => {
          await stores.queue.claim('c-lin', 'mina', NOON + 1, 9)
          const result = await stores.messages.append(LINE)
          if (halfway) throw new Error('halfway')
          return result
        })

      await expect(line(true)).rejects.toThrow('halfway')
      expect(await storage.conversations.find('c-lin')).toMatchObject({ status: 'queued', lastSeq: 1 })
      expect(await storage.messages.listAfter('c-lin', 0, 10)).toHaveLength(1)

      const first = stored(await line(false))
      expect(first.message).toMatchObject({ seq: 2, body: LINE.body })
      expect(first.conversation).toEqual(await storage.conversations.find('c-lin'))
      expect(first.conversation).toMatchObject({ status: 'assigned', agentId: 'mina', lastSeq: 2 })
      expect(first.customer).toEqual(await storage.customers.find('lin'))

      expect(await storage.messages.append(LINE)).toMatchObject({ kind: 'duplicate', message: { seq: 2 } })
      expect(await storage.messages.append({ ...LINE, at: NOON, conversationId: 'c-none' })).toEqual({
        kind: 'missing',
      })
      expect(await storage.messages.listAfter('c-lin', 0, 10)).toHaveLength(2)
    })

    it('counts on beside the log, in the same conversation and at the same time', async () => {
      const { storage, messages, twin } = opened()
      await storage.customers.create({ id: 'lin', locale: 'en', at: NOON })
      await storage.conversations.open({ id: 'c-lin', customerId: 'lin', locale: 'en', at: NOON })
      const keys = Array.from({ length: 12 }, (_, index) => `line-${index}`)

      const results = await Promise.all(
        keys.flatMap((key, index) => [
          (index % 2 ? storage : twin.storage).transaction((stores) => stores.messages.append({ ...LINE, key })),
          messages.append([says(`word ${index}`)]).then(([one]) => one),
        ]),
      )

      const seqs = results.map((one) => stored(one).message.seq).toSorted((a, b) => a - b)
      expect(seqs).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
      expect(await storage.conversations.find('c-lin')).toMatchObject({ lastSeq: 24 })
    })

    it.each<[what: string, draft: MessageDraft]>([
      ['from a customer', says('在吗')],
      ['that calls people', says('转人工', { consequences: { enqueue: entry() } })],
      ['that is refused', says('在吗', { whileStatus: ['assigned'] })],
    ])('writes a message %s as the log does', async (_what, draft) => {
      const { storage, messages } = opened()
      const open = async (id: string) => {
        await storage.customers.create({ id, locale: 'en', at: NOON })
        await storage.conversations.open({ id: `c-${id}`, customerId: id, locale: 'en', at: NOON })
        return { ...draft, conversationId: `c-${id}` }
      }
      const [logged, added] = [await open('lin'), await open('wang')]

      const [byLog] = await messages.append([logged])
      const byStore = await storage.messages.append(added)

      const told = (result: unknown) => JSON.stringify([result]).replaceAll('wang', 'lin')
      expect(told(byStore)).toBe(told(byLog))
      expect(told(await storage.conversations.find('c-wang'))).toBe(told(await storage.conversations.find('c-lin')))
      expect(told(await storage.queue.find('c-wang'))).toBe(told(await storage.queue.find('c-lin')))
    })

    it('answers a ping', async () => {
      await expect(opened().storage.ping()).resolves.toBeUndefined()
    })
  })
}
