import { expect, it } from 'vitest'
import type { CaseView } from '../../src/protocol/cases.ts'
import { withChanges } from '../../web-console/cases/case-rows.ts'
import { deskAfter, mina, snapshot } from './support.ts'

const aReturn: CaseView = {
  number: 'SH1',
  type: 'return',
  title: '退货',
  status: 'open',
  customer: { id: 'lin', name: '林', tier: 'regular', verified: true },
  conversationId: 'c1',
  dueAt: 9,
  createdAt: 1,
  updatedAt: 1,
  revision: 0,
}

it('hears that somebody has written into a record, and shows the new name on their cases', () => {
  const renamed = { ...aReturn.customer, name: '林小姐' }
  const state = deskAfter(
    { type: 'record:changed', customer: aReturn.customer },
    { type: 'record:changed', customer: renamed },
  )

  expect(state.records).toEqual({ lin: 2 })
  expect(withChanges([aReturn], state)).toEqual([{ ...aReturn, customer: renamed }])
})

it('shows a case with the name that was heard last, from whomever', () => {
  const renamed = { ...aReturn, customer: { ...aReturn.customer, name: '林小姐' } }
  const state = deskAfter(
    { type: 'record:changed', customer: aReturn.customer },
    { type: 'case:changed', case: renamed, openCases: 1 },
  )

  expect(withChanges([aReturn], state)).toEqual([renamed])
})

it('counts the open cases by what the server says last, and keeps each case as it is now', () => {
  const resolved = { ...aReturn, status: 'resolved' as const, updatedAt: 2, revision: 1 }

  const state = deskAfter(
    { type: 'snapshot:loaded', snapshot: snapshot({ openCases: 3 }) },
    { type: 'case:changed', case: aReturn, openCases: 4 },
    { type: 'case:changed', case: resolved, openCases: 3 },
  )

  expect(state.openCases).toBe(3)
  expect(state.cases).toEqual({ SH1: resolved })
})

it('forgets what it heard before the line was cut: what is read since is newer', () => {
  const state = deskAfter(
    { type: 'case:changed', case: aReturn, openCases: 1 },
    { type: 'session:started', agent: mina, reception: snapshot().reception },
  )
  const renamed = { ...aReturn, customer: { ...aReturn.customer, name: '林小姐' } }

  expect(withChanges([renamed], state)).toEqual([renamed])
})
