/**
 * Writes `src/understanding/tables/words.bin`: what some 89,000 English and Chinese words mean, as vectors of one space.
 * Run by hand when the sources change: `npm --prefix bench/word-vectors ci && npm --prefix bench/word-vectors run generate`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { encodeWords } from '../../src/understanding/tables/words-layout.ts'
import { type Axes, principalAxes, project } from './principal-axes.ts'
import { inverseFrequency, type KnownWord, readChinese, readEnglish } from './sources.ts'

const DIMENSIONS = 64
const ENGLISH_KEPT = 45_000
const CHINESE_KEPT = 44_000
/** The most frequent words of each language lay the axes. */
const LAY_AXES = 20_000
/** One character means little by itself. */
const SINGLE_CHARACTER = 0.3

const english = readEnglish()
const chinese = [...(await readChinese(english))].sort((a, b) => b.frequency - a.frequency)
const shop = readShopTexts()
const shopWords = new Set(shop.toLowerCase().match(/[a-z]+/g))
// Newspapers, which the frequencies come from, hardly know 包邮 and "invoice": what the demo shop's texts say comes first.
const kept = [
  ...shopFirst(english, ({ word }) => shopWords.has(word)).slice(0, ENGLISH_KEPT),
  ...shopFirst(chinese, ({ word }) => word.length > 1 && shop.includes(word)).slice(0, CHINESE_KEPT),
]
const axes: Axes = principalAxes(
  [...english.slice(0, LAY_AXES), ...chinese.slice(0, LAY_AXES)].map((one) => one.vector),
  DIMENSIONS,
)
const bytes = encodeWords(
  DIMENSIONS,
  kept.map((one) => ({ spellings: spellingsOf(one), vector: project(axes, one.vector), weight: weightOf(one) })),
)
const file = fileURLToPath(new URL('../../src/understanding/tables/words.bin', import.meta.url))
writeFileSync(file, bytes)
console.log(`${kept.length} words, ${DIMENSIONS} dimensions, ${(bytes.length / 1024 / 1024).toFixed(2)} MB`)

/** A Chinese word is also found as it is typed; the more frequent of two that sound the same is meant. */
function spellingsOf({ word, pinyin = '' }: KnownWord): readonly string[] {
  return word.length > 1 && pinyin !== '' ? [word, pinyin] : [word]
}

function shopFirst(words: readonly KnownWord[], isOfShops: (word: KnownWord) => boolean): readonly KnownWord[] {
  return [...words.filter(isOfShops), ...words.filter((one) => !isOfShops(one))]
}

/** All that the demo shop's files say. */
function readShopTexts(): string {
  const folder = new URL('../../intents/', import.meta.url)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
}

function weightOf({ word, frequency }: KnownWord): number {
  const isSingle = word.length === 1 && /[\u4e00-\u9fff]/.test(word)
  return inverseFrequency(frequency) * (isSingle ? SINGLE_CHARACTER : 1)
}
