import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { decodeWords, type WordTable } from './words-layout.ts'

/** The same relative depth holds for `src/understanding/tables/` and `dist/understanding/tables/`. */
export const WORDS_URL = new URL('../../../src/understanding/tables/words.bin', import.meta.url)

let table: WordTable | undefined

/** What common English and Chinese words mean; read once. Made by `bench/word-vectors`, whose README names the sources. */
export function wordTable(): WordTable {
  table ??= decodeWords(readFileSync(fileURLToPath(WORDS_URL)))
  return table
}
