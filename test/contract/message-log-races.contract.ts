import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'
import { botSays, entry, givenConversation, NOON, says, store, stored } from './given.ts'

export function describeLogRaces(opened: Opened): void {
  describe('message log, several at once', () => {
    it('gives distinct seqs to what is appended at once', async () => {
      const { storage, messages } = opened()
      await givenConversation(storage)

      const results = await Promise.all(Array.from({ length: 40 }, (_, index) => messages.append([says(`${index}`)])))

      expect(results.flat().map((result) => stored(result).message.seq)).toEqual(results.map((_, index) => index + 1))
    })

    it('leaves no gap and no double where two servers append to one conversation', async () => {
      const { storage, messages, twin } = opened()
      await givenConversation(storage)

      const results = await Promise.all(
        Array.from({ length: 40 }, (_, index) => (index % 2 ? twin.messages : messages).append([says(`${index}`)])),
      )

      const seqs = results.flat().map((result) => stored(result).message.seq)
      expect(seqs.toSorted((a, b) => a - b)).toEqual(results.map((_, index) => index + 1))
      expect(await storage.conversations.find('c-lin')).toMatchObject({ lastSeq: 40, unread: 40 })
    })

    it('stores one of two racing resends of a key, through two servers as well', async () => {
      const { storage, messages, twin } = opened()
      await givenConversation(storage)

      for (let round = 1; round <= 20; round += 1) {
        const draft = says(`round ${round}`)
        const [one, two] = (await Promise.all([messages.append([draft]), twin.messages.append([draft])])).flat()

        expect([one?.kind, two?.kind].toSorted()).toEqual(['duplicate', 'stored'])
        expect(one).toMatchObject({ message: { seq: round } })
        expect(two).toMatchObject({ message: { seq: round } })
      }
      expect(await storage.messages.listAfter('c-lin', 0, 100)).toHaveLength(20)
    })

    it('stores what two servers append to the same conversations in opposite order', async () => {
      const { storage, messages, twin } = opened()
      const names = ['an', 'bo', 'chen', 'ding']
      for (const name of names) await givenConversation(storage, name)
      const drafts = names.map((name) => ({
        conversationId: `c-${name}`,
        author: { kind: 'customer', id: name } as const,
      }))

      const results = await Promise.all(
        Array.from({ length: 10 }, (_, round) => [
          messages.append(drafts.map((draft) => says(`one ${round}`, draft))),
          twin.messages.append(drafts.toReversed().map((draft) => says(`two ${round}`, draft))),
        ]).flat(),
      )

      expect(results.flat().filter((result) => result.kind !== 'stored')).toEqual([])
    })

    it('does not let one poisonous draft sink the others', async () => {
      const { storage, messages } = opened()
      await givenConversation(storage)
      await givenConversation(storage, 'wang')
      const unstorable = says('poison', { at: Number.NaN, consequences: { enqueue: entry() } })

      const [before, poison, after, elsewhere] = await messages.append([
        says('before'),
        unstorable,
        says('after'),
        says('elsewhere', { conversationId: 'c-wang' }),
      ])

      expect(poison?.kind).toBe('error')
      expect([before, after, elsewhere].map((result) => stored(result).message.seq)).toEqual([1, 2, 1])
      expect((await storage.messages.listAfter('c-lin', 0, 10)).map((message) => message.seq)).toEqual([1, 2])
      expect(await storage.conversations.find('c-lin')).toMatchObject({ status: 'bot', lastSeq: 2, updatedAt: NOON })
      expect(await storage.queue.list(10)).toEqual([])
    })

    it('does not let a body that cannot be written down sink the others', async () => {
      const { storage, messages } = opened()
      await givenConversation(storage)
      const body = {
        kind: 'text' as const,
        text: 'x',
        toJSON: () => {
          throw new Error('unwritable')
        },
      }

      const results = await messages.append([says('before'), says('poison', { body }), says('after')])

      expect(results.map((result) => result.kind)).toEqual(['stored', 'error', 'stored'])
    })

    it('does not let a key that an engine cannot store sink the others', async () => {
      const { storage, messages } = opened()
      await givenConversation(storage)

      const [before, , after] = await messages.append([
        says('before'),
        says('odd', { key: 'nul \u0000' }),
        says('after'),
      ])

      expect([before?.kind, after?.kind]).toEqual(['stored', 'stored'])
      const kept = await storage.messages.listAfter('c-lin', 0, 10)
      expect(kept.map((message) => message.seq)).toEqual(kept.map((_, index) => index + 1))
    })

    it('stores nothing of a draft whose consequence fails', async () => {
      const { storage, messages } = opened()
      await givenConversation(storage)
      const { kind: _, ...broken } = entry()
      const enqueue = broken as ReturnType<typeof entry>

      const [failed] = await messages.append([botSays('转接中', { consequences: { enqueue, handledSeq: 1 } })])

      expect(failed?.kind).toBe('error')
      expect(await storage.messages.listAfter('c-lin', 0, 10)).toEqual([])
      expect(await storage.conversations.find('c-lin')).toMatchObject({ status: 'bot', lastSeq: 0, handledSeq: 0 })
      expect((await store(opened(), says('next'))).message.seq).toBe(1)
    })
  })
}
