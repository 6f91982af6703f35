import Fuse from 'fuse.js/basic'

/** Ranks the items that a typed query may mean, the likeliest first; an empty query gives all in their order. */
export type FuzzySearch<T> = (query: string) => readonly T[]

/** One text that an item is found by, prepared once so that each keystroke only compares. */
interface Key {
  readonly words: readonly string[]
  readonly text: string
  /** Without gaps: "tshirt" finds "T-shirt". */
  readonly joined: string
}

/** How well a query fits, best first; a typo adds its share of wrong characters to `TYPO`. */
const EQUAL = 0
const STARTS = 1
const WORD_STARTS = 2
const INSIDE = 3
const ANY_ORDER = 4
const TYPO = 5

/** One wrong character in three passes; more would be another word. */
const HAN_TYPOS = 0.34
/** One wrong letter in four. Two in six would make "orange" mean "change"; swapped ones count as `ANY_ORDER`. */
const LETTER_TYPOS = 0.25
/** What was pasted by mistake must not hold up the page. */
const LONGEST_QUERY = 64
/** Fuse searches longer patterns in pieces and takes one that fits for all. */
const LONGEST_TYPO = 32
const HAN = /\p{Script=Han}/u

/** Finds items by their names and titles; each word of the query must fit one of them, in whatever order it is typed. */
export function createFuzzySearch<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): FuzzySearch<T> {
  const entries = items.map((item) => ({ item, keys: keysOf(item).map(toKey) }))
  return (query) => {
    if (query.trim() === '') return items

    const wanted = toKey(query.trim().slice(0, LONGEST_QUERY))
    return entries
      .map(({ item, keys }) => ({ item, rank: rankOf(wanted, keys) }))
      .filter(({ rank }) => rank < Infinity)
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item)
  }
}

function toKey(text: string): Key {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s\p{P}]+/u)
    .filter(Boolean)
  return { words, text: words.join(' '), joined: words.join('') }
}

function rankOf(wanted: Key, keys: readonly Key[]): number {
  if (wanted.words.length === 0) return Infinity
  if (keys.some((key) => key.text === wanted.text)) return EQUAL
  if (keys.some((key) => key.text.startsWith(wanted.text))) return STARTS

  return Math.max(...wanted.words.map((word) => Math.min(...keys.map((key) => rankIn(word, key)))))
}

function rankIn(word: string, key: Key): number {
  if (key.words.some((one) => one.startsWith(word))) return WORD_STARTS
  if (key.text.includes(word)) return INSIDE
  // Shorter ones turn up by chance where two words meet.
  if (word.length >= 4 && key.joined.includes(word)) return INSIDE
  if (isShuffled(word, key)) return ANY_ORDER
  return TYPO + typoShare(word, key)
}

/** Chinese: all its characters are there, others may be missing. Letters: those of one word, swapped. */
function isShuffled(word: string, key: Key): boolean {
  if (HAN.test(word)) return [...word].every((char) => key.text.includes(char))

  const letters = sorted(word)
  return isWordy(word) && key.words.some((one) => one.length === word.length && sorted(one) === letters)
}

function sorted(word: string): string {
  return [...word].sort().join('')
}

/** A number is right or wrong, and in two characters nearly everything is one typo away from everything. */
function isWordy(word: string): boolean {
  return word.length >= (HAN.test(word) ? 3 : 4) && word.length <= LONGEST_TYPO && !/\p{N}/u.test(word)
}

/** The share of wrong characters at the best place; `Infinity` where it is not a typo any more. */
function typoShare(word: string, key: Key): number {
  if (!isWordy(word)) return Infinity

  // Chinese has no gaps to start at. Letters must fit from the start of a word on, or "test" would find "request".
  const han = HAN.test(word)
  const threshold = han ? HAN_TYPOS : LETTER_TYPOS
  const found = (han ? [key.text] : key.words)
    .map((text) => Fuse.match(word, text, { threshold, ignoreLocation: han, distance: 10 }))
    .filter(({ isMatch }) => isMatch)
  return Math.min(...found.map(({ score }) => score))
}
