import { describe, expect, it } from 'vitest'
import type { SuggestionDraft } from '../../src/domain/suggestion.ts'
import type { Opened } from './every-store.ts'
import { NOON } from './given.ts'

function draft(heardSeq: number, rank: number, more?: Partial<SuggestionDraft>): SuggestionDraft {
  return {
    conversationId: 'c-lin',
    heardSeq,
    rank,
    intent: 'shipping.time',
    title: '发货时间',
    text: `答 ${heardSeq}.${rank}`,
    confidence: 0.912345678901,
    evidence: [{ example: '几天能到', similarity: 0.876543210987 }],
    source: 'product',
    sureness: 'sure',
    ...more,
  }
}

export function describeSuggestions(opened: Opened): void {
  describe('suggestions', () => {
    const suggestions = () => opened().storage.suggestions
    const offered = async () => (await suggestions().listOffered('c-lin')).map(({ heardSeq, rank }) => [heardSeq, rank])

    it('offers the best first and keeps what it is given', async () => {
      const drafts = [draft(1, 2), draft(1, 1, { sendsAt: NOON + 5000 })]

      const result = await suggestions().offer(drafts, NOON)

      expect(result.map(({ id: _, ...rest }) => rest)).toEqual(
        drafts.toReversed().map((one) => ({ ...one, createdAt: NOON, outcome: { status: 'offered' } })),
      )
      expect(await suggestions().listOffered('c-lin')).toEqual(result)
      expect(await suggestions().find(result[0]?.id ?? '')).toEqual(result[0])
    })

    it('offers nothing for nothing', async () => {
      expect(await suggestions().offer([], NOON)).toEqual([])
      expect(await suggestions().listOffered('c-lin')).toEqual([])
      expect(await suggestions().find('none')).toBeUndefined()
    })

    it('stores a suggestion once per message and rank, and returns what is stored', async () => {
      const first = await suggestions().offer([draft(1, 1)], NOON)

      const again = await suggestions().offer([draft(1, 1, { text: '别的' }), draft(1, 2)], NOON + 1)

      expect(again[0]).toEqual(first[0])
      expect(again.map(({ rank, text }) => [rank, text])).toEqual([
        [1, '答 1.1'],
        [2, '答 1.2'],
      ])
    })

    it.each([
      { status: 'adopted', sentText: '好', agentId: 'mina', at: NOON, distance: 0, share: 0 },
      { status: 'edited', sentText: '好的', agentId: 'mina', at: NOON, distance: 3, share: 0.123456789012 },
      { status: 'passed', sentText: '别的', agentId: 'mina', at: NOON, distance: 7, share: 1 },
      { status: 'ignored', reason: '不对', agentId: 'mina', at: NOON },
      { status: 'sent', at: NOON },
      { status: 'expired', at: NOON },
    ] as const)('settles an offered one as $status, once', async (outcome) => {
      const [one] = await suggestions().offer([draft(1, 1, { sendsAt: NOON })], NOON)
      const id = one?.id ?? ''

      const first = await suggestions().decide(id, outcome)
      const second = await suggestions().decide(id, {
        status: 'ignored',
        reason: 'late',
        agentId: 'noor',
        at: NOON + 1,
      })

      expect([first, second]).toEqual([true, false])
      expect(await suggestions().find(id)).toMatchObject({ outcome })
      expect(await offered()).toEqual([])
    })

    it('lets one of two decisions at once win', async () => {
      const { storage, twin } = opened()
      const [one] = await suggestions().offer([draft(1, 1)], NOON)
      const decide = (stores: typeof storage, agentId: string) =>
        stores.suggestions.decide(one?.id ?? '', { status: 'ignored', reason: '不对', agentId, at: NOON })

      const won = await Promise.all([decide(storage, 'mina'), decide(twin.storage, 'noor')])

      expect(won.toSorted()).toEqual([false, true])
      expect(await suggestions().find(one?.id ?? '')).toMatchObject({ outcome: { agentId: won[0] ? 'mina' : 'noor' } })
    })

    it('expires what is still offered but for one message, and returns what it expired', async () => {
      const [decided] = await suggestions().offer([draft(1, 1), draft(1, 2)], NOON)
      await suggestions().offer([draft(3, 1)], NOON)
      await suggestions().offer([draft(1, 1, { conversationId: 'c-wang' })], NOON)
      await suggestions().decide(decided?.id ?? '', { status: 'sent', at: NOON })

      const expired = await suggestions().expire('c-lin', 3, NOON + 5)

      expect(expired).toMatchObject([{ heardSeq: 1, rank: 2, outcome: { status: 'expired', at: NOON + 5 } }])
      expect(await suggestions().find(decided?.id ?? '')).toMatchObject({ outcome: { status: 'sent' } })
      expect(await offered()).toEqual([[3, 1]])
      expect(await suggestions().expire('c-lin', undefined, NOON + 6)).toMatchObject([{ heardSeq: 3 }])
      expect(await suggestions().listOffered('c-wang')).toHaveLength(1)
    })

    it('stops the countdown of what is still offered, and returns what it changed', async () => {
      await suggestions().offer([draft(1, 1, { sendsAt: NOON + 5000 }), draft(1, 2)], NOON)

      const held = await suggestions().hold('c-lin')

      expect(held.map(({ rank }) => rank)).toEqual([1])
      expect(held[0]).not.toHaveProperty('sendsAt')
      expect((await suggestions().listOffered('c-lin'))[0]).not.toHaveProperty('sendsAt')
      expect(await suggestions().hold('c-lin')).toEqual([])
    })
  })
}
