import { describe, expect, it } from 'vitest'
import { countSome } from '../../src/actions/reports/count-facts.ts'
import { FIGURES } from '../../src/domain/metrics/figures.ts'
import { toFigureValue } from '../../src/domain/metrics/report.ts'
import { EXPECTED, FRIDAY, givenMonday, MONDAY, RULES } from '../support/figures-fixture.ts'
import type { Opened } from './every-store.ts'

export function describeFigures(opened: Opened): void {
  describe('what is counted', () => {
    const storage = () => opened().storage
    const countAll = async () => {
      while ((await storage().search.catchUp(1000)) > 0);
      while ((await countSome(opened(), RULES, 7)) > 0);
    }
    const tally = async (figure: (typeof FIGURES)[number], by: readonly string[] = []) => {
      const counted = [figure.numerator, figure.denominator ?? figure.numerator]
      return storage().figures.tally({ of: figure.of, counted, where: MONDAY, by, now: FRIDAY })
    }

    it('comes to what was reckoned by hand', async () => {
      await givenMonday(opened())
      await countAll()

      const told: Record<string, readonly (number | undefined)[]> = {}
      for (const figure of FIGURES) {
        const [sums] = await tally(figure)
        const [numerator = 0, denominator = 0] = sums?.values ?? []
        const value = toFigureValue(figure, { numerator, denominator })
        told[figure.id] = value.denominator === undefined ? [value.numerator] : [value.numerator, value.denominator]
      }

      expect(told).toEqual(EXPECTED)
    })

    it('lists just what it adds up', async () => {
      await givenMonday(opened())
      await countAll()

      for (const figure of FIGURES) {
        for (const counted of [figure.numerator, ...(figure.denominator ? [figure.denominator] : [])]) {
          const query = { of: figure.of, counted, where: MONDAY, now: FRIDAY }
          const rows = await storage().figures.list({ ...query, limit: 100 })
          const { amount, ...bare } = counted
          const [all] = await storage().figures.tally({ ...query, counted: [bare, counted], by: [] })
          const amounts = rows.map((row) => Number(Object.entries(row).find(([name]) => name === amount)?.[1] ?? 0))
          const sum = amount === undefined ? rows.length : amounts.reduce((a, b) => a + b, 0)
          expect([figure.id, rows.length, sum]).toEqual([figure.id, ...(all?.values ?? [])])
        }
      }
    })

    it('pages through a list without a gap, and keeps to one key', async () => {
      await givenMonday(opened())
      await countAll()
      const query = { of: 'sessions', counted: {}, where: MONDAY, now: FRIDAY, limit: 5 } as const

      const ids: string[] = []
      let page = await storage().figures.list(query)
      while (page.length > 0) {
        ids.push(...page.map(({ conversationId }) => conversationId))
        const last = page.at(-1)
        page = last ? await storage().figures.list({ ...query, after: last }) : []
      }
      const ofMina = await storage().figures.list({ ...query, only: { by: 'agent', key: 'mina' } })
      const atTen = await storage().figures.list({ ...query, limit: 50, only: { by: 'hour', key: '10' } })

      expect(ids).toHaveLength(14)
      expect(ids).toEqual(ids.toSorted().toReversed())
      expect(ofMina.map(({ conversationId }) => conversationId)).toEqual(['c06', 'c05'])
      expect(atTen).toHaveLength(14)
    })

    it('is behind where something changes, and comes to the same when it is counted anew', async () => {
      await givenMonday(opened())
      await countAll()
      const first = await Promise.all(FIGURES.map((figure) => tally(figure, ['agent'])))
      expect(await storage().facts.countBehind(10)).toBe(0)

      await storage().messages.rate('c01', 2, true)
      expect(await storage().facts.listBehind(10)).toEqual([{ conversationId: 'c01', revision: 1 }])

      expect(await storage().facts.markAll()).toBe(15)
      expect((await storage().facts.listBehind(1))[0]?.conversationId).toBe('c01')
      await countAll()

      expect(await Promise.all(FIGURES.map((figure) => tally(figure, ['agent'])))).toEqual(first)
    })

    it('is behind after everything that changes what is counted, also where nothing is said', async () => {
      await givenMonday(opened())
      await countAll()
      const { cases, customers, messages, orders, queue, ratings, suggestions, assist } = storage()
      const [complaint] = await cases.list({ type: 'complaint', open: true, limit: 1 })
      const by = { kind: 'customer' } as const
      const at = FRIDAY
      const draft = { conversationId: 'c09', heardSeq: 1, rank: 1, intent: 'size', title: '', text: '', confidence: 1 }
      const changes: readonly (readonly [id: string, change: () => Promise<unknown>])[] = [
        ['c01', () => messages.rate('c01', 2, false)],
        [
          'c08',
          () => ratings.submit({ conversationId: 'c08', target: 'agent', score: 4, reasons: [], comment: '', at }, 0),
        ],
        ['c14', () => cases.change(complaint?.number ?? '', { status: 'resolved', by, note: '', at })],
        ['c12', async () => orders.save(await orders.listOf('customer-12', 1))],
        ['c10', () => customers.update('customer-10', { tier: 'vip' })],
        ['c11', () => customers.merge('customer-11', 'somebody')],
        ['c02', () => ratings.askAboutBot({ since: 0, until: at, at }, 1000)],
        ['c09', () => assist.noteTurn({ conversationId: 'c09', heardSeq: 1, at })],
        ['c09', () => suggestions.offer([{ ...draft, evidence: [], source: 'intent', sureness: 'sure' }], at)],
        ['c09', () => assist.show('c09', ['c09.1.1'], 'mina', at)],
        ['c09', () => suggestions.decide('c09.1.1', { status: 'sent', at })],
        ['c09', () => queue.claim('c09', 'mina', at, 99)],
      ]
      await customers.create({ id: 'somebody', locale: 'zh', at })

      for (const [id, change] of changes) {
        await change()
        const behind = await storage().facts.listBehind(100)
        expect(behind.map(({ conversationId }) => conversationId)).toContain(id)
        await storage().facts.settle(behind)
        expect(await storage().facts.countBehind(1)).toBe(0)
      }
    })

    it('counts again what has changed while it was counted', async () => {
      await givenMonday(opened())
      await countAll()
      await storage().messages.rate('c01', 2, true)
      const behind = await storage().facts.listBehind(10)

      await storage().messages.rate('c01', 2, false)
      await storage().facts.settle(behind)

      expect(await storage().facts.listBehind(10)).toEqual([{ conversationId: 'c01', revision: 2 }])
    })

    it('remembers up to when everything was counted', async () => {
      expect(await storage().facts.countedUntil()).toBe(0)

      await storage().facts.setCountedUntil(FRIDAY)

      expect(await storage().facts.countedUntil()).toBe(FRIDAY)
    })
  })
}
