import { describe, expect, it } from 'vitest'
import type { Customer } from '../../src/domain/customer.ts'
import type { Opened } from './every-store.ts'
import { givenConversation, givenQueued, NOON, says, store } from './given.ts'
import { order } from './orders.contract.ts'

const bare: Customer = {
  id: 'bare',
  locale: 'en',
  tier: 'regular',
  verified: false,
  tags: [],
  createdAt: NOON,
  lastSeenAt: NOON,
}
const wang: Customer = {
  ...bare,
  id: 'wang',
  name: '王',
  phone: '13800001111',
  email: 'w@x.cn',
  locale: 'zh',
  tier: 'vip',
  verified: true,
  tags: ['老客'],
  createdAt: NOON - 1000,
}

export function describeCustomers(opened: Opened): void {
  describe('customers', () => {
    const customers = () => opened().storage.customers
    const given = (...ids: string[]) => Promise.all(ids.map((id) => customers().create({ id, locale: 'en', at: NOON })))

    it('creates a record that nobody has vouched for', async () => {
      const [customer] = await given('lin')

      expect(customer).toEqual({
        id: 'lin',
        locale: 'en',
        tier: 'regular',
        verified: false,
        tags: [],
        createdAt: NOON,
        lastSeenAt: NOON,
      })
      expect(await customers().find('lin')).toEqual(customer)
      expect(await customers().find('nobody')).toBeUndefined()
    })

    it('finds customers by a part of their name or phone number, last seen first', async () => {
      const records = [
        { ...wang, id: 'wang-1', name: '王小雨', lastSeenAt: NOON },
        { ...wang, id: 'wang-2', name: '王大力', phone: '13900002222', lastSeenAt: NOON + 1 },
        { ...bare, id: 'emma', name: 'Emma_L', lastSeenAt: NOON + 2 },
      ]
      await customers().addAll(records.map((customer) => ({ customer, identities: [] })))
      const found = async (words: string, limit = 10) =>
        (await customers().searchNamed(words, limit)).map(({ id }) => id)

      expect(await found('王')).toEqual(['wang-2', 'wang-1'])
      expect(await found('王', 1)).toEqual(['wang-2'])
      expect(await found('emma_')).toEqual(['emma'])
      expect(await found('0000')).toEqual(['wang-2', 'wang-1'])
      expect(await found('%')).toEqual([])
      await customers().merge('wang-1', 'wang-2')
      expect(await found('王小雨')).toEqual([])
    })

    it('takes in whole records with their identities, more at once than fit into one statement', async () => {
      const records = Array.from({ length: 700 }, (_, at) => ({
        customer: { ...wang, id: `wang-${at}`, lastSeenAt: NOON + at },
        identities: [{ kind: 'shop', value: `w${at}` }] as const,
      }))

      await customers().addAll([...records, { customer: bare, identities: [] }])
      await customers().addAll([])

      expect(await customers().find('wang-699')).toEqual(records[699]?.customer)
      expect(await customers().findByIdentity({ kind: 'shop', value: 'w0' })).toEqual(records[0]?.customer)
      expect(await customers().find('bare')).toEqual(bare)
    })

    it('leaves an identity of a record that is taken in where it was tied first', async () => {
      await given('lin')
      await customers().addIdentity('lin', { kind: 'phone', value: '138' })

      await customers().addAll([{ customer: wang, identities: [{ kind: 'phone', value: '138' }] }])

      expect((await customers().findByIdentity({ kind: 'phone', value: '138' }))?.id).toBe('lin')
    })

    it('takes in all records or none', async () => {
      await given('lin')
      const known = { customer: { ...bare, id: 'lin' }, identities: [] }

      await expect(customers().addAll([{ customer: wang, identities: [] }, known])).rejects.toThrow()

      expect(await customers().find('wang')).toBeUndefined()
    })

    it('changes what a patch names and leaves the rest', async () => {
      await given('lin')
      const patch = {
        name: '林',
        phone: '13800001111',
        email: 'l@x.cn',
        tags: ['老客'],
        tier: 'vip',
      } as const

      await customers().update('lin', { ...patch, verified: true })
      const changed = await customers().update('lin', { locale: 'zh', email: '' })

      const { email: _, ...kept } = patch
      expect(changed).toMatchObject({ ...kept, verified: true, locale: 'zh' })
      expect(changed).not.toHaveProperty('email')
      expect(await customers().update('lin', {})).toEqual(changed)
      expect(await customers().find('lin')).toEqual(changed)
    })

    it('refuses to change a customer that does not exist', async () => {
      await expect(customers().update('nobody', { name: 'X' })).rejects.toMatchObject({ code: 'customer_not_found' })
    })

    it('finds a customer by an identity, which stays where it was tied first', async () => {
      await given('lin', 'wang')
      await customers().addIdentity('lin', { kind: 'phone', value: '138' })

      await customers().addIdentity('wang', { kind: 'phone', value: '138' })
      await customers().addIdentity('wang', { kind: 'email', value: '138' })

      expect((await customers().findByIdentity({ kind: 'phone', value: '138' }))?.id).toBe('lin')
      expect((await customers().findByIdentity({ kind: 'email', value: '138' }))?.id).toBe('wang')
      expect(await customers().findByIdentity({ kind: 'shop', value: '138' })).toBeUndefined()
    })

    it('lists the identities of a record, which a merge takes along', async () => {
      await given('lin', 'wang')
      await customers().addIdentity('lin', { kind: 'shop', value: 'shop-7' })
      await customers().addIdentity('lin', { kind: 'phone', value: '138' })
      await customers().addIdentity('wang', { kind: 'email', value: 'w@x.cn' })

      const before = await customers().listIdentities('lin')
      await customers().merge('lin', 'wang')

      expect(before).toEqual([
        { kind: 'phone', value: '138' },
        { kind: 'shop', value: 'shop-7' },
      ])
      expect(await customers().listIdentities('lin')).toEqual([])
      expect(await customers().listIdentities('wang')).toEqual([{ kind: 'email', value: 'w@x.cn' }, ...before])
    })

    it('moves everything of one record to the other when they are merged', async () => {
      const { storage } = opened()
      await given('known')
      await givenQueued(opened(), 'visitor')
      await givenConversation(storage, 'visitor', 'c-older')
      await customers().addIdentity('visitor', { kind: 'phone', value: '138' })
      await storage.orders.save([order('XE1', { customerId: 'visitor' })])

      await customers().merge('visitor', 'known')

      const conversations = await storage.conversations.list({ customerId: 'known', limit: 10 })
      expect(conversations.map(({ id }) => id).toSorted()).toEqual(['c-older', 'c-visitor'])
      expect(await storage.messages.listAfter('c-visitor', 0, 10)).toHaveLength(1)
      expect(await storage.queue.listHandoffs('known')).toHaveLength(1)
      expect((await storage.orders.listOf('known', 10)).map(({ number }) => number)).toEqual(['XE1'])
      expect((await customers().findByIdentity({ kind: 'phone', value: '138' }))?.id).toBe('known')
      expect((await customers().find('visitor'))?.id).toBe('known')
      expect(await storage.conversations.list({ customerId: 'visitor', limit: 10 })).toEqual([])
    })

    it('takes what the merged customer writes for the record that took it in', async () => {
      await givenConversation(opened().storage, 'visitor')
      await given('known')
      await customers().merge('visitor', 'known')

      const { customer } = await store(opened(), says('hi', { conversationId: 'c-visitor', seconds: 7 }))

      expect(customer).toMatchObject({ id: 'known', lastSeenAt: NOON + 7000 })
    })

    it('follows merges to the last record', async () => {
      await given('a', 'b', 'c', 'd')

      await customers().merge('a', 'b')
      await customers().merge('b', 'c')
      await customers().merge('c', 'd')

      const found = await Promise.all(['a', 'b', 'c', 'd'].map((id) => customers().find(id)))
      expect(found.map((customer) => customer?.id)).toEqual(['d', 'd', 'd', 'd'])
    })

    it('finds many at once, more than fit into one statement, each as it finds one alone', async () => {
      const ids = Array.from({ length: 2100 }, (_, index) => `many-${index}`)
      await customers().addAll(ids.map((id) => ({ customer: { ...bare, id }, identities: [] })))
      await given('lin', 'wang')
      await customers().merge('lin', 'wang')

      const found = await customers().findAll([...ids, 'lin', 'nobody', 'many-7'])

      expect(found.size).toBe(2101)
      expect(found.get('many-2099')).toEqual({ ...bare, id: 'many-2099' })
      expect(found.get('lin')).toEqual(await customers().find('wang'))
      expect(await customers().findAll([])).toEqual(new Map())
    })

    it('follows a merge into a record that was merged away itself', async () => {
      await given('a', 'b', 'c')
      await customers().merge('b', 'c')

      await customers().merge('a', 'b')

      expect((await customers().find('a'))?.id).toBe('c')
    })
  })
}
