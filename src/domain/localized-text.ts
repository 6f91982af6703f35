/** The languages that 小二 speaks. */
export const LOCALES = ['zh', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** A text that people read: one string for every language, or one per language. */
export type LocalizedText = string | { readonly [locale in Locale]?: string }

/** The text in the wanted language, else in the fallback, else in whatever language there is. */
export function textIn(text: LocalizedText, locale: Locale, fallback: Locale): string {
  if (typeof text === 'string') return text

  return text[locale] ?? text[fallback] ?? text.zh ?? text.en ?? ''
}

/** Chinese for any tag that begins with `zh`, English for any other. */
export function toLocale(tag: string | undefined, fallback: Locale): Locale {
  if (!tag) return fallback

  return tag.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
