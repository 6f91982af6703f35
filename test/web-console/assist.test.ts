import { describe, expect, it } from 'vitest'
import type { AssistReportView, MessageFiguresView } from '../../src/protocol/assist.ts'
import { tasksFor } from '../../web-console/desk/side/tasks-for.ts'
import { lastDays } from '../../web-console/reports/last-days.ts'
import { toCsv } from '../../web-console/reports/to-csv.ts'
import { offeredOf } from '../../web-console/state/select-rows.ts'
import { zh } from '../../web-console/texts/zh.ts'
import { deskAfter, suggestion } from './support.ts'

describe('what an agent has typed', () => {
  const typed = { text: '您好，我看一下', note: false }
  const editing = { text: '16:00 前付款当天发出哦', note: false, editing: { id: 's1', title: '发货时间' } }
  const offered = (...ids: string[]) => ({
    type: 'suggestion:offered' as const,
    conversationId: 'c1',
    suggestions: ids.map((id) => suggestion(id)),
  })
  const draft = (words: typeof typed) => ({ type: 'draft:changed' as const, conversationId: 'c1', draft: words })
  const changed = (id: string, status: 'expired' | 'passed' | 'sent') => ({
    type: 'suggestion:changed' as const,
    suggestion: suggestion(id, { status }),
  })

  it('is not overwritten by suggestions that come', () => {
    const state = deskAfter(offered('s1'), draft(typed), changed('s1', 'expired'), offered('s2'))

    expect(state.drafts['c1']).toEqual(typed)
    expect(offeredOf(state.suggestions['c1']).map(({ id }) => id)).toEqual(['s2'])
  })

  it('is kept when the suggestion that it came from expires, and what became of that is known', () => {
    const state = deskAfter(offered('s1'), draft(editing), changed('s1', 'expired'), offered('s2', 's3'))

    expect(state.drafts['c1']).toEqual(editing)
    expect(state.suggestions['c1']?.find(({ id }) => id === 's1')?.status).toBe('expired')
    expect(offeredOf(state.suggestions['c1']).map(({ id }) => id)).toEqual(['s2', 's3'])
  })

  it('keeps nothing of suggestions that nobody edits', () => {
    const state = deskAfter(offered('s1'), changed('s1', 'passed'), offered('s2'))

    expect(state.suggestions['c1']?.map(({ id }) => id)).toEqual(['s2'])
  })
})

describe('the tasks of an order', () => {
  const task = (flow: string, type: 'return' | 'urge' | 'address_change' | 'other') => ({
    ...{ flow, type, title: flow, start: [], orders: [], item: false, fields: [] },
  })
  const tasks = [
    task('defective', 'return'),
    task('return', 'return'),
    task('address', 'address_change'),
    task('contact', 'address_change'),
    task('urge', 'urge'),
  ]
  const order = (status: string) => tasksFor(tasks, status).map(({ flow }) => flow)

  it('are led by what is asked for most of an order in its status, and none is missing', () => {
    expect(order('paid')).toEqual(['urge', 'address', 'defective', 'return', 'contact'])
    expect(order('delivered')).toEqual(['return', 'defective', 'address', 'contact', 'urge'])
    expect(order('unheard of')).toEqual(['defective', 'return', 'address', 'contact', 'urge'])
  })
})

describe('the report as a file', () => {
  const none: MessageFiguresView = {
    ...{ messages: 0, covered: 0, offered: 0, shown: 0, adopted: 0, edited: 0, ignored: 0, passed: 0 },
    ...{ expired: 0, sent: 0, open: 0 },
  }
  const report: AssistReportView = {
    from: '2026-11-01',
    until: '2026-11-01',
    own: false,
    total: { ...none, messages: 3, covered: 2, coverage: 2 / 3 },
    reasons: [{ reason: 'tone', count: 2 }],
    intents: [{ intent: 'fee', title: '运费, "邮费"', figures: none }],
    agents: [{ agent: { id: 'm', name: '=HYPERLINK("x")' }, figures: none }, { figures: none }],
    days: [{ day: '2026-11-01', figures: none }],
  }

  it('has a row for the whole, each intent, each agent and each day, and says nothing that a spreadsheet would run', () => {
    const lines = toCsv(report, zh).split('\r\n')

    expect(lines).toHaveLength(8)
    expect(lines[0]?.startsWith('\uFEFF智能辅助,2026-11-01 – 2026-11-01,人工接待的客户消息,')).toBe(true)
    expect(lines[1]?.startsWith(',,3,2,0.6667,')).toBe(true)
    expect(lines[2]?.startsWith('意图,"运费, ""邮费""",0,')).toBe(true)
    expect(lines[3]?.startsWith('客服,"\'=HYPERLINK(""x"")",0,')).toBe(true)
    expect(lines[4]?.startsWith('客服,还没人接入,')).toBe(true)
    expect(lines[6]).toBe('为什么忽略,语气不合适,2')
  })

  it('is asked for by days, today included', () => {
    const now = new Date(2026, 10, 20, 12).getTime()

    expect(lastDays(7, now)).toEqual({ from: '2026-11-14', until: '2026-11-20' })
  })
})
