import type { Case } from './case.ts'
import type { Flow } from './flow/flow.ts'
import type { KnowledgeBase, ShopProfile } from './knowledge.ts'
import { type Locale, textIn } from './localized-text.ts'
import { variantText } from './skills/variants.ts'

/** What the names in a title are looked up in. */
type Names = Pick<KnowledgeBase, 'flows' | 'products'> & { readonly shop: Pick<ShopProfile, 'language'> }

const BETWEEN = ' · '

/** What a case is called: the task that opened it and the item, in the shop's language, which its people read. */
export function caseTitle({ title }: Flow, about: string | undefined, language: Locale): string {
  return [textIn(title, language, language), about].filter(Boolean).join(BETWEEN)
}

/** The item of a case by its name in the shop's language; `shown` is how the shopper saw it. */
export function itemOfCase(
  sku: string | undefined,
  shown: string | undefined,
  { products, shop: { language } }: Names,
  locale: Locale,
): string | undefined {
  if (locale === language) return shown
  for (const { name, variants } of products.values()) {
    const variant = variants.find((one) => one.sku === sku)
    if (variant) return [textIn(name, language, language), variantText(variant, language, language)].join(' ').trim()
  }
  return shown
}

/** Whether this task opened the case. */
export function isOpenedBy(flow: Flow, { title }: Case, language: Locale): boolean {
  const task = caseTitle(flow, undefined, language)
  return title === task || title.startsWith(task + BETWEEN)
}

/** The case as it is shown to a shopper who speaks another language than the shop. */
export function caseInLanguage(found: Case, { flows, products, shop: { language } }: Names, locale: Locale): Case {
  if (locale === language) return found
  const flow = [...flows.values()].find((one) => isOpenedBy(one, found, language))
  if (!flow) return found

  const product = [...products.values()].find(({ variants }) => variants.some(({ sku }) => sku === found.sku))
  const about = product && textIn(product.name, locale, language)
  return { ...found, title: [textIn(flow.title, locale, language), about].filter(Boolean).join(BETWEEN) }
}
