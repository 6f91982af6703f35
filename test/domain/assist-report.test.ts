import { describe, expect, it } from 'vitest'
import { type DayTally, toAssistReport } from '../../src/domain/assist-report.ts'
import { daysOf, toPeriod } from '../../src/domain/report-days.ts'

const NOTHING = { count: 0, shown: 0, editShares: 0 }

/** Two days: Mina edits two and ignores one, Noor adopts one; one message nobody could be helped with. */
const TALLIES: readonly DayTally[] = [
  {
    day: '2026-11-01',
    suggestions: [
      { ...NOTHING, intent: 'fee', agentId: 'mina', status: 'edited', count: 2, shown: 2, editShares: 0.5 },
      { ...NOTHING, intent: 'time', agentId: 'mina', status: 'ignored', reason: 'tone', count: 1, shown: 1 },
      { ...NOTHING, intent: 'time', status: 'expired', count: 3 },
    ],
    messages: [
      { agentId: 'mina', messages: 4, covered: 3, shown: 2, accepted: 1 },
      { messages: 1, covered: 0, shown: 0, accepted: 0 },
    ],
  },
  {
    day: '2026-11-02',
    suggestions: [{ ...NOTHING, intent: 'fee', agentId: 'noor', status: 'adopted', count: 1, shown: 1 }],
    messages: [{ agentId: 'noor', messages: 1, covered: 1, shown: 1, accepted: 1 }],
  },
]

describe('the report of what 小二 helped', () => {
  it('adds up the days', () => {
    const { total, reasons, days } = toAssistReport(TALLIES)

    expect(total).toMatchObject({ offered: 7, shown: 4, adopted: 1, edited: 2, ignored: 1, expired: 3, meanEdit: 0.25 })
    expect(total).toMatchObject({ messages: 6, covered: 4, coverage: 4 / 6, acceptance: 2 / 3 })
    expect(reasons).toEqual([{ reason: 'tone', count: 1 }])
    expect(days.map(({ day, messages }) => [day, messages])).toEqual([
      ['2026-11-01', 5],
      ['2026-11-02', 1],
    ])
  })

  it('tells intents apart by their suggestions, and agents by their messages', () => {
    const { intents, agents } = toAssistReport(TALLIES)

    expect(intents.map(({ intent, offered, acceptance }) => [intent, offered, acceptance])).toEqual([
      ['time', 4, 0],
      ['fee', 3, 1],
    ])
    expect(agents.map(({ agentId, messages, acceptance }) => [agentId, messages, acceptance])).toEqual([
      ['mina', 4, 0.5],
      [undefined, 1, undefined],
      ['noor', 1, 1],
    ])
  })

  it('shows one agent nothing of the others', () => {
    const report = toAssistReport(TALLIES, 'noor')

    expect(report.total).toMatchObject({ offered: 1, messages: 1, acceptance: 1 })
    expect([report.agents.length, report.intents.length, report.reasons.length, report.days.length]).toEqual([
      1, 1, 0, 2,
    ])
  })

  it('divides by nothing nowhere', () => {
    const { total } = toAssistReport([{ day: '2026-11-01', suggestions: [], messages: [] }])

    expect(total).not.toHaveProperty('coverage')
    expect(total).not.toHaveProperty('acceptance')
    expect(total).not.toHaveProperty('meanEdit')
  })
})

describe('the period of a report', () => {
  const NOW = Date.parse('2026-11-20T17:00:00Z')

  it.each([
    [{}, { from: '2026-11-15', until: '2026-11-21' }],
    [{ from: '2026-11-01' }, { from: '2026-11-01', until: '2026-11-07' }],
    [{ until: '2026-11-07' }, { from: '2026-11-01', until: '2026-11-07' }],
    [
      { from: '2026-11-07', until: '2026-11-07' },
      { from: '2026-11-07', until: '2026-11-07' },
    ],
  ])('is %j → %j, by the shop’s clock', (asked, expected) => {
    expect(toPeriod(asked, NOW, 'Asia/Shanghai')).toEqual(expected)
  })

  it.each([
    { from: '2026-11-08', until: '2026-11-07' },
    { from: '2026-01-01', until: '2026-11-07' },
  ])('refuses %j', (asked) => {
    expect(() => toPeriod(asked, NOW, 'Asia/Shanghai')).toThrow(expect.objectContaining({ code: 'invalid_input' }))
  })

  it('has days that are as long as the shop’s clock makes them', () => {
    const hours = (timeZone: string, from: string) =>
      daysOf({ from, until: from }, timeZone).map((day) => (day.until - day.from) / 3_600_000)

    expect(hours('Asia/Shanghai', '2026-03-29')).toEqual([24])
    expect(hours('Europe/Berlin', '2026-03-29')).toEqual([23])
    expect(hours('Europe/Berlin', '2026-10-25')).toEqual([25])
    expect(daysOf({ from: '2026-11-01', until: '2026-11-02' }, 'Asia/Shanghai')[0]?.from).toBe(
      Date.parse('2026-10-31T16:00:00Z'),
    )
  })
})
