import type { Locale } from '../../domain/localized-text.ts'

type Words = Readonly<Record<Locale, string>>

/** One thing that was looked at: well, to be minded, or wrong; with the mend where it is not well. */
export interface Finding {
  /** A name that stays, for programs. */
  readonly check: string
  readonly level: 'good' | 'mind' | 'wrong'
  readonly words: Words
  readonly mend?: Words
}

export function good(check: string, zh: string, en: string): Finding {
  return { check, level: 'good', words: { zh, en } }
}

/** `mend` in both languages, as `[zh, en]`. */
export function mind(check: string, words: readonly [string, string], mend: readonly [string, string]): Finding {
  return { check, level: 'mind', words: toWords(words), mend: toWords(mend) }
}

export function wrong(check: string, words: readonly [string, string], mend: readonly [string, string]): Finding {
  return { check, level: 'wrong', words: toWords(words), mend: toWords(mend) }
}

function toWords([zh, en]: readonly [string, string]): Words {
  return { zh, en }
}
