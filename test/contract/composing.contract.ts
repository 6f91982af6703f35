import { describe, expect, it } from 'vitest'
import type { CannedReply } from '../../src/domain/canned-reply.ts'
import type { Draft } from '../../src/domain/draft.ts'
import type { Opened } from './every-store.ts'
import { NOON } from './given.ts'

function reply(id: string, more?: Partial<CannedReply>): CannedReply {
  return {
    id,
    folder: '售后',
    code: id,
    title: `标题 ${id}`,
    messages: [
      { kind: 'text', text: { zh: '您好', en: 'Hello' } },
      { kind: 'image', url: '/uploads/a.png' },
      { kind: 'file', url: '/uploads/b.pdf', name: '说明书.pdf', size: 12, mime: 'application/pdf' },
    ],
    createdAt: NOON,
    updatedAt: NOON,
    ...more,
  }
}

function draft(text: string, more?: Partial<Draft>): Draft {
  return { agentId: 'mina', conversationId: 'c-lin', text, note: false, at: NOON, ...more }
}

export function describeComposing(opened: Opened): void {
  describe('canned replies', () => {
    const store = () => opened().storage.cannedReplies

    it('keeps one whole, and writes it anew under its id', async () => {
      await store().save(reply('a'))
      const changed = reply('a', { folder: '', code: 'b', title: '新标题', ownerId: 'mina', updatedAt: NOON + 5 })
      await store().save(changed)

      expect(await store().find('a')).toEqual(changed)
      expect(await store().find('nobody')).toBeUndefined()
    })

    it("lists the team's and the agent's own by folder and title, and nobody else's", async () => {
      await store().save(reply('t2', { folder: 'b', title: '1' }))
      await store().save(reply('t1', { folder: 'a', title: '2' }))
      await store().save(reply('own', { folder: 'a', title: '1', ownerId: 'mina' }))
      await store().save(reply('other', { ownerId: 'zhou' }))

      expect((await store().listFor('mina')).map(({ id }) => id)).toEqual(['own', 't1', 't2'])
    })

    it('gives a code to one reply of an owner; other owners may have it too', async () => {
      await store().save(reply('a', { code: 'tk' }))
      await store().save(reply('b', { code: 'tk', ownerId: 'mina' }))
      await store().save(reply('c', { code: 'tk', ownerId: 'zhou' }))

      await expect(store().save(reply('d', { code: 'tk' }))).rejects.toMatchObject({ code: 'canned_code_taken' })
      await store().save(reply('e', { code: 'other' }))
      await expect(store().save(reply('e', { code: 'tk' }))).rejects.toMatchObject({ code: 'canned_code_taken' })
      expect(await store().find('e')).toMatchObject({ code: 'other' })
    })

    it('gives a code to one of two who want it at the same moment', async () => {
      const { storage, twin } = opened()
      const results = await Promise.allSettled([
        storage.cannedReplies.save(reply('a', { code: 'tk' })),
        twin.storage.cannedReplies.save(reply('b', { code: 'tk' })),
      ])

      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(results.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'canned_code_taken' })
    })

    it('removes one, for one caller only', async () => {
      await store().save(reply('a'))

      expect(await Promise.all([store().remove('a'), store().remove('a')])).toEqual(
        expect.arrayContaining([true, false]),
      )
      expect(await store().find('a')).toBeUndefined()
    })
  })

  describe('drafts', () => {
    const store = () => opened().storage.drafts

    it('keeps one per agent and conversation, the newest first', async () => {
      await store().put(draft('您好'))
      await store().put(draft('您好，在的', { note: true, at: NOON + 1 }))
      await store().put(draft('另一个', { conversationId: 'c-wang', at: NOON + 2 }))
      await store().put(draft('别人的', { agentId: 'zhou' }))

      expect(await store().listOf('mina')).toEqual([
        draft('另一个', { conversationId: 'c-wang', at: NOON + 2 }),
        draft('您好，在的', { note: true, at: NOON + 1 }),
      ])
    })

    it('lets no earlier one replace a later one', async () => {
      await store().put(draft('后写的', { at: NOON + 1 }))
      await store().put(draft('先写的', { at: NOON }))

      expect(await store().listOf('mina')).toMatchObject([{ text: '后写的' }])
    })

    it('removes one, or with words only one of just these words', async () => {
      await store().put(draft('您好'))

      expect(await store().remove('zhou', 'c-lin')).toBe(false)
      expect(await store().remove('mina', 'c-lin', '您好，在的')).toBe(false)
      expect(await store().remove('mina', 'c-lin', '您好')).toBe(true)
      await store().put(draft('又一个'))
      expect(await store().remove('mina', 'c-lin')).toBe(true)
      expect(await store().listOf('mina')).toEqual([])
    })
  })
}
