import type { HandoffReason } from '../../domain/handoff.ts'
import type { Locale } from '../../domain/localized-text.ts'
import { ENGLISH } from './bot-texts-en.ts'
import { type BotTexts, CHINESE } from './bot-texts-zh.ts'

const TEXTS: Readonly<Record<Locale, BotTexts>> = { zh: CHINESE, en: ENGLISH }

/** What 小二 says around the owner's answers. */
export function botTexts(locale: Locale): BotTexts {
  return TEXTS[locale]
}

const UPSET: readonly HandoffReason[] = ['anger', 'complaint', 'disliked']

/** What is said while handing over, when the intent itself has no words for it. */
export function handoffText(locale: Locale, reason: HandoffReason): string {
  return UPSET.includes(reason) ? TEXTS[locale].sorry : TEXTS[locale].handoff
}

/** Joined to what was said, where nobody is there to take over. */
export function nobodyText(locale: Locale, backAt: string | undefined): string {
  const texts = TEXTS[locale]
  return backAt ? `${texts.nobody}${locale === 'en' ? ' ' : ''}${texts.backAt(backAt)}` : texts.nobody
}
