import type { HandoffReason } from '../../domain/handoff.ts'
import type { Locale } from '../../domain/localized-text.ts'

/** What 小二 says around the owner's answers. */
const TEXTS = {
  zh: {
    clarify: '想确认一下，您是想问哪一个呢？',
    noneOfThese: '都不是',
    notUnderstood: '抱歉，这句我没太明白。能换个说法，或者把商品、订单的情况说具体一点吗？也可以直接找人工同事～',
    image: '图片收到了，不过我还看不懂图片。方便用文字说一下情况吗？需要的话我请人工同事来看。',
    product: (name: string) => `您在看的是「${name}」。想了解尺码、材质、库存还是发货？`,
    person: '转人工',
    handoff: '好的，我请人工同事来接待您，之前的对话同事都能看到，不用重复说。',
    sorry: '抱歉让您不愉快了，我马上请人工同事来处理，之前的对话同事都能看到。',
    nobody: '现在没有客服同事在线。您可以直接在这里留言，写下问题和联系方式，同事上班后第一时间回复您。',
    backAt: (when: string) => `同事${when}上班。`,
  },
  en: {
    clarify: 'Just to be sure, which of these do you mean?',
    noneOfThese: 'None of these',
    notUnderstood:
      "Sorry, I didn't quite get that. Could you put it another way, or tell me which product or order it is about? I can also call a colleague.",
    image:
      "I've got your picture, but I can't read pictures yet. Could you tell me in words? I can also call a colleague.",
    product: (name: string) =>
      `You're looking at "${name}". Would you like to know about sizes, material, stock or delivery?`,
    person: 'Talk to a person',
    handoff:
      "Of course. I'm getting a colleague for you; they can see what we've said so far, so there's no need to repeat it.",
    sorry: "I'm sorry about this. I'm getting a colleague right away; they can see everything you've written.",
    nobody:
      'Nobody from the team is online right now. Leave your question here, with a way to reach you, and they will answer as soon as they are back.',
    backAt: (when: string) => `They are back ${when}.`,
  },
} as const

export type BotTexts = (typeof TEXTS)[Locale]

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
