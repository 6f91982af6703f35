import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'
import { givenConversation, says, store } from './given.ts'

export function describeLabels(opened: Opened): void {
  describe('labels', () => {
    async function givenLabels(): Promise<void> {
      await givenConversation(opened().storage)
      await givenConversation(opened().storage, 'wang')
      const { labels } = opened().storage
      await labels.create({ id: 'l-1', name: '待回访', color: 'orange' })
      await labels.create({ id: 'l-11', name: '投诉', color: 'red' })
    }
    const labelsOf = async (id: string) => (await opened().storage.conversations.find(id))?.labels

    it('lists them in the order in which they were made, under names of their own', async () => {
      await givenLabels()
      const { labels } = opened().storage

      await expect(labels.create({ id: 'l-3', name: '投诉', color: 'gray' })).rejects.toThrow('of this name already')
      await expect(labels.update('l-1', { name: '投诉' })).rejects.toThrow('of this name already')
      await expect(labels.update('l-9', { name: '别的' })).rejects.toThrow('does not exist')
      expect(await labels.update('l-1', { name: '回访', color: 'blue' })).toEqual({
        id: 'l-1',
        name: '回访',
        color: 'blue',
      })
      expect((await labels.list()).map((one) => one.name)).toEqual(['回访', '投诉'])
    })

    it('puts each on a conversation once, and takes off no more than it', async () => {
      await givenLabels()
      const { labels } = opened().storage

      for (const id of ['l-1', 'l-11', 'l-1']) await labels.attach('c-lin', id)
      expect(await labelsOf('c-lin')).toEqual(['l-1', 'l-11'])

      await labels.detach('c-lin', 'l-1')
      await labels.detach('c-lin', 'l-1')
      expect(await labelsOf('c-lin')).toEqual(['l-11'])
      await expect(labels.attach('c-lin', 'l-9')).rejects.toThrow('does not exist')
    })

    it('keeps them while messages come, and finds conversations by them', async () => {
      await givenLabels()
      const { labels, search } = opened().storage
      await labels.attach('c-lin', 'l-1')

      const { conversation } = await store(opened(), says('在吗'))
      await store(opened(), says('在', { conversationId: 'c-wang', author: { kind: 'customer', id: 'wang' } }))

      expect(conversation.labels).toEqual(['l-1'])
      const found = await search.find({ label: 'l-1' }, { limit: 5 })
      expect(found.map((row) => row.conversation.id)).toEqual(['c-lin'])
    })

    it('takes a removed one off every conversation', async () => {
      await givenLabels()
      const { labels } = opened().storage
      for (const id of ['c-lin', 'c-wang']) await labels.attach(id, 'l-1')
      await labels.attach('c-wang', 'l-11')
      expect(await labels.countUses()).toEqual(
        new Map([
          ['l-1', 2],
          ['l-11', 1],
        ]),
      )

      expect(await labels.remove('l-1')).toBe(true)
      expect(await labels.remove('l-1')).toBe(false)

      expect(await labelsOf('c-lin')).toEqual([])
      expect(await labelsOf('c-wang')).toEqual(['l-11'])
      expect((await labels.list()).map((one) => one.id)).toEqual(['l-11'])
    })
  })
}
