import { describe, expect, it } from 'vitest'
import type { SuggestionDraft } from '../../src/domain/suggestion.ts'
import type { Opened } from './every-store.ts'
import { NOON } from './given.ts'

function draft(conversationId: string, heardSeq: number, rank: number): SuggestionDraft {
  return {
    conversationId,
    heardSeq,
    rank,
    intent: rank === 1 ? 'shipping_fee' : 'shipping_time',
    title: '运费',
    text: '包邮',
    confidence: 0.9,
    evidence: [],
    source: 'intent',
    sureness: 'sure',
  }
}

export function describeAssist(opened: Opened): void {
  describe('what is kept of the help', () => {
    const assist = () => opened().storage.assist
    const suggestions = () => opened().storage.suggestions
    const offer = async (id: string, seq: number, ranks: readonly number[]) =>
      suggestions().offer(
        ranks.map((rank) => draft(id, seq, rank)),
        NOON,
      )
    const found = async (id: string | undefined) => suggestions().find(id ?? '')

    it('keeps the first time that a suggestion was shown, and to whom', async () => {
      const [one, two] = await offer('c-lin', 1, [1, 2])

      await assist().show('c-lin', [one?.id ?? ''], 'mina', NOON + 1)
      await assist().show('c-lin', [one?.id ?? '', 'none'], 'noor', NOON + 2)
      await assist().show('c-wang', [two?.id ?? ''], 'noor', NOON + 3)
      await assist().show('c-lin', [], 'noor', NOON + 4)

      expect((await found(one?.id))?.shown).toEqual({ at: NOON + 1, agentId: 'mina' })
      expect(await found(two?.id)).not.toHaveProperty('shown')
    })

    it.each(['adopted', 'edited', 'ignored'] as const)('takes whoever has %s it for one who saw it', async (status) => {
      const [one, two] = await offer('c-lin', 1, [1, 2])
      const decided = { status, reason: '', sentText: '', agentId: 'mina', at: NOON + 2, distance: 0, share: 0 }
      await assist().show('c-lin', [two?.id ?? ''], 'noor', NOON + 1)

      await suggestions().decide(one?.id ?? '', decided)
      await suggestions().decide(two?.id ?? '', decided)

      expect((await found(one?.id))?.shown).toEqual({ at: NOON + 2, agentId: 'mina' })
      expect((await found(two?.id))?.shown).toEqual({ at: NOON + 1, agentId: 'noor' })
    })

    it('takes nobody for having seen what they passed over, what went by itself and what expired', async () => {
      const [one, two] = await offer('c-lin', 1, [1, 2])
      const [three] = await offer('c-lin', 2, [1])
      const edit = { distance: 1, share: 1 }

      await suggestions().decide(one?.id ?? '', { status: 'passed', sentText: '', agentId: 'm', at: NOON, ...edit })
      await suggestions().decide(two?.id ?? '', { status: 'sent', at: NOON })
      await suggestions().decide(three?.id ?? '', { status: 'expired', at: NOON })

      for (const { id } of [one, two, three].flatMap((each) => each ?? []))
        expect(await found(id)).not.toHaveProperty('shown')
    })

    it('counts suggestions by intent, agent, outcome and reason, within a span', async () => {
      const [one, two] = await offer('c-lin', 1, [1, 2])
      const [three] = await offer('c-lin', 2, [1])
      const edit = { distance: 2, share: 0.25 }
      await suggestions().decide(one?.id ?? '', { status: 'edited', sentText: 'x', agentId: 'mina', at: NOON, ...edit })
      await suggestions().decide(two?.id ?? '', { status: 'ignored', reason: 'tone', agentId: 'mina', at: NOON })
      await assist().show('c-lin', [three?.id ?? ''], 'noor', NOON + 1)

      const tallies = await assist().tallySuggestions(NOON, NOON + 1)

      expect(tallies).toHaveLength(3)
      expect(tallies).toEqual(
        expect.arrayContaining([
          { intent: 'shipping_fee', agentId: 'mina', status: 'edited', count: 1, shown: 1, editShares: 0.25 },
          { intent: 'shipping_fee', agentId: 'noor', status: 'offered', count: 1, shown: 1, editShares: 0 },
          {
            intent: 'shipping_time',
            agentId: 'mina',
            status: 'ignored',
            reason: 'tone',
            count: 1,
            shown: 1,
            editShares: 0,
          },
        ]),
      )
      expect(await assist().tallySuggestions(NOON + 1, NOON + 9)).toEqual([])
      expect(await assist().tallySuggestions(NOON - 9, NOON)).toEqual([])
    })

    it('counts each message once, with what was proposed for it, by who answered', async () => {
      const noted = (heardSeq: number, agentId?: string) =>
        assist().noteTurn({ conversationId: 'c-lin', heardSeq, at: NOON, ...(agentId && { agentId }) })
      await noted(1)
      await noted(1, 'mina')
      await noted(1, 'noor')
      await noted(2, 'mina')
      await noted(3)
      const [one] = await offer('c-lin', 1, [1, 2])
      await offer('c-lin', 3, [1])
      const edit = { distance: 0, share: 0 }
      await suggestions().decide(one?.id ?? '', {
        status: 'adopted',
        sentText: 'x',
        agentId: 'mina',
        at: NOON,
        ...edit,
      })

      const tallies = await assist().tallyMessages(NOON, NOON + 1)

      expect(tallies).toHaveLength(2)
      expect(tallies).toEqual(
        expect.arrayContaining([
          { agentId: 'mina', messages: 2, covered: 1, shown: 1, accepted: 1 },
          { messages: 1, covered: 1, shown: 0, accepted: 0 },
        ]),
      )
      expect(await assist().tallyMessages(NOON + 1, NOON + 9)).toEqual([])
    })
  })
}
