import { describe, expect, it } from 'vitest'
import type { RatingDraft } from '../../src/domain/rating.ts'
import type { Opened } from './every-store.ts'
import { botSays, givenAssigned, givenConversation, NOON, says, store } from './given.ts'

const MINUTE = 60_000
const WINDOW = 5 * MINUTE

function rates(conversationId: string, more: Partial<RatingDraft> = {}): RatingDraft {
  return { conversationId, target: 'agent', score: 5, reasons: [], comment: '', at: NOON, ...more }
}

export function describeRatings(opened: Opened): void {
  describe('ratings', () => {
    const ratings = () => opened().storage.ratings
    const conversation = (id: string) => opened().storage.conversations.find(id)

    /** Served by Mina and resolved; 小二 had answered first where `answered`. */
    async function givenResolved(customer: string, answered = false): Promise<string> {
      const id = await givenAssigned(opened(), customer, 'mina')
      if (answered) await store(opened(), botSays('全场包邮', { conversationId: id }))
      await opened().storage.queue.resolve(id, 'mina', NOON)
      return id
    }

    it('takes a rating of the person once the conversation is resolved, and not before', async () => {
      const id = await givenAssigned(opened(), 'lin', 'mina')

      const early = await ratings().submit(rates(id), WINDOW)
      await opened().storage.queue.resolve(id, 'mina', NOON)
      const asked = (await conversation(id))?.asks
      const late = await ratings().submit(rates(id, { comment: '好', reasons: ['patient'] }), WINDOW)

      expect([early, late, await ratings().submit(rates('c-nobody'), WINDOW)]).toEqual(['refused', 'stored', 'refused'])
      expect(asked).toBe('agent')
      expect(await conversation(id)).toMatchObject({ rating: { score: 5, comment: '好' } })
      expect(await conversation(id)).not.toHaveProperty('asks')
      expect(await ratings().listOf(id)).toEqual([
        {
          conversationId: id,
          target: 'agent',
          agentId: 'mina',
          score: 5,
          reasons: ['patient'],
          comment: '好',
          at: NOON,
        },
      ])
    })

    it('lets a rating be changed for a while, and no longer', async () => {
      const id = await givenResolved('lin')
      await ratings().submit(rates(id), WINDOW)

      const outcomes = [
        await ratings().submit(rates(id, { score: 2, at: NOON + WINDOW - 1 }), WINDOW),
        await ratings().submit(rates(id, { score: 1, at: NOON + WINDOW }), WINDOW),
        await ratings().submit(rates(id, { score: 2, at: NOON + 2 * WINDOW }), WINDOW),
      ]

      expect(outcomes).toEqual(['corrected', 'settled', 'same'])
      expect(await ratings().listOf(id)).toMatchObject([{ score: 2, at: NOON }])
      expect(await conversation(id)).toMatchObject({ rating: { score: 2 } })
    })

    it('asks about 小二 after the person, where it had answered', async () => {
      const both = await givenResolved('lin', true)
      const person = await givenResolved('chen')
      await ratings().submit(rates(both), WINDOW)
      await ratings().submit(rates(person), WINDOW)

      expect(await conversation(both)).toMatchObject({ asks: 'bot', rating: { score: 5 } })
      expect(await conversation(person)).not.toHaveProperty('asks')
      expect(await ratings().submit(rates(person, { target: 'bot' }), WINDOW)).toBe('refused')

      expect(await ratings().submit(rates(both, { target: 'bot', score: 1 }), WINDOW)).toBe('stored')
      expect(await conversation(both)).not.toHaveProperty('asks')
      expect((await ratings().listOf(both)).map(({ target, score }) => [target, score])).toEqual([
        ['agent', 5],
        ['bot', 1],
      ])
    })

    it('takes one of many first ratings at once', async () => {
      const id = await givenResolved('lin')
      const { storage, twin } = opened()

      const outcomes = await Promise.all(
        [1, 2, 3, 4, 5].map((score, index) =>
          (index % 2 ? twin.storage : storage).ratings.submit(rates(id, { score }), WINDOW),
        ),
      )

      expect(outcomes.filter((one) => one === 'stored')).toHaveLength(1)
      expect(await ratings().listOf(id)).toHaveLength(1)
      expect((await conversation(id))?.rating?.score).toBe((await ratings().listOf(id))[0]?.score)
    })

    it('asks about 小二 where it alone serves and nobody has written for a while, once per silence', async () => {
      for (const name of ['answered', 'unanswered', 'fresh', 'gone']) await givenConversation(opened().storage, name)
      const at = { answered: 7200, unanswered: 7200, fresh: 10_800, gone: 60 }
      for (const [name, seconds] of Object.entries(at)) {
        await store(opened(), says('包邮吗', { conversationId: `c-${name}`, seconds: seconds - 1 }))
      }
      for (const name of ['answered', 'fresh', 'gone'] as const) {
        await store(opened(), botSays('包邮', { conversationId: `c-${name}`, at: NOON + at[name] * 1000 }))
      }
      await givenAssigned(opened(), 'person', 'mina')
      const silence = { since: NOON + 60 * MINUTE, until: NOON + 125 * MINUTE, at: NOON + 181 * MINUTE }

      const asked = [await ratings().askAboutBot(silence, 10), await ratings().askAboutBot(silence, 10)]

      expect(asked).toEqual([['c-answered'], []])
      expect(await conversation('c-answered')).toMatchObject({ status: 'bot', asks: 'bot' })
    })

    it('withdraws the question when the shopper writes on, and asks anew after the next silence', async () => {
      const { id } = await givenConversation(opened().storage)
      await store(opened(), says('包邮吗'))
      await store(opened(), botSays('包邮'))
      const silence = { since: NOON - MINUTE, until: NOON + MINUTE, at: NOON + 2 * MINUTE }
      await ratings().askAboutBot(silence, 10)

      await store(opened(), says('多久到', { seconds: 180 }))
      const written = await conversation(id)
      const later = { since: NOON, until: NOON + 4 * MINUTE, at: NOON + 5 * MINUTE }
      const again = await ratings().askAboutBot(later, 10)

      expect(written).not.toHaveProperty('asks')
      expect(again).toEqual([id])
      await ratings().submit(rates(id, { target: 'bot' }), WINDOW)
      await store(opened(), says('谢谢', { seconds: 400 }))
      expect(await ratings().askAboutBot({ since: NOON, until: NOON + 8 * MINUTE, at: NOON + 9 * MINUTE }, 10)).toEqual(
        [],
      )
    })

    it('does not take calling a person for an answer of 小二', async () => {
      const { id } = await givenConversation(opened().storage)
      const explanation = {
        heardSeq: 1,
        rule: 'handoff:asked',
        candidates: [],
        thresholds: { answer: 0.5, clarify: 0.2 },
        facts: {},
        knowledgeVersion: 'v',
      }
      await store(opened(), says('转人工'))
      await store(opened(), botSays('正在为您转接', { explanation }))

      expect(await ratings().submit(rates(id, { target: 'bot' }), WINDOW)).toBe('refused')
    })
  })
}
