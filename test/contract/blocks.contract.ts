import { describe, expect, it } from 'vitest'
import { type Block, FOREVER } from '../../src/domain/block.ts'
import type { Opened } from './every-store.ts'
import { appendOne, givenAssigned, givenConversation, givenQueued, NOON, says, store } from './given.ts'

const HOUR = 3_600_000

function block(customerId: string, more?: Partial<Block>): Block {
  return { customerId, reason: '辱骂', by: { id: 'mina', name: 'Mina' }, from: NOON, ...more }
}

export function describeBlocks(opened: Opened): void {
  describe('blocks', () => {
    const blocks = () => opened().storage.blocks
    const write = (text: string, more?: Parameters<typeof says>[1]) => appendOne(opened(), says(text, more))

    it('keeps who shut a customer out, why and until when, and forgets it when its time is over', async () => {
      await givenConversation(opened().storage)
      const day = block('lin', { until: NOON + HOUR })

      await blocks().set(day)

      expect(await blocks().find('lin', NOON + HOUR - 1)).toEqual(day)
      expect(await blocks().find('lin', NOON + HOUR)).toBeUndefined()
      expect(await blocks().find('wang', NOON)).toBeUndefined()
      expect((await opened().storage.customers.find('lin'))?.blockedUntil).toBe(NOON + HOUR)
      await expect(blocks().set(block('nobody'))).rejects.toMatchObject({ code: 'customer_not_found' })
    })

    it('stores nothing of one who is shut out, until the block ends by itself', async () => {
      await givenConversation(opened().storage)
      await blocks().set(block('lin', { until: NOON + HOUR }))

      expect(await write('一', { at: NOON + 1 })).toEqual({ kind: 'blocked', until: NOON + HOUR })
      expect(await opened().storage.messages.listAfter('c-lin', 0, 9)).toEqual([])
      expect(await write('一', { at: NOON + HOUR })).toMatchObject({ kind: 'stored' })
    })

    it('acknowledges what was stored before, and lets everybody else speak', async () => {
      await givenConversation(opened().storage)
      await store(opened(), says('一'))
      await blocks().set(block('lin'))

      expect(await write('一')).toMatchObject({ kind: 'duplicate' })
      expect(await write('二')).toEqual({ kind: 'blocked', until: FOREVER })
      expect(await write('三', { author: { kind: 'agent', id: 'mina', name: 'Mina' } })).toMatchObject({
        kind: 'stored',
      })
    })

    it('lets a customer write again when the block is lifted, once', async () => {
      await givenConversation(opened().storage)
      await blocks().set(block('lin'))

      const lifted = [
        await blocks().lift('lin', { by: 'olga', at: NOON + 1 }),
        await blocks().lift('lin', { by: 'olga', at: NOON + 2 }),
      ]

      expect(lifted).toEqual([true, false])
      expect(await blocks().find('lin', NOON + 2)).toBeUndefined()
      expect(await write('一')).toMatchObject({ kind: 'stored' })
    })

    it('puts a new block in place of the one in force, and lists those in force, newest first', async () => {
      for (const name of ['lin', 'wang', 'zhao']) await givenConversation(opened().storage, name)
      await blocks().set(block('lin'))
      await blocks().set(block('wang', { from: NOON + 1, until: NOON + 5 }))
      await blocks().set(block('zhao', { from: NOON + 2 }))
      const shorter = block('lin', { from: NOON + 3, until: NOON + HOUR, reason: '广告' })

      await blocks().set(shorter)

      expect(await blocks().find('lin', NOON + 4)).toEqual(shorter)
      expect((await blocks().list(NOON + 4, 10)).map((one) => one.customerId)).toEqual(['lin', 'zhao', 'wang'])
      expect((await blocks().list(NOON + 5, 1)).map((one) => one.customerId)).toEqual(['lin'])
    })

    it('follows a merge either way, and of two the longer one counts', async () => {
      const { customers } = opened().storage
      for (const name of ['visitor', 'known', 'other']) await givenConversation(opened().storage, name)
      await blocks().set(block('visitor', { until: NOON + HOUR }))
      await blocks().set(block('other', { from: NOON + 1 }))

      await customers.merge('visitor', 'known')
      const afterFirst = await blocks().find('known', NOON + 2)
      await customers.merge('known', 'other')

      expect(afterFirst).toMatchObject({ customerId: 'known', until: NOON + HOUR })
      expect(await blocks().find('other', NOON + 2)).toMatchObject({ from: NOON + 1 })
      expect((await customers.find('visitor'))?.blockedUntil).toBe(FOREVER)
      expect(await write('一', { conversationId: 'c-known' })).toMatchObject({ kind: 'blocked' })
    })

    it('ends what goes on, whoever has it, and leaves the rest alone', async () => {
      const { conversations, queue } = opened().storage
      const queued = await givenQueued(opened(), 'lin')
      await givenConversation(opened().storage, 'lin', 'c-silent')
      const others = await givenAssigned(opened(), 'wang', 'mina')

      const ended = await blocks().endConversations('lin', NOON + 9)
      const held = await blocks().endConversations('wang', NOON + 9)

      expect([ended, held]).toEqual([[queued], [others]])
      for (const id of [queued, others]) {
        expect(await conversations.find(id)).toMatchObject({ status: 'resolved', unread: 0, updatedAt: NOON + 9 })
        expect(await queue.position(id)).toBeUndefined()
      }
      expect(await conversations.find('c-silent')).toMatchObject({ status: 'bot' })
      expect(await conversations.countAssigned()).toEqual(new Map())
      expect(await queue.list(10)).toEqual([])
      expect(await conversations.listUnhandled(NOON + 99, 10)).toEqual([])
      expect(await blocks().endConversations('lin', NOON + 10)).toEqual([])
    })
  })
}
