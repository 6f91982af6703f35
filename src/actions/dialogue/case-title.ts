import type { Case } from '../../domain/case.ts'
import { textOf } from '../../domain/facts/say.ts'
import type { Flow } from '../../domain/flow/flow.ts'
import { textIn } from '../../domain/localized-text.ts'
import { variantText } from '../../domain/skills/variants.ts'
import type { Turn } from './turn.ts'

const BETWEEN = ' · '

/** What a case is called: the task that opened it and the item, in the shop's language, which its people read. */
export function caseTitle(flow: Flow, about: string | undefined, { speech }: Turn): string {
  const title = textOf(flow.title, { ...speech, locale: speech.language })
  return about ? `${title}${BETWEEN}${about}` : title
}

/** The item of a case by its name in the shop's language; `shown` is how the shopper saw it. */
export function itemOfCase(
  sku: string | undefined,
  shown: string | undefined,
  { speech, brain }: Turn,
): string | undefined {
  const { language, locale } = speech
  if (locale === language) return shown
  for (const { name, variants } of brain.knowledge.products.values()) {
    const variant = variants.find((one) => one.sku === sku)
    if (variant) return [textIn(name, language, language), variantText(variant, language, language)].join(' ').trim()
  }
  return shown
}

/** Whether this task opened the case. */
export function isOpenedBy(flow: Flow, { title }: Case, turn: Turn): boolean {
  const task = caseTitle(flow, undefined, turn)
  return title === task || title.startsWith(task + BETWEEN)
}

/** The case as it is shown to a shopper who speaks another language than the shop. */
export function caseInLanguage(found: Case, turn: Turn): Case {
  const { speech, brain } = turn
  const { flows, products } = brain.knowledge
  if (speech.locale === speech.language) return found
  const flow = [...flows.values()].find((one) => isOpenedBy(one, found, turn))
  if (!flow) return found

  const product = [...products.values()].find(({ variants }) => variants.some(({ sku }) => sku === found.sku))
  const about = product && found.sku !== undefined ? textIn(product.name, speech.locale, speech.language) : undefined
  return { ...found, title: [textOf(flow.title, speech), about].filter(Boolean).join(BETWEEN) }
}
