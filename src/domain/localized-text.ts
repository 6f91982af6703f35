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

/** The text in every language that there is. */
export function textsOf(text: LocalizedText): readonly string[] {
  return typeof text === 'string' ? [text] : [text.zh, text.en].filter((one) => one !== undefined)
}

/** Words that are spelt from end to end as Chinese is typed; English has few sentences of such words alone. */
const PINYIN =
  /^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)(?:iang|iong|uang|ang|eng|ong|ian|iao|ing|uai|uan|ai|an|ao|ei|en|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v)|(?:ai|an|ang|ao|en|er|ou))+$/i

/** Fewer Latin words than this ("ok", "size L") say nothing about the language. */
const ENGLISH_WORDS = 3

/** The language that a message is written in; the usual one where it is too short to tell. */
export function spokenLocale(text: string, usual: Locale): Locale {
  return plainLocale(text) ?? usual
}

/** The language that a message is plainly written in. */
export function plainLocale(text: string): Locale | undefined {
  if (/\p{Script=Han}/u.test(text)) return 'zh'
  const words = text.match(/[A-Za-z]{2,}/g) ?? []
  return words.length >= ENGLISH_WORDS && !words.every((word) => PINYIN.test(word)) ? 'en' : undefined
}

/** Chinese for any tag that begins with `zh`, English for any other. */
export function toLocale(tag: string | undefined, fallback: Locale): Locale {
  if (!tag) return fallback

  return tag.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
