import type { CaseView } from '../../src/protocol/cases.ts'
import type { DeskState } from '../state/desk-state.ts'

type Heard = Readonly<Record<string, CaseView>>

/** The rows of a page with what was heard since of them, and of whose they are. */
export function withChanges(
  rows: readonly CaseView[],
  { cases, customers }: Pick<DeskState, 'cases' | 'customers'>,
): readonly CaseView[] {
  return rows.map((row) => {
    const changed = cases[row.number]
    const newest = changed && changed.updatedAt >= row.updatedAt ? changed : row
    const customer = customers[row.customer.id]
    return customer ? { ...newest, customer } : newest
  })
}

/** Whether a case was opened since, that belongs at the top of this list. */
export function hasUnseen(rows: readonly CaseView[], heard: Heard, belongsHere: (one: CaseView) => boolean): boolean {
  const newest = rows[0]?.createdAt ?? 0
  return Object.values(heard).some(
    (one) => one.createdAt >= newest && !rows.some((row) => row.number === one.number) && belongsHere(one),
  )
}
