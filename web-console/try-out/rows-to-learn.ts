import type { ScoredRow } from '../../src/protocol/score-rows.ts'

/** The wrong rows that belong to an intent of the knowledge: what is none of the shop's business is nobody's example. */
export function rowsToLearn(
  rows: readonly ScoredRow[],
  titles: Readonly<Record<string, string>>,
): readonly { readonly said: string; readonly intent: string }[] {
  return rows
    .filter(({ right, expected }) => !right && expected in titles)
    .map(({ said, expected }) => ({ said, intent: expected }))
}
