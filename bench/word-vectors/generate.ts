/**
 * Writes `src/understanding/tables/words.bin`: what some 65,000 English and Chinese words mean, as vectors of one space.
 * Run by hand when the sources change: `npm --prefix bench/word-vectors ci && npm --prefix bench/word-vectors run generate`.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { encodeWords } from '../../src/understanding/tables/words-layout.ts'
import { type Axes, principalAxes, project } from './principal-axes.ts'
import { inverseFrequency, type KnownWord, readChinese, readEnglish } from './sources.ts'

const DIMENSIONS = 64
const ENGLISH_KEPT = 25_000
const CHINESE_KEPT = 40_000
/** The most frequent words of each language lay the axes. */
const LAY_AXES = 20_000
/** One character means little by itself. */
const SINGLE_CHARACTER = 0.3

const english = readEnglish()
const chinese = [...(await readChinese(english))].sort((a, b) => b.frequency - a.frequency)
const kept = [...english.slice(0, ENGLISH_KEPT), ...chinese.slice(0, CHINESE_KEPT)]
const axes: Axes = principalAxes(
  [...english.slice(0, LAY_AXES), ...chinese.slice(0, LAY_AXES)].map((one) => one.vector),
  DIMENSIONS,
)
const bytes = encodeWords(
  DIMENSIONS,
  kept.map((one) => ({ word: one.word, vector: project(axes, one.vector), weight: weightOf(one) })),
)
const file = fileURLToPath(new URL('../../src/understanding/tables/words.bin', import.meta.url))
writeFileSync(file, bytes)
console.log(`${kept.length} words, ${DIMENSIONS} dimensions, ${(bytes.length / 1024 / 1024).toFixed(2)} MB`)

function weightOf({ word, frequency }: KnownWord): number {
  const isSingle = word.length === 1 && /[\u4e00-\u9fff]/.test(word)
  return inverseFrequency(frequency) * (isSingle ? SINGLE_CHARACTER : 1)
}
