import { type Locale, toLocale } from '../domain/localized-text.ts'

/** The language of the terminal; Chinese where it says nothing. */
export function terminalLocale(environment: Readonly<Record<string, string | undefined>>): Locale {
  const tag = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG']
  return tag === 'C' || tag === 'POSIX' || tag === 'C.UTF-8' ? 'zh' : toLocale(tag, 'zh')
}

/** Says it in the terminal's language. */
export function pick(locale: Locale, zh: string, en: string): string {
  return locale === 'zh' ? zh : en
}
