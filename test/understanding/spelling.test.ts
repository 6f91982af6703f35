import { describe, expect, it } from 'vitest'
import { isKnownWord } from '../../src/understanding/features/meaning.ts'
import { createSpelling } from '../../src/understanding/text/spelling.ts'

const COUNTS = new Map([
  ['refund', 3],
  ['delivery', 5],
  ['latter', 2],
  ['dress', 2],
  ['dresses', 9],
  ['coupon', 4],
  ['size', 4],
  ['stock', 3],
  ['fit', 9],
  ['xiaoer', 1],
])

function mend(word: string): string {
  return createSpelling(COUNTS).mend(word)
}

/** Every word that one letter less, doubled or struck wrong, or two neighbours swapped, makes of a word. */
function slipsOf(word: string): readonly string[] {
  return [...word].flatMap((letter, at) => {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)]
    const swapped = before + (after[0] ?? '') + letter + after.slice(1)
    return [before + after, before + letter + letter + after, `${before}q${after}`, swapped]
  })
}

describe('the spelling', () => {
  it.each([
    ['reufnd', 'refund', 'two neighbours are swapped'],
    ['refnd', 'refund', 'a letter is missing'],
    ['refunnd', 'refund', 'a letter is doubled'],
    ['rexund', 'refund', 'a letter is struck wrong'],
    ['xoupon', 'coupon', 'the first letter is wrong'],
    ['couponn', 'coupon', 'the last letter is doubled'],
    ['xiaor', 'xiaoer', 'the word is only the shop’s own'],
    ['sizze', 'size', 'the word that is meant has four letters'],
  ])('mends %j to %j, where %s', (slip, word) => {
    expect(mend(slip)).toBe(word)
  })

  it('mends every single slip in a word, unless it makes another English word', () => {
    const spelling = createSpelling(COUNTS)

    for (const slip of slipsOf('delivery')) {
      expect(spelling.mend(slip)).toBe(isKnownWord(slip) ? slip : 'delivery')
    }
  })

  it.each(['rfeudn', 'delivxxy', 'efundx', 'rfunde', 'qwzxpf'])(
    'leaves %j, which is two edits or more from any word',
    (word) => {
      expect(mend(word)).toBe(word)
    },
  )

  it.each(['stok', 'rfnd', 'szie', ''])('leaves %j, which has fewer than five letters', (word) => {
    expect(mend(word)).toBe(word)
  })

  it('mends nothing to a word of three letters', () => {
    expect(createSpelling(new Map([['fitz', 1]])).mend('fitzz')).toBe('fitz')
    expect(mend('fitxx')).toBe('fitxx')
  })

  it.each([
    ['later', 'latter'],
    ['coupons', 'coupon'],
  ])('leaves the English word %j, though it is one edit from %j', (word, neighbour) => {
    expect(isKnownWord(word)).toBe(true)
    expect(COUNTS.has(neighbour)).toBe(true)
    expect(mend(word)).toBe(word)
  })

  it('leaves a word of the shop, though a more frequent one is one edit away', () => {
    expect(createSpelling(new Map([...COUNTS, ['couqon', 1]])).mend('couqon')).toBe('couqon')
  })

  it.each([
    [{ dress: 2, dresses: 9 }, 'dresses'],
    [{ dress: 9, dresses: 2 }, 'dress'],
    [{ dresses: 2, dress: 9 }, 'dress'],
  ])('prefers the more frequent of two neighbours: %j', (counts, word) => {
    expect(createSpelling(new Map(Object.entries(counts))).mend('dresse')).toBe(word)
  })

  it('mends a word the second time as it did the first time', () => {
    const spelling = createSpelling(COUNTS)

    expect(['reufnd', 'rfeudn', 'reufnd', 'rfeudn'].map(spelling.mend)).toEqual([
      'refund',
      'rfeudn',
      'refund',
      'rfeudn',
    ])
  })

  it('has nothing to mend by where a shop wrote no Latin word', () => {
    expect(createSpelling(new Map()).mend('reufnd')).toBe('reufnd')
  })
})
