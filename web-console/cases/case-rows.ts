import type { CaseView } from '../../src/protocol/cases.ts'

type Heard = Readonly<Record<string, CaseView>>

/** The rows of a page with what was heard of them since. */
export function withChanges(rows: readonly CaseView[], heard: Heard): readonly CaseView[] {
  return rows.map((row) => {
    const changed = heard[row.number]
    return changed && changed.updatedAt >= row.updatedAt ? changed : row
  })
}

/** Whether a case was opened since, that belongs at the top of this list. */
export function hasUnseen(rows: readonly CaseView[], heard: Heard, belongsHere: (one: CaseView) => boolean): boolean {
  const newest = rows[0]?.createdAt ?? 0
  return Object.values(heard).some(
    (one) => one.createdAt >= newest && !rows.some((row) => row.number === one.number) && belongsHere(one),
  )
}
