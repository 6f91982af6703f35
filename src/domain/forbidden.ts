import type { ForbiddenAction, ForbiddenWords } from './knowledge.ts'

/** A forbidden word that a text holds. */
export interface ForbiddenHit {
  readonly word: string
  readonly action: ForbiddenAction
  readonly why: ForbiddenWords['why']
}

/** Every forbidden word in a text, in the order of the owner's lists. A Latin word must stand by itself. */
export function findForbidden(text: string, lists: readonly ForbiddenWords[]): readonly ForbiddenHit[] {
  const lower = text.toLowerCase()
  return lists.flatMap(({ words, action, why }) =>
    words.filter((word) => holds(lower, word.toLowerCase())).map((word) => ({ word, action, why })),
  )
}

/** The text with what must be masked replaced, character by character. */
export function maskForbidden(text: string, hits: readonly ForbiddenHit[]): string {
  return hits
    .filter(({ action }) => action === 'mask')
    .reduce((masked, { word }) => masked.replace(toPattern(word), (found) => '＊'.repeat(found.length)), text)
}

function holds(text: string, word: string): boolean {
  return toPattern(word).test(text)
}

function toPattern(word: string): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return /^[\x20-\x7e]+$/.test(word)
    ? new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9])`, 'gi')
    : new RegExp(escaped, 'gi')
}
