import type { ForbiddenAction, ForbiddenWords } from './knowledge.ts'

/** A forbidden word that a text holds. */
export interface ForbiddenHit {
  readonly word: string
  readonly action: ForbiddenAction
  readonly why: ForbiddenWords['why']
}

/** Every forbidden word in a text, in the order of the owner's lists. A Latin word must stand by itself. */
export function findForbidden(text: string, lists: readonly ForbiddenWords[]): readonly ForbiddenHit[] {
  const { folded } = fold(text)
  return lists.flatMap(({ words, action, why }) =>
    words.filter((word) => folded.search(patternOf(word)) >= 0).map((word) => ({ word, action, why })),
  )
}

/** The text with what must be masked replaced, character by character. */
export function maskForbidden(text: string, hits: readonly ForbiddenHit[]): string {
  const { folded, places } = fold(text)
  const masked = new Set<number>()
  for (const { action, word } of hits) {
    if (action !== 'mask') continue
    for (const { 0: found, index } of folded.matchAll(patternOf(word))) {
      const end = places[index + found.length] ?? text.length
      for (let at = places[index] ?? 0; at < end; at += 1) masked.add(at)
    }
  }
  let at = 0
  let covered = ''
  for (const character of text) {
    covered += masked.has(at) ? '＊' : character
    at += character.length
  }
  return covered
}

/** What stands in a text and is not seen: joiners, marks of direction, selectors of variants, soft hyphens. */
const UNSEEN =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them by itself is what goes.
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]|[\u{e0000}-\u{e0fff}]/u
/** Accents that are put over a letter so that it is not found. */
const OVER = /[\u0300-\u036f]/g

/**
 * The text as it is compared: full-width, circled, squared and mathematical letters as plain ones (NFKC), without what is not
 * seen; and where in the text each character of it comes from.
 */
function fold(text: string): { readonly folded: string; readonly places: readonly number[] } {
  const places: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    const plain = IS_PLAIN.test(character) ? character : toPlain(character)
    folded += plain
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at)
    at += character.length
  }
  return { folded, places }
}

/** ASCII and Chinese are compared as they are: nearly all that is written. */
const IS_PLAIN = /[\x20-\x7e\u4e00-\u9fff]/

function toPlain(character: string): string {
  if (UNSEEN.test(character)) return ''
  return character.normalize('NFKC').normalize('NFD').replace(OVER, '').normalize('NFC')
}

/** What people put between the characters of a word so that it is not found. Punctuation may part two sentences. */
const GAP = String.raw`\s*`
const patterns = new Map<string, RegExp>()

/** The owner's characters as they are, each made literal, and single gaps between them: nothing in it can be tried in two ways. */
function patternOf(word: string): RegExp {
  const known = patterns.get(word)
  if (known) return known

  const plain = fold(word).folded.trim()
  const characters = [...plain].map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const isLatin = /^[\x20-\x7e]+$/.test(plain)
  const pattern = isLatin
    ? new RegExp(`(?<![a-z0-9])${characters.join('').replace(/ +/g, String.raw`\s+`)}(?![a-z0-9])`, 'gi')
    : new RegExp(characters.join(GAP), 'gi')
  patterns.set(word, pattern)
  return pattern
}
