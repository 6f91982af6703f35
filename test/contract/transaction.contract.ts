import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'
import { agent, NOON, says, stored } from './given.ts'

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

    it('answers a ping', async () => {
      await expect(opened().storage.ping()).resolves.toBeUndefined()
    })
  })
}
