import { describe, expect, it } from 'vitest'
import type { CustomerNote } from '../../src/domain/customer.ts'
import type { Opened } from './every-store.ts'
import { givenConversation, NOON } from './given.ts'

function note(id: string, more?: Partial<CustomerNote>): CustomerNote {
  return { id, customerId: 'lin', text: `记 ${id}`, by: { id: 'mina', name: 'Mina' }, at: NOON, ...more }
}

export function describeCustomerNotes(opened: Opened): void {
  describe('notes on a customer', () => {
    const notes = () => opened().storage.customerNotes

    it('keeps them with author and time, newest first', async () => {
      const { by: _, ...nobody } = note('c', { at: NOON + 2 })
      await notes().add(note('a'))
      await notes().add(note('b', { at: NOON + 1, by: { id: 'olga', name: '店主' } }))
      await notes().add(nobody)
      await notes().add(note('other', { customerId: 'wang' }))

      expect(await notes().list('lin')).toEqual([
        nobody,
        note('b', { at: NOON + 1, by: { id: 'olga', name: '店主' } }),
        note('a'),
      ])
      expect(await notes().find('a')).toEqual({ ...note('a'), deleted: false })
      expect(await notes().find('none')).toBeUndefined()
    })

    it('changes the words and says when', async () => {
      await notes().add(note('a'))

      await notes().edit('a', '改过', NOON + 5)

      expect(await notes().list('lin')).toEqual([note('a', { text: '改过', editedAt: NOON + 5 })])
    })

    it('takes one off the list, and puts it back in its old place', async () => {
      await notes().add(note('a'))
      await notes().add(note('b', { at: NOON + 1 }))

      await notes().setDeleted('b', NOON + 2)
      const without = await notes().list('lin')
      const found = await notes().find('b')
      await notes().setDeleted('b', undefined)

      expect(without.map(({ id }) => id)).toEqual(['a'])
      expect(found?.deleted).toBe(true)
      expect((await notes().list('lin')).map(({ id }) => id)).toEqual(['b', 'a'])
    })

    it('goes along when records are merged', async () => {
      await givenConversation(opened().storage, 'lin')
      await givenConversation(opened().storage, 'known')
      await notes().add(note('a'))

      await opened().storage.customers.merge('lin', 'known')

      expect((await notes().list('known')).map(({ id }) => id)).toEqual(['a'])
      expect(await notes().list('lin')).toEqual([])
    })
  })
}
