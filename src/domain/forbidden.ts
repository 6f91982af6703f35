import type { ForbiddenAction, ForbiddenWords } from './knowledge.ts'

/** A forbidden word that a text holds. */
export interface ForbiddenHit {
  readonly word: string
  readonly action: ForbiddenAction
  readonly why: ForbiddenWords['why']
}

/** Every forbidden word in a text, in the order of the owner's lists. A Latin word must stand by itself. */
export function findForbidden(text: string, lists: readonly ForbiddenWords[]): readonly ForbiddenHit[] {
  const folded = fold(text)
  return lists.flatMap(({ words, action, why }) =>
    words.filter((word) => folded.search(patternOf(word)) >= 0).map((word) => ({ word, action, why })),
  )
}

/** The text with what must be masked replaced, character by character. */
export function maskForbidden(text: string, hits: readonly ForbiddenHit[]): string {
  const folded = fold(text)
  let masked = text
  for (const { action, word } of hits) {
    if (action !== 'mask') continue
    for (const { 0: found, index } of folded.matchAll(patternOf(word))) {
      masked = masked.slice(0, index) + '＊'.repeat(found.length) + masked.slice(index + found.length)
    }
  }
  return masked
}

/** Full-width letters and spaces as plain ones; every character keeps its place. */
function fold(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
}

/** What people put between the characters of a word so that it is not found. Punctuation may part two sentences. */
const GAP = String.raw`[\s\u200b-\u200d\u2060\ufeff]*`
const patterns = new Map<string, RegExp>()

function patternOf(word: string): RegExp {
  const known = patterns.get(word)
  if (known) return known

  const characters = [...fold(word).trim()].map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const isLatin = /^[\x20-\x7e]+$/.test(word)
  const pattern = isLatin
    ? new RegExp(`(?<![a-z0-9])${characters.join('').replaceAll(' ', String.raw`\s+`)}(?![a-z0-9])`, 'gi')
    : new RegExp(characters.join(GAP), 'gi')
  patterns.set(word, pattern)
  return pattern
}
