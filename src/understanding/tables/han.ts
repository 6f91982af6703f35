import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FIRST_HAN, HAN_COUNT, HAN_TABLES_URL, LAST_HAN } from './layout.ts'

interface HanTables {
  readonly simplified: Uint16Array
  readonly syllableIds: Uint16Array
  readonly syllables: ReadonlyMap<string, number>
}

let tables: HanTables | undefined

function loadHanTables(): HanTables {
  const file = fileURLToPath(HAN_TABLES_URL)
  const bytes = readTables(file)
  const half = HAN_COUNT * 2
  // The copy aligns the numbers; a pooled Buffer may begin at an odd byte.
  const numbers = new Uint16Array(new Uint8Array(bytes.subarray(0, half * 2)).buffer)
  const names = bytes
    .subarray(half * 2)
    .toString('ascii')
    .split('\n')

  return {
    simplified: numbers.subarray(0, HAN_COUNT),
    syllableIds: numbers.subarray(HAN_COUNT),
    syllables: new Map(names.flatMap((name, id) => (name ? [[name, id] as const] : []))),
  }
}

function readTables(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new Error(`The tables of Chinese characters are missing (${file}). Run \`npm run build\`.`, { cause })
  }
}

function hanTables(): HanTables {
  tables ??= loadHanTables()
  return tables
}

export function isHan(code: number): boolean {
  return code >= FIRST_HAN && code <= LAST_HAN
}

/** The simplified form of a Han character, both as UTF-16 codes; other codes come back unchanged. */
export function toSimplified(code: number): number {
  return isHan(code) ? (hanTables().simplified[code - FIRST_HAN] ?? code) : code
}

/** The id of the most usual reading without its tone, 0 if there is none. */
export function syllableOf(code: number): number {
  return isHan(code) ? (hanTables().syllableIds[code - FIRST_HAN] ?? 0) : 0
}

/** How a syllable is typed; empty for 0. */
export function spell(syllable: number): string {
  for (const [typed, id] of hanTables().syllables) if (id === syllable) return typed
  return ''
}

/** The id of a syllable as it is typed (`tui`, `lv`), 0 if there is no such syllable. */
export function findSyllable(typed: string): number {
  return hanTables().syllables.get(typed) ?? 0
}
