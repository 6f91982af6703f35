import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countSome } from '../../src/actions/reports/count-facts.ts'
import { FACT_KINDS, type Fact } from '../../src/domain/metrics/fact.ts'
import { FRIDAY, RULES, TEN } from '../support/figures-fixture.ts'
import { beginTalk, type Talk } from '../support/figures-talk.ts'
import type { Opened } from './every-store.ts'

/** What is said, and by whom. */
const TALK = ['ask', 'ask', 'answer', 'lose', 'call', 'call', 'claim', 'claim', 'reply', 'reply'] as const
/** What changes something without a word: nobody but the mark tells that it is to be counted. */
const QUIET = ['thumb', 'rate', 'complain', 'order', 'tier', 'merge', 'ask about rating'] as const
const ACTS = [...TALK, ...QUIET, 'give', 'resolve', 'leave', 'count', 'count'] as const

/** What happens to which of three conversations, and how many seconds later. */
const where = {
  which: fc.integer({ min: 0, max: 2 }),
  other: fc.integer({ min: 0, max: 2 }),
  after: fc.integer({ min: 0, max: 300 }),
}
const step = fc.record({ act: fc.constantFrom(...ACTS), ...where })
const quietStep = fc.record({ act: fc.constantFrom(...QUIET), ...where })
type Step = (typeof step extends fc.Arbitrary<infer T> ? T : never) & { readonly seconds: number }
const history = fc.record({
  steps: fc.array(step, { minLength: 5, maxLength: 30 }),
  afterwards: fc.array(quietStep, { maxLength: 4 }),
})

interface Story {
  readonly opened: ReturnType<Opened>
  readonly talks: readonly Talk[]
  readonly name: string
}

export function describeFigureHistories(opened: Opened, numRuns: number): void {
  describe('what is counted, any history', () => {
    it('comes to the same bit by bit as all anew', async () => {
      let run = 0
      await fc.assert(
        fc.asyncProperty(history, async ({ steps, afterwards }) => {
          run += 1
          const name = `run-${String(run).padStart(4, '0')}`
          const talks: Talk[] = []
          for (const at of [0, 1, 2]) {
            // Of two customers: one has two conversations.
            talks.push(
              await beginTalk(opened(), { id: `${name}-${at}`, customer: `${name}-${at % 2}`, from: TEN + at }),
            )
          }
          const story = { opened: opened(), talks, name }
          let seconds = 0
          for (const one of steps) {
            seconds += one.after
            await act(story, { ...one, seconds })
          }
          await countAll(story)
          for (const one of afterwards) {
            seconds += one.after
            await act(story, { ...one, seconds })
          }
          await countAll(story)
          const bitByBit = await dump(story)

          await story.opened.storage.facts.markAll()
          await countAll(story)

          expect(await dump(story)).toEqual(bitByBit)
        }),
        { numRuns },
      )
    })
  })
}

async function act({ opened, talks, name }: Story, { act: what, which, other, seconds }: Step): Promise<void> {
  const talk = talks[which]
  if (!talk) return
  const { storage } = opened
  const conversation = await storage.conversations.find(talk.id)
  const at = talk.from + seconds * 1000
  const customerId = conversation?.customerId ?? ''
  const agent = other === 0 ? 'mina' : 'noor'
  const acts: Readonly<Record<string, () => Promise<unknown>>> = {
    ask: () => talk.ask(seconds),
    answer: () => talk.bot(seconds, 'answer', { intent: 'size', product: `p${other}` }),
    lose: () => talk.bot(seconds, 'not_understood'),
    call: () => talk.call(seconds, (['asked', 'not_understood', 'agent_first'] as const)[other] ?? 'asked'),
    claim: () => talk.claim(seconds, agent),
    reply: () => talk.reply(seconds, agent),
    give: () => talk.give(seconds, conversation?.status === 'assigned' ? conversation.agentId : agent),
    resolve: () => talk.resolve(seconds, conversation?.status === 'assigned' ? conversation.agentId : agent),
    leave: () => talk.leave(seconds),
    thumb: () => storage.messages.rate(talk.id, 2 + other, other === 0),
    rate: () =>
      storage.ratings.submit(
        {
          conversationId: talk.id,
          target: other === 0 ? 'bot' : 'agent',
          score: 1 + which,
          reasons: [],
          comment: '',
          at,
        },
        0,
      ),
    complain: () =>
      storage.cases.open({
        key: `${name}-${which}`,
        type: 'complaint',
        title: '投诉',
        customerId,
        conversationId: talk.id,
        details: [],
        evidence: [],
        dueAt: at + 1000,
        at,
      }),
    order: () =>
      storage.orders.save([
        {
          number: `${name}-${other}`,
          customerId,
          status: which === 0 ? 'unpaid' : 'paid',
          currency: 'CNY',
          total: 100,
          items: [],
          placedAt: at,
          history: [],
          parcels: [],
          refunds: [],
        },
      ]),
    tier: () => storage.customers.update(customerId, { tier: other === 0 ? 'vip' : 'key' }),
    merge: () => storage.customers.merge(`${name}-0`, `${name}-1`),
    'ask about rating': () => storage.ratings.askAboutBot({ since: 0, until: at, at }, 10),
    count: async () => {
      await storage.search.catchUp(20)
      await countSome(opened, RULES, 1 + other)
    },
  }
  await acts[what]?.()
}

async function countAll({ opened }: Story): Promise<void> {
  while ((await opened.storage.search.catchUp(1000)) > 0);
  while ((await countSome(opened, RULES, 10)) > 0);
}

async function dump({ opened, name }: Story): Promise<readonly Fact[]> {
  const where = { from: '2026-01-01', until: '2026-12-31' }
  const all: Fact[] = []
  for (const of of FACT_KINDS) {
    const facts = await opened.storage.figures.list({ of, counted: {}, where, now: FRIDAY, limit: 10_000 })
    all.push(...facts.filter(({ conversationId }) => conversationId.startsWith(name)))
  }
  return all
}
