import { describe, expect, it } from 'vitest'
import type { DeskEvent } from '../../web-console/state/desk-event.ts'
import { initialState } from '../../web-console/state/desk-state.ts'
import { reduceDesk } from '../../web-console/state/reduce-desk.ts'
import { conversation, detail, mina, says, snapshot, suggestion } from './support.ts'

const row = conversation('c1', { lastSeq: 1 })
const labelled = { ...row, labels: ['urgent'] }
const entry = {
  conversationId: 'c1',
  position: 1,
  kind: 'live',
  reason: 'asked',
  priority: 2,
  enqueuedAt: 0,
  wants: '转人工',
  withBot: false,
  customer: row.customer,
} as const

/** A desk that is well; it asks, hears this, and only then is answered with what was true when it asked. */
function answeredLate(heard: readonly DeskEvent[], answer: (asked: number) => DeskEvent) {
  const before: readonly DeskEvent[] = [
    { type: 'snapshot:loaded', snapshot: snapshot({ conversations: [row] }) },
    { type: 'thread:loaded', detail: detail([says(1, '在吗')]) },
    { type: 'question:asked' },
  ]
  const asking = before.reduce(reduceDesk, initialState(mina))
  return [...heard, answer(asking.moment), { type: 'question:ended' } as const].reduce(reduceDesk, asking)
}

const olderSnapshot = (asked: number): DeskEvent => ({
  type: 'snapshot:loaded',
  snapshot: snapshot({ conversations: [row] }),
  asked,
})

describe('an answer that comes late', () => {
  it('leaves a row as it was told meanwhile', () => {
    const told = { type: 'conversation:changed', conversation: labelled } as const

    expect(answeredLate([told], olderSnapshot).conversations['c1']).toEqual(labelled)
    const thread = (asked: number) => ({ type: 'thread:loaded', detail: detail([says(1, '在吗')]), asked }) as const
    expect(answeredLate([told], thread).conversations['c1']).toEqual(labelled)
    const archive = { type: 'archive:loaded', filter: 'resolved', conversations: [row], more: false } as const
    expect(answeredLate([told], (asked) => ({ ...archive, asked })).conversations['c1']).toEqual(labelled)
  })

  it('leaves a conversation that came meanwhile, and the queue, colleagues, labels and cases as they were told', () => {
    const zhou = { ...mina, id: 'zhou', name: '周舟' }
    const label = { id: 'urgent', name: '加急', color: 'red' } as const
    const state = answeredLate(
      [
        { type: 'conversation:changed', conversation: conversation('c2', { status: 'queued', lastSeq: 1 }) },
        { type: 'queue:changed', entries: [entry] },
        { type: 'presence:changed', agents: [{ ...mina, presence: 'away' }, zhou] },
        { type: 'labels:changed', labels: [label] },
        { type: 'reception:changed', reception: { ...snapshot().reception, mode: 'assist' } },
      ],
      olderSnapshot,
    )

    expect(state.conversations['c2']).toBeDefined()
    expect(state.queue).toEqual([entry])
    expect([state.me.presence, Object.keys(state.agents)]).toEqual(['away', ['mina', 'zhou']])
    expect([state.labels, state.reception?.mode]).toEqual([[label], 'assist'])
  })

  it('brings back nothing that was recalled meanwhile, and no proposal that was decided on', () => {
    const recalled = says(1, '', { body: { kind: 'recalled' } as never })
    const offered = suggestion('s1')
    const state = answeredLate(
      [
        { type: 'message:updated', message: recalled },
        { type: 'suggestion:offered', conversationId: 'c1', suggestions: [] },
      ],
      (asked) => ({ type: 'thread:loaded', detail: detail([says(1, '在吗')], { suggestions: [offered] }), asked }),
    )

    expect(state.threads['c1']?.messages).toEqual([recalled])
    expect(state.suggestions['c1']).toEqual([])
    const page = (asked: number) =>
      ({ type: 'thread:added', conversationId: 'c1', messages: [says(1, '在吗')], asked }) as const
    expect(answeredLate([{ type: 'message:updated', message: recalled }], page).threads['c1']?.messages).toEqual([
      recalled,
    ])
  })

  it('is dropped where a newer one was faster', () => {
    const newer: readonly DeskEvent[] = [
      { type: 'question:asked' },
      { type: 'snapshot:loaded', snapshot: snapshot({ conversations: [labelled] }), asked: 2 },
    ]

    expect(answeredLate(newer, olderSnapshot).conversations['c1']).toEqual(labelled)
  })

  it('counts where nothing was told since the desk asked', () => {
    const fresh = (asked: number): DeskEvent => ({
      type: 'snapshot:loaded',
      snapshot: snapshot({ conversations: [labelled] }),
      asked,
    })

    expect(answeredLate([], fresh).conversations['c1']).toEqual(labelled)
  })
})
