import {
  type Confusion,
  type IntentScore,
  isAsLabelled,
  listConfusions,
  type Outcome,
  scoreIntents,
} from '../domain/evaluation/metrics.ts'
import { type LabelFault, type LabelledRow, OUT_OF_SCOPE, readLabelled } from '../domain/evaluation/parse-labelled.ts'
import type { FoundRow } from './try-out.ts'

/** As many rows as are read in one go. */
export const MOST_ROWS = 5000

export type ReadRows =
  | { readonly ok: true; readonly rows: readonly LabelledRow[] }
  | { readonly ok: false; readonly fault: 'empty' | 'many' }
  | { readonly ok: false; readonly fault: LabelFault; readonly line: number }

/** Rows of `utterance<TAB>intent`, or of the same with commas. */
export function readRows(text: string): ReadRows {
  const read = readLabelled(text)
  if (!read.ok) return read
  if (read.rows.length === 0) return { ok: false, fault: 'empty' }
  return read.rows.length > MOST_ROWS ? { ok: false, fault: 'many' } : read
}

/** One row, and what became of it. */
export interface ScoredRow {
  readonly said: string
  readonly expected: string
  /** `none` where nothing was found. */
  readonly found: string
  readonly confidence: number
  readonly verdict: FoundRow['verdict']
  readonly right: boolean
}

/** The arithmetic of `xiaoer eval`, as far as a person reads it in a browser. */
export interface RowsScore {
  readonly total: number
  readonly right: number
  readonly verdicts: Readonly<Record<FoundRow['verdict'], number>>
  /** Of those that are answered. */
  readonly answeredRight: number
  readonly byIntent: Readonly<Record<string, IntentScore>>
  /** The most frequent first. */
  readonly confusions: readonly Confusion[]
}

/** The wrong ones first, the surest of them first of all; the rest in their order. */
export function scoreRows(
  labelled: readonly LabelledRow[],
  found: readonly FoundRow[],
): { readonly rows: readonly ScoredRow[]; readonly score: RowsScore } {
  const outcomes = labelled.flatMap((row, at): readonly Outcome[] => {
    const one = found[at]
    return one ? [{ intent: row.intent, style: row.style, micros: 0, ...one }] : []
  })
  const rows = outcomes.map(
    (one, at): ScoredRow => ({
      said: labelled[at]?.utterance ?? '',
      expected: one.intent,
      found: one.ranked[0] ?? OUT_OF_SCOPE,
      confidence: one.confidence,
      verdict: one.verdict,
      right: isAsLabelled(one),
    }),
  )
  const inside = outcomes.filter(({ intent }) => intent !== OUT_OF_SCOPE)
  const count = (verdict: FoundRow['verdict']) => rows.filter((row) => row.verdict === verdict).length
  const wrong = rows.filter((row) => !row.right).toSorted((a, b) => b.confidence - a.confidence)
  return {
    rows: [...wrong, ...rows.filter((row) => row.right)],
    score: {
      total: rows.length,
      right: rows.length - wrong.length,
      verdicts: { answer: count('answer'), clarify: count('clarify'), none: count('none') },
      answeredRight: rows.filter((row) => row.verdict === 'answer' && row.right).length,
      byIntent: scoreIntents(inside),
      confusions: listConfusions(inside),
    },
  }
}

/** What was taken for what, over the intents that were ever confused. */
export interface ConfusionMatrix {
  readonly expected: readonly string[]
  readonly found: readonly string[]
  readonly countOf: (expected: string, found: string) => number
}

export function toMatrix(rows: readonly ScoredRow[]): ConfusionMatrix {
  const wrong = rows.filter((row) => !row.right)
  const expected = [...new Set(wrong.map((row) => row.expected))].sort()
  const counts = new Map<string, number>()
  for (const row of rows) {
    const key = `${row.expected}\t${row.found}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return {
    expected,
    found: [...new Set([...expected, ...wrong.map((row) => row.found)])].sort(),
    countOf: (one, other) => counts.get(`${one}\t${other}`) ?? 0,
  }
}
