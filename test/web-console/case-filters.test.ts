import { describe, expect, it } from 'vitest'
import type { CaseView } from '../../src/protocol/cases.ts'
import {
  belongs,
  boardPath,
  type CaseFilters,
  listPath,
  readFilters,
  writeFilters,
} from '../../web-console/cases/case-filters.ts'

const USUAL = readFilters(new URLSearchParams())

const aReturn: CaseView = {
  number: 'SH1',
  type: 'return',
  title: '大衣退货',
  status: 'open',
  customer: { id: 'lin', name: '林女士', tier: 'regular', verified: true },
  conversationId: 'c1',
  orderNumber: 'XE77',
  dueAt: 9,
  createdAt: 1,
  updatedAt: 1,
  revision: 0,
}

describe('the filters of the cases', () => {
  it('stand in the address, and what is as usual does not', () => {
    const filters = { ...USUAL, state: 'waiting', agent: 'me', overdue: true, text: '大衣' }

    const written = writeFilters(filters)

    expect(written).toEqual({ state: 'waiting', agent: 'me', overdue: 'true', q: '大衣' })
    expect(readFilters(new URLSearchParams(written))).toEqual(filters)
    expect(writeFilters(USUAL)).toEqual({})
  })

  it('ask the server for what goes on, or for a status, and name me by my id', () => {
    expect(listPath(USUAL, 'mina')).toBe('/api/v1/cases?open=true')
    expect(listPath({ ...USUAL, state: 'all' }, 'mina')).toBe('/api/v1/cases')
    expect(listPath({ ...USUAL, state: 'waiting', agent: 'me' }, 'mina')).toBe(
      '/api/v1/cases?agent=mina&status=waiting',
    )
    expect(boardPath({ ...USUAL, state: 'waiting', agent: 'none' }, 'mina')).toBe('/api/v1/cases/board?agent=none')
  })
})

it('knows whether a case that was heard of belongs into the list', () => {
  const shows = (more: Partial<CaseFilters>, one: Partial<CaseView> = {}, now = 10) =>
    belongs({ ...aReturn, ...one }, { ...USUAL, ...more }, { me: 'mina', now })
  const mine = { agent: { id: 'mina', name: 'Mina' } }

  expect([shows({}), shows({}, { status: 'resolved' }), shows({ state: 'all' }, { status: 'resolved' })]).toEqual([
    true,
    false,
    true,
  ])
  expect([shows({ agent: 'me' }), shows({ agent: 'me' }, mine), shows({ agent: 'none' })]).toEqual([false, true, true])
  expect([shows({ overdue: true }), shows({ overdue: true }, {}, 9)]).toEqual([true, false])
  expect([shows({ customer: 'lin' }), shows({ customer: 'wang' }), shows({ type: 'invoice' })]).toEqual([
    true,
    false,
    false,
  ])
  expect([shows({ text: ' xe7' }), shows({ text: '林女' }), shows({ text: '裙' })]).toEqual([true, true, false])
})
