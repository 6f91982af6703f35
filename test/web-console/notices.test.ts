import { describe, expect, it } from 'vitest'
import type { TodoView } from '../../src/protocol/follow-ups.ts'
import { noticesOf } from '../../web-console/live/notices.ts'
import { safeNext } from '../../web-console/state/safe-next.ts'
import { conversation, deskAfter, says, snapshot, todo } from './support.ts'

const rows = [conversation('c1'), conversation('c2', { agent: { id: 'lin', name: '林琳' } })]
const state = deskAfter({ type: 'snapshot:loaded', snapshot: snapshot({ conversations: rows }) })

describe('notices', () => {
  it('come for customers of mine, not for those of a colleague, nor for what I say myself', () => {
    const heard = (message: ReturnType<typeof says>) =>
      noticesOf(state, { type: 'message:created', message }, undefined)

    expect(heard(says(1, '在吗'))).toMatchObject([{ kind: 'message', conversationId: 'c1', text: '在吗' }])
    expect(heard(says(1, '在吗', { conversationId: 'c2' }))).toEqual([])
    expect(heard(says(1, '您好', { author: { kind: 'agent' } }))).toEqual([])
  })

  it('come once for everyone who joins the queue', () => {
    const customer = { id: 'x', name: '李雷', tier: 'regular', verified: false }
    const entry = {
      conversationId: 'q',
      position: 1,
      kind: 'live' as const,
      reason: 'asked' as const,
      priority: 2,
      enqueuedAt: 0,
      wants: '转人工',
      withBot: false,
      customer,
    }
    const news = { type: 'queue:changed' as const, entries: [entry] }

    expect(noticesOf(state, news, undefined)).toMatchObject([{ kind: 'queued', name: '李雷' }])
    expect(noticesOf({ ...state, queue: [entry] }, news, undefined)).toEqual([])
  })
})

describe('a to-do that comes due', () => {
  const heard = (change: Partial<TodoView>, due = true) =>
    noticesOf(state, { type: 'todo:changed', todo: { ...todo, ...change }, due }, undefined)

  it('is told to whose it is, and only then', () => {
    expect(heard({})).toEqual([{ kind: 'due', name: '李雷', text: '回电' }])
    expect(heard({}, false)).toEqual([])
    expect(heard({ agent: { id: 'lin', name: '林琳' } })).toEqual([])
    expect(heard({ status: 'done' })).toEqual([])
  })

  it('makes whoever shows to-dos read them anew', () => {
    const after = deskAfter({ type: 'todo:changed', todo, due: true }, { type: 'todos:counted', due: 3 })

    expect(after).toMatchObject({ todoNews: 1, dueTodos: 3 })
  })
})

describe('the way back after signing in', () => {
  it('leads only to pages of the console', () => {
    expect(safeNext('/customers/7')).toBe('/customers/7')
    expect([null, 'https://evil.example', '//evil.example', '/\\evil.example', '/sign-in'].map(safeNext)).toEqual([
      '/',
      '/',
      '/',
      '/',
      '/',
    ])
  })
})
