import type { Locale } from './localized-text.ts'

/** A failure of a command, for the person at the keyboard: the place, the cause, the mend, in both languages. */
export class ToldError extends Error {
  readonly words: Readonly<Record<Locale, string>>

  constructor(words: Readonly<Record<Locale, string>>, options?: ErrorOptions) {
    super(words.en, options)
    this.words = words
  }
}
