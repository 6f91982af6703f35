import { describe, expect, it } from 'vitest'
import { SUPERVISORS, type TodoDraft } from '../../src/domain/todo.ts'
import type { Opened } from './every-store.ts'
import { entry, givenConversation, givenQueued, NOON, says, store } from './given.ts'

const HOUR = 3_600_000

function todo(id: string, more: Partial<TodoDraft> = {}): TodoDraft {
  return {
    id,
    kind: 'follow_up',
    title: '问问裙子合不合身',
    detail: { way: 'call', phone: '13800000000' },
    conversationId: 'c-lin',
    customerId: 'lin',
    dueAt: NOON,
    createdBy: 'mina',
    at: NOON,
    ...more,
  }
}

export function describeTodos(opened: Opened): void {
  describe('to-dos', () => {
    const todos = () => opened().storage.todos
    const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id)

    it('makes a to-do once', async () => {
      const made = await todos().add(todo('one', { agentId: 'mina', group: 'night' }))
      const again = await todos().add(todo('one', { title: 'another' }))

      const { at: _, ...draft } = todo('one', { agentId: 'mina', group: 'night' })
      expect(made).toEqual({ ...draft, status: 'open', createdAt: NOON, note: '' })
      expect(again).toBeUndefined()
      expect(await todos().find('one')).toEqual(made)
      expect(await todos().find('none')).toBeUndefined()
    })

    it("lists an agent's own work and what nobody has, and leaves the supervisors theirs", async () => {
      await todos().add(todo('mine', { agentId: 'mina' }))
      await todos().add(todo('hers', { agentId: 'noor' }))
      await todos().add(todo('free', { dueAt: NOON - 1 }))
      await todos().add(todo('bad', { kind: 'bad_rating', group: SUPERVISORS, dueAt: NOON + 1 }))
      const due = { view: 'due', now: NOON + 10, limit: 10 } as const
      const mina = { agentId: 'mina', supervises: false }

      expect(ids(await todos().list({ ...due, worker: mina }))).toEqual(['free', 'mine'])
      expect(ids(await todos().list({ ...due, worker: { ...mina, supervises: true } }))).toEqual([
        'free',
        'mine',
        'bad',
      ])
      expect(ids(await todos().list(due))).toEqual(['free', 'hers', 'mine', 'bad'])
      expect(ids(await todos().list({ ...due, kind: 'bad_rating' }))).toEqual(['bad'])
      expect(ids(await todos().list({ ...due, customerId: 'chen' }))).toEqual([])
      expect(await todos().count({ view: 'due', now: NOON + 10, worker: mina })).toBe(2)
    })

    it('tells what is due from what is to come and what is over, page by page', async () => {
      for (const [id, hours] of [
        ['past', -1],
        ['soon', 1],
        ['late', 2],
      ] as const) {
        await todos().add(todo(id, { dueAt: NOON + hours * HOUR }))
      }
      await todos().add(todo('over'))
      await todos().change('over', 'open', { status: 'done', doneBy: 'mina', doneAt: NOON, note: '很满意' })
      const list = async (view: 'due' | 'later' | 'open' | 'ended', after?: { at: number; id: string }) =>
        ids(await todos().list({ view, now: NOON, limit: 1, ...(after && { after }) }))

      expect(await list('due')).toEqual(['past'])
      expect(await list('open', { at: NOON - HOUR, id: 'past' })).toEqual(['soon'])
      expect(await list('later')).toEqual(['soon'])
      expect(await list('later', { at: NOON + HOUR, id: 'soon' })).toEqual(['late'])
      expect(await list('ended')).toEqual(['over'])
      expect(await list('ended', { at: NOON, id: 'over' })).toEqual([])
    })

    it('lets one of two finish it, and takes it back', async () => {
      const { storage, twin } = opened()
      await todos().add(todo('one'))

      const done = await Promise.all([
        storage.todos.change('one', 'open', { status: 'done', doneBy: 'mina', doneAt: NOON }),
        twin.storage.todos.change('one', 'open', { status: 'dismissed', doneBy: 'noor', doneAt: NOON }),
      ])
      const winner = done.find((one) => one !== undefined)

      expect(done.filter((one) => one !== undefined)).toHaveLength(1)
      const back = await todos().change('one', winner?.status ?? 'open', {
        status: 'open',
        doneBy: null,
        doneAt: null,
        agentId: 'noor',
        detail: { way: 'message' },
      })
      expect(back).toMatchObject({ status: 'open', agentId: 'noor', detail: { way: 'message' } })
      expect(back).not.toHaveProperty('doneBy')
      expect(await todos().change('one', 'open', { agentId: null })).not.toHaveProperty('agentId')
    })

    it('hands what is due to one caller, once per time', async () => {
      const { storage, twin } = opened()
      await todos().add(todo('one', { dueAt: NOON + HOUR }))

      const early = await todos().claimDue('one', NOON)
      const claimed = await Promise.all([
        storage.todos.claimDue('one', NOON + HOUR),
        twin.storage.todos.claimDue('one', NOON + HOUR),
      ])
      await todos().change('one', 'open', { dueAt: NOON + 2 * HOUR })
      const moved = await todos().claimDue('one', NOON + 2 * HOUR)

      expect(early).toBeUndefined()
      expect(claimed.filter((one) => one !== undefined)).toHaveLength(1)
      expect(moved).toMatchObject({ id: 'one' })
    })

    it('finds the messages that were left and have no to-do, and those that are answered', async () => {
      const { storage } = opened()
      const left = await givenQueued(opened(), 'lin', { kind: 'message' })
      await givenQueued(opened(), 'chen')

      expect((await todos().listLeftMessages(10)).map((one) => one.conversationId)).toEqual([left])
      await todos().add(todo('left', { kind: 'left_message' }))
      expect(await todos().listLeftMessages(10)).toEqual([])
      expect(await todos().listAnsweredMessages(10)).toEqual([])

      await storage.queue.claim(left, 'mina', NOON, 99)
      expect(await todos().listAnsweredMessages(10)).toMatchObject([
        { todo: { id: 'left' }, agentId: 'mina', ended: false },
      ])
      await todos().change('left', 'open', { agentId: 'mina' })
      expect(await todos().listAnsweredMessages(10)).toEqual([])
      await storage.queue.resolve(left, 'mina', NOON)
      expect(await todos().listAnsweredMessages(10)).toMatchObject([{ todo: { id: 'left' }, ended: true }])
    })

    it('finds a message that was left again after the first was dealt with', async () => {
      const { storage } = opened()
      const left = await givenQueued(opened(), 'lin', { kind: 'message' })
      await todos().add(todo('left', { kind: 'left_message' }))
      await storage.queue.returnToBot(left, undefined, NOON)
      const enqueue = entry({ kind: 'message', seconds: 60 })
      await store(opened(), says('再说一句', { seconds: 60, consequences: { enqueue } }))

      expect(await todos().listLeftMessages(10)).toMatchObject([{ conversationId: left, enqueuedAt: NOON + 60_000 }])
    })

    it('goes along when a customer is merged', async () => {
      const { storage } = opened()
      await givenConversation(storage)
      await storage.customers.create({ id: 'heir', locale: 'zh', at: NOON })
      await todos().add(todo('one'))

      await storage.customers.merge('lin', 'heir')

      expect(await todos().find('one')).toMatchObject({ customerId: 'heir' })
    })
  })
}
