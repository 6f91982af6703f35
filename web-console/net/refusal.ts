import type { Refused } from '../../src/protocol/common.ts'
import type { Texts } from '../texts/zh.ts'

/** Why something was not done, as far as people are told. */
export type Reason = Pick<Refused, 'code' | 'message' | 'words'>

/** The server said no, or could not be reached (`code` is then `offline`). */
export class Refusal extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status: number) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.status = status
  }
}

/** What to tell a person about a refusal, in their language where the code is known. */
export function refusalText(texts: Texts, refusal: Reason): string {
  if (refusal.words && refusal.words.length > 0) return wordsText(texts, refusal.words)
  return texts.errors[refusal.code] ?? (refusal.message || texts.errors['internal'] || refusal.code)
}

/** The same for whatever was thrown. */
export function thrownText(texts: Texts, thrown: unknown): string {
  return refusalText(texts, thrown instanceof Refusal ? thrown : { code: 'internal', message: '' })
}

/** The words that may not be said, each group with the owner's reason. */
function wordsText(texts: Texts, words: NonNullable<Reason['words']>): string {
  const byReason = new Map<string, string[]>()
  for (const { word, why } of words) {
    const reason = typeof why === 'string' ? why : (why[texts.locale] ?? why.zh ?? why.en ?? '')
    byReason.set(reason, [...(byReason.get(reason) ?? []), word])
  }
  return [...byReason].map(([reason, group]) => texts.wordsRefused(group, reason)).join(' ')
}
