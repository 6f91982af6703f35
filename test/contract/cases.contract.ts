import { describe, expect, it } from 'vitest'
import type { CaseDraft } from '../../src/domain/case.ts'
import type { CaseChangeDraft } from '../../src/ports/commerce.ts'
import type { Opened } from './every-store.ts'
import { NOON } from './given.ts'

function draft(key: string, more?: Partial<CaseDraft>): CaseDraft {
  return {
    key,
    type: 'return',
    title: '退货',
    customerId: 'lin',
    conversationId: 'c-lin',
    orderNumber: 'XE1',
    sku: 'tee-m',
    details: [{ label: '原因', text: '太大' }],
    evidence: ['/uploads/a.png'],
    dueAt: NOON + 86_400_000,
    at: NOON,
    ...more,
  }
}

function byMina(more: Partial<CaseChangeDraft>): CaseChangeDraft {
  return { status: 'in_progress', by: { kind: 'agent', id: 'mina', name: 'Mina' }, note: '', at: NOON + 1, ...more }
}

export function describeCases(opened: Opened): void {
  describe('cases', () => {
    const cases = () => opened().storage.cases

    it('opens a case whole, with a number of its own, once per key', async () => {
      const first = await cases().open(draft('a'))
      const again = await cases().open(draft('a', { title: '换货' }))
      const other = await cases().open(draft('b'))

      const { key: _, at, ...kept } = draft('a')
      expect(first).toEqual({
        ...kept,
        number: first.number,
        status: 'open',
        history: [{ at, status: 'open', by: { kind: 'customer' }, note: '' }],
        createdAt: at,
        updatedAt: at,
        revision: 0,
      })
      expect(again).toEqual(first)
      expect(other.number).not.toBe(first.number)
      expect(await cases().find(first.number)).toEqual(first)
      expect(await cases().find('SH0')).toBeUndefined()
    })

    it('keeps every change with its notes, and the agent until another takes it', async () => {
      const { number } = await cases().open(draft('a'))

      await cases().change(number, byMina({ agent: { id: 'mina', name: 'Mina' }, internal: '等仓库' }))
      const changed = await cases().change(number, byMina({ status: 'resolved', note: '已退款', at: NOON + 2 }))

      expect(changed).toMatchObject({ status: 'resolved', agentId: 'mina', updatedAt: NOON + 2, revision: 2 })
      expect(changed.history.slice(1)).toEqual([
        {
          status: 'in_progress',
          by: byMina({}).by,
          note: '',
          internal: '等仓库',
          agent: { id: 'mina', name: 'Mina' },
          at: NOON + 1,
        },
        { status: 'resolved', by: byMina({}).by, note: '已退款', at: NOON + 2 },
      ])
      expect(await cases().find(number)).toEqual(changed)
      await expect(cases().change('SH0', byMina({}))).rejects.toMatchObject({ code: 'case_not_found' })
    })

    it('loses no change of several at once', async () => {
      const { number } = await cases().open(draft('a'))

      await Promise.all(['一', '二', '三'].map((note) => cases().change(number, byMina({ note }))))

      const notes = (await cases().find(number))?.history.map(({ note }) => note)
      expect(notes?.toSorted()).toEqual(['', '一', '三', '二'])
    })

    it('takes one of two changes that were made from the same state', async () => {
      const { number } = await cases().open(draft('a'))
      const moved = byMina({ dueAt: NOON + 5, seen: 0 })

      const ends = await Promise.allSettled([cases().change(number, moved), cases().change(number, moved)])

      expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(ends.find((end) => end.status === 'rejected')?.reason).toMatchObject({ code: 'case_changed' })
      const found = await cases().find(number)
      expect(found).toMatchObject({ dueAt: NOON + 5, revision: 1, history: [{}, { dueAt: NOON + 5 }] })
      expect(found?.history[1]).not.toHaveProperty('seen')
    })

    it('finds cases by whose they are, how they press and what is written on them', async () => {
      const { customers } = opened().storage
      await customers.create({ id: 'lin', locale: 'zh', at: NOON })
      await customers.update('lin', { name: '林女士' })
      const mine = await cases().open(draft('a', { title: '退货 100%_棉', dueAt: NOON + 9 }))
      const late = await cases().open(
        draft('b', { customerId: 'wang', orderNumber: 'xe77', dueAt: NOON + 3, at: NOON + 1 }),
      )
      const ended = await cases().open(draft('c', { customerId: 'wang', dueAt: NOON + 1, at: NOON + 2 }))
      await cases().change(mine.number, byMina({ agent: { id: 'mina', name: 'Mina' } }))
      await cases().change(ended.number, byMina({ status: 'resolved' }))
      const numbers = async (filter: object) => (await cases().list({ limit: 10, ...filter })).map((one) => one.number)

      expect(await numbers({ agentId: 'mina' })).toEqual([mine.number])
      expect(await numbers({ agentId: null })).toEqual([ended.number, late.number])
      expect(await numbers({ dueBefore: NOON + 5 })).toEqual([late.number])
      expect(await numbers({ first: 'due' })).toEqual([ended.number, late.number, mine.number])
      expect(await numbers({ text: '林女' })).toEqual([mine.number])
      expect(await numbers({ text: 'XE77' })).toEqual([late.number])
      expect(await numbers({ text: '100%_' })).toEqual([mine.number])
      expect(await numbers({ text: '_%' })).toEqual([])
      expect(await numbers({ text: late.number.toLowerCase() })).toEqual([late.number])
      expect(await cases().countByStatus({})).toEqual(
        new Map([
          ['in_progress', 1],
          ['open', 1],
          ['resolved', 1],
        ]),
      )
      expect(await cases().countByStatus({ agentId: null, customerId: 'wang' })).toEqual(
        new Map([
          ['open', 1],
          ['resolved', 1],
        ]),
      )
    })

    it('lists newest first, by what is asked for, and counts those that go on', async () => {
      const open = (key: string, more?: Partial<CaseDraft>) => cases().open(draft(key, more))
      const oldest = await open('a')
      const complaint = await open('b', { type: 'complaint', customerId: 'wang', at: NOON + 1 })
      const newest = await open('c', { at: NOON + 2 })
      await cases().change(newest.number, byMina({ status: 'cancelled' }))
      const numbers = async (filter: object) => (await cases().list({ limit: 10, ...filter })).map((one) => one.number)

      expect(await numbers({})).toEqual([newest.number, complaint.number, oldest.number])
      expect(await numbers({ limit: 1 })).toEqual([newest.number])
      expect(await numbers({ open: true })).toEqual([complaint.number, oldest.number])
      expect(await numbers({ status: 'cancelled' })).toEqual([newest.number])
      expect(await numbers({ type: 'complaint' })).toEqual([complaint.number])
      expect(await numbers({ customerId: 'lin', before: NOON + 2 })).toEqual([oldest.number])
      expect(await cases().countOpen()).toBe(2)
    })
  })
}
