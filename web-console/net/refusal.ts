import type { Texts } from '../texts/zh.ts'

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
export function refusalText(texts: Texts, refusal: { readonly code: string; readonly message: string }): string {
  return texts.errors[refusal.code] ?? (refusal.message || texts.errors['internal'] || refusal.code)
}

/** The same for whatever was thrown. */
export function thrownText(texts: Texts, thrown: unknown): string {
  return refusalText(texts, thrown instanceof Refusal ? thrown : { code: 'internal', message: '' })
}
