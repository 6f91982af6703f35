import { describe, expect, it } from 'vitest'
import type { HistoryFilter } from '../../src/domain/search/history.ts'
import type { MessageDraft } from '../../src/ports/message-log.ts'
import type { Opened } from './every-store.ts'
import { agentSays, botSays, givenAssigned, givenConversation, givenQueued, NOON, says, store } from './given.ts'

const CANDIDATE = { intent: 'return_policy', confidence: 0.9, evidence: [] }
const EXPLANATION = {
  heardSeq: 1,
  rule: 'answer',
  candidates: [CANDIDATE],
  thresholds: { answer: 0.5, clarify: 0.3 },
  facts: {},
  knowledgeVersion: 'v1',
}

/** What each customer has said. */
type Lines = Readonly<Record<string, readonly (string | Partial<MessageDraft>)[]>>

export function describeSearch(opened: Opened): void {
  const search = () => opened().storage.search

  /** One conversation a list of lines, begun one minute after the other; all of it indexed. */
  async function given(lines: Lines, begun = NOON): Promise<void> {
    for (const [place, [customer, said]] of Object.entries(lines).entries()) {
      const { storage } = opened()
      await storage.customers.create({ id: customer, locale: 'zh', at: NOON })
      await storage.conversations.open({
        id: `c-${customer}`,
        customerId: customer,
        locale: 'zh',
        at: begun + place * 60_000,
      })
      for (const [at, line] of said.entries()) {
        const more = typeof line === 'string' ? { body: { kind: 'text' as const, text: line } } : line
        await store(
          opened(),
          says('', {
            conversationId: `c-${customer}`,
            author: { kind: 'customer', id: customer },
            key: `k${at}`,
            at: begun + place * 60_000 + at,
            ...more,
          }),
        )
      }
    }
    await indexAll()
  }

  async function indexAll(): Promise<void> {
    while ((await search().catchUp(100)) > 0);
  }

  async function found(filter: HistoryFilter | string): Promise<readonly string[]> {
    const wanted = typeof filter === 'string' ? { query: filter } : filter
    const rows = await search().find(wanted, { limit: 50 })
    expect(await search().count(wanted, 50)).toBe(rows.length)
    return rows.map((row) => row.conversation.id.replace('c-', ''))
  }

  describe('the search index', () => {
    it.each([
      ['two characters', '退货', ['wang', 'lin']],
      ['one character', '货', ['zhao', 'wang', 'lin']],
      ['the last character of what was said', '吗', ['lin']],
      ['more characters, which must stand together', '想退货', ['wang']],
      ['characters that stand together nowhere', '退货想', []],
      ['another width and case', 'ＩＰＨＯＮＥ', ['zhao']],
      ['letters, digits and characters together', 'iphone15 壳', ['zhao']],
      ['the same written apart', 'iPhone 15', ['zhao']],
      ['the same written as one', 'iPhone15壳', []],
      ['the beginning of a word', 'ipho', ['zhao']],
      ['the beginning of a number', 'XE2026', ['lin']],
      ['an order number', 'XE20260601888', ['lin']],
      ['the end of a long number', '1888', ['lin']],
      ['no middle of a number', '0601', []],
      ['several words, each somewhere in the conversation', '退货 1888', ['lin']],
      ['several words that no conversation has together', '退货 iphone', []],
      ['a phrase with its space', '"到货 壳"', ['zhao']],
      ['a phrase that is not said so', '"壳 到货"', []],
      ['nothing but signs', '？！', []],
      ['what an engine would take for an operator', 'iphone OR 退货', []],
      ['quotation marks and stars', `'退货':* & | !`, ['wang', 'lin']],
    ])('finds %s', async (_, query, expected) => {
      await given({
        lin: ['怎么退货吗', '单号 XE20260601888'],
        wang: ['我想退货'],
        zhao: ['iPhone15 的', '到货 壳'],
      })

      expect(await found(query)).toEqual(expected)
    })

    it('shows the messages with the most words first, of these the newest, with what was found marked', async () => {
      await given({ lin: ['退货吗', '不退货', '运费谁付', '退货运费'] })

      const [row] = await search().find({ query: '退货 运费' }, { limit: 5 })

      expect(row?.hits.map((hit) => hit.seq)).toEqual([4, 3, 2])
      expect(row?.hits[0]?.excerpt).toEqual({ text: '退货运费', ranges: [[0, 4]], phrases: 2 })
      expect(row?.hits[2]?.excerpt).toEqual({ text: '不退货', ranges: [[1, 3]], phrases: 1 })
    })

    it('finds the notes of agents and what stands on cards', async () => {
      const order = { number: 'XE778', status: 'paid', statusText: '待发货', total: '¥1', items: '', placedOn: '' }
      await given({
        lin: [{ body: { kind: 'note', text: '老客户' }, author: { kind: 'agent', id: 'mina', name: 'Mina' } }],
        wang: [{ body: { kind: 'text', text: '看这单', orders: [order] }, author: { kind: 'bot' } }],
      })

      expect(await found('老客')).toEqual(['lin'])
      expect((await search().find({ query: '老客' }, { limit: 5 }))[0]?.hits[0]?.note).toBe(true)
      expect(await found('XE778')).toEqual(['wang'])
    })

    it('follows what is said, in steps, however often it is asked to', async () => {
      await given({ lin: ['退货'] })
      for (const text of ['换货', '换货呢', '再换货']) await store(opened(), says(text))
      expect(await search().countBehind(10)).toBe(1)

      expect(await search().catchUp(2)).toBe(2)
      expect(await search().countBehind(10)).toBe(1)
      expect(await Promise.all([search().catchUp(2), opened().twin.storage.search.catchUp(2)])).toContain(1)
      await indexAll()

      expect(await search().countBehind(10)).toBe(0)
      const [row] = await search().find({ query: '换货' }, { limit: 5 })
      expect(row?.hits.map((hit) => hit.seq)).toEqual([4, 3, 2])
    })

    it('finds a message that was read anew by what it says now', async () => {
      await given({ lin: ['退货', '你好'] })
      await opened().storage.messages.rate('c-lin', 1, true)

      await search().forget('c-lin', 1)
      await search().forget('c-lin', 1)
      await search().forget('c-lin', 99)

      expect(await found('退货')).toEqual(['lin'])
    })
  })

  describe('the history', () => {
    it('goes on after a place in the list, whatever is said and begun meanwhile', async () => {
      await given({ lin: ['1'], wang: ['2'], zhao: ['3'], qian: ['4'] })

      const first = await search().find({}, { limit: 2 })
      const last = first.at(-1)?.conversation
      await store(opened(), says('又来了', { seconds: 900 }))
      await given({ sun: ['5'] }, NOON + 900_000)
      const next = await search().find({}, { limit: 5, after: { createdAt: last?.createdAt ?? 0, id: last?.id ?? '' } })

      expect(first.map((row) => row.conversation.id)).toEqual(['c-qian', 'c-zhao'])
      expect(next.map((row) => row.conversation.id)).toEqual(['c-wang', 'c-lin'])
    })

    it('leaves out conversations in which nothing was said', async () => {
      await givenConversation(opened().storage)

      expect(await found({})).toEqual([])
    })

    it('knows who held a conversation after it was resolved, and who spoke in it', async () => {
      const held = await givenAssigned(opened(), 'lin', 'mina')
      await opened().storage.queue.resolve(held, 'mina', NOON)
      await given({ wang: ['在吗', agentSays('在的', { conversationId: 'c-wang' })] })

      expect(await found({ agentId: 'mina' })).toEqual(['wang', 'lin'])
      expect(await found({ agentId: 'boss' })).toEqual([])
    })

    it('knows the intents that were answered and weighed, and the reasons', async () => {
      await givenQueued(opened(), 'lin', { reason: 'anger' })
      await given({ wang: ['退货', botSays('可以', { conversationId: 'c-wang', explanation: EXPLANATION })] })

      expect(await found({ intent: 'return_policy' })).toEqual(['wang'])
      expect(await found({ intent: 'handoff.request' })).toEqual(['lin'])
      expect(await found({ reason: 'anger' })).toEqual(['lin'])
      expect(await found({ reason: 'asked' })).toEqual([])
    })

    it('filters by rating, state, time, notes, tag and tier', async () => {
      const rated = await givenAssigned(opened(), 'lin', 'mina')
      const { storage } = opened()
      await storage.queue.resolve(rated, 'mina', NOON)
      await storage.ratings.submit(
        { conversationId: rated, target: 'agent', score: 2, reasons: [], comment: '', at: NOON },
        0,
      )
      await storage.customers.update('lin', { tags: ['100%满意', 'a"b'], tier: 'vip' })
      const note = { kind: 'note', text: '记' } as const
      await given({ wang: ['在'], zhao: [{ body: note, author: { kind: 'agent', id: 'mina', name: 'Mina' } }] })

      expect(await found({ rating: 'bad' })).toEqual(['lin'])
      expect(await found({ rating: 2 })).toEqual(['lin'])
      expect(await found({ rating: 5 })).toEqual([])
      expect(await found({ rating: 'none' })).toEqual(['zhao', 'wang'])
      expect(await found({ status: 'resolved' })).toEqual(['lin'])
      expect(await found({ status: 'unresolved' })).toEqual(['zhao', 'wang'])
      expect(await found({ from: NOON + 30_000 })).toEqual(['zhao'])
      expect(await found({ to: NOON + 30_000, rating: 'none' })).toEqual(['wang'])
      expect(await found({ noted: true })).toEqual(['zhao'])
      expect(await found({ tag: '100%满意' })).toEqual(['lin'])
      expect(await found({ tag: 'a"b' })).toEqual(['lin'])
      expect(await found({ tag: '100' })).toEqual([])
      expect(await found({ tier: 'vip' })).toEqual(['lin'])
    })
  })
}
