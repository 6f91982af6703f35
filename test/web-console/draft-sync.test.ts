import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraftSync } from '../../web-console/live/draft-sync.ts'
import type { Wire } from '../../web-console/live/wire.ts'
import type { DeskEvent } from '../../web-console/state/desk-event.ts'
import { type DeskState, initialState } from '../../web-console/state/desk-state.ts'
import { reduceDesk } from '../../web-console/state/reduce-desk.ts'
import { createStore } from '../../web-console/state/store.ts'
import { mina } from './support.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A desk whose wire keeps what it is asked to tell. */
function openDesk() {
  const store = createStore<DeskState, DeskEvent>(initialState(mina), reduceDesk)
  const told: unknown[] = []
  let online = true
  const request: Wire['request'] = async (_event, payload) => {
    if (!online) return { ok: false, code: 'offline', message: '' }
    told.push(payload)
    return { ok: true } as never
  }
  const sync = createDraftSync({ store, wire: { request } })
  return {
    sync,
    told,
    cut: () => {
      online = false
    },
    connect: () => {
      online = true
    },
    type: (text: string) => store.send({ type: 'draft:changed', conversationId: 'c1', draft: { text, note: false } }),
    shown: () => store.get().drafts['c1']?.text ?? '',
  }
}

const draft = (text: string) => ({ conversationId: 'c1', text, note: false })

describe('drafts in two browsers', () => {
  it('tells what is typed once the typing pauses', async () => {
    const desk = openDesk()

    desk.type('您')
    desk.type('您好 ')
    await vi.runAllTimersAsync()
    desk.type('')
    await vi.runAllTimersAsync()

    expect(desk.told).toEqual([draft('您好'), draft('')])
  })

  it('shows what comes from elsewhere, and does not tell it back', async () => {
    const desk = openDesk()

    desk.sync.received(draft('在那边写的'))
    await vi.runAllTimersAsync()

    expect([desk.shown(), desk.told]).toEqual(['在那边写的', []])
  })

  it('keeps what is being typed here', async () => {
    const desk = openDesk()
    desk.type('正在写')

    desk.sync.received(draft('那边的'))
    await vi.runAllTimersAsync()
    const mine = desk.shown()
    desk.sync.received(draft('那边又写了'))

    expect([mine, desk.shown()]).toEqual(['正在写', '那边又写了'])
  })

  it('catches up after a pause of the line in both directions', async () => {
    const desk = openDesk()
    desk.sync.received(draft('旧的'))
    desk.sync.caughtUp([])
    const ended = desk.shown()
    desk.cut()
    desk.type('断线时写的')
    await vi.runAllTimersAsync()
    desk.connect()

    desk.sync.caughtUp([draft('那边的')])
    await vi.runAllTimersAsync()

    expect([ended, desk.shown(), desk.told]).toEqual(['', '断线时写的', [draft('断线时写的')]])
  })
})
