import type { IntentRow } from '../../../src/protocol/editing.ts'
import type { MatchPinyin } from '../../state/canned-search.ts'
import { createFuzzySearch, type FuzzySearch } from '../../state/fuzzy-search.ts'

/** Finds intents by title, id and examples, and titles by their pinyin or its initials. */
export function createIntentSearch(
  rows: readonly IntentRow[],
  examplesOf: (id: string) => readonly string[],
  matchPinyin: MatchPinyin | undefined,
): FuzzySearch<IntentRow> {
  const byWords = createFuzzySearch(rows, (row) => [row.title, row.id, row.id.replaceAll('_', ' ')])
  const byExample = createFuzzySearch(rows, ({ id }) => examplesOf(id))
  return (query) => {
    const wanted = query.trim()
    if (wanted === '') return rows

    const spelled = rows.filter(({ title }) => isSpelled(title, wanted, matchPinyin))
    return [...new Set([...spelled, ...byWords(wanted), ...byExample(wanted)])]
  }
}

function isSpelled(title: string, wanted: string, match: MatchPinyin | undefined): boolean {
  const letters = wanted.toLowerCase().replace(/[\s']+/g, '')
  if (!match || !/^[a-z]{2,}$/.test(letters)) return false
  return match(title, letters) !== null
}
