import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'
import { botSays, givenConversation, says, store } from './given.ts'

export function describeMessages(opened: Opened): void {
  describe('messages', () => {
    async function givenLines(count: number): Promise<void> {
      await givenConversation(opened().storage)
      await givenConversation(opened().storage, 'wang')
      await opened().messages.append([says('elsewhere', { conversationId: 'c-wang' })])
      await opened().messages.append(Array.from({ length: count }, (_, index) => says(`${index + 1}`)))
    }

    it('lists what comes after a seq, oldest first and no more than asked for', async () => {
      await givenLines(12)

      const lines = await opened().storage.messages.listAfter('c-lin', 8, 3)

      expect(lines.map((message) => message.seq)).toEqual([9, 10, 11])
      expect(await opened().storage.messages.listAfter('c-lin', 12, 3)).toEqual([])
    })

    it('lists the newest before a seq, oldest first', async () => {
      await givenLines(12)

      const lines = await opened().storage.messages.listBefore('c-lin', 11, 3)

      expect(lines.map((message) => message.seq)).toEqual([8, 9, 10])
      expect(await opened().storage.messages.listBefore('c-lin', 1, 3)).toEqual([])
    })

    it('finds words wherever they stand in what was said, newest first, and takes no character for any other', async () => {
      await givenLines(1)
      const lines = ['纯棉 100%_好', '100 块_好', 'He said "OK"\nnow', 'Linen DRESS', '这条是棉麻的', '纯棉的']
      await opened().messages.append(
        lines.map((text, index) => says(`line-${index}`, { body: { kind: 'text', text } })),
      )
      await opened().messages.append([
        says('picture', { body: { kind: 'image', url: '/uploads/text-kind.png' } }),
        says('note', { author: { kind: 'agent', id: 'mina', name: '米娜' }, body: { kind: 'note', text: '要棉的' } }),
      ])
      const find = async (words: string, limit = 10) =>
        (await opened().storage.messages.search('c-lin', words, limit)).map(({ seq }) => seq)

      expect(await find('棉')).toEqual([9, 7, 6, 2])
      expect(await find('棉', 2)).toEqual([9, 7])
      expect(await find('100%_')).toEqual([2])
      expect(await find('"ok"\nNOW')).toEqual([4])
      expect(await find('dress')).toEqual([5])
      expect(await find('text')).toEqual([])
      expect(await find('kind')).toEqual([])
      expect(await find('elsewhere')).toEqual([])
    })

    it('finds a message by its seq and by its key', async () => {
      await givenLines(2)
      const { messages } = opened().storage

      expect((await messages.find('c-lin', 2))?.body).toEqual({ kind: 'text', text: '2' })
      expect((await messages.findByKey('c-lin', 'customer:2'))?.seq).toBe(2)
      expect(await messages.find('c-lin', 3)).toBeUndefined()
      expect(await messages.findByKey('c-wang', 'customer:2')).toBeUndefined()
    })

    it('keeps the verdict on a bot message, and takes none on another', async () => {
      await givenLines(1)
      await store(opened(), botSays('答'))
      const { messages } = opened().storage

      const taken = [await messages.rate('c-lin', 2, true), await messages.rate('c-lin', 2, false)]
      const refused = [await messages.rate('c-lin', 1, true), await messages.rate('c-lin', 9, true)]

      expect([taken, refused]).toEqual([
        [true, true],
        [false, false],
      ])
      expect((await messages.find('c-lin', 2))?.helpful).toBe(false)
      expect((await messages.find('c-lin', 1))?.helpful).toBeUndefined()
    })
  })
}
