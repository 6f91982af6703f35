import type { KnowledgeBase, Product } from '../../domain/knowledge.ts'
import { type Locale, type LocalizedText, textIn } from '../../domain/localized-text.ts'
import { formatMoney } from '../../domain/present.ts'
import { toDeskHours } from './desk-hours.ts'
import { toAnchor, toHomePath, toProductPath } from './links.ts'
import type { ContactView, DemoCustomer, PageView, ServiceView, TileView } from './view-types.ts'
import { WORDS } from './words.ts'

/** What the views are made from: one shop in one language. */
export interface Shelf {
  readonly knowledge: KnowledgeBase
  readonly locale: Locale
  readonly demoCustomers: readonly DemoCustomer[]
}

export interface Category {
  readonly anchor: string
  readonly name: string
  readonly path: string
  readonly products: readonly Product[]
}

export function toPageView(shelf: Shelf, path: string): PageView {
  const { knowledge, locale } = shelf
  const other = locale === 'zh' ? 'en' : 'zh'
  const words = WORDS[locale]

  return {
    locale,
    shopName: read(shelf, knowledge.shop.name),
    accent: knowledge.shop.accent,
    homePath: toHomePath(locale, knowledge.shop.language),
    otherLanguage: { locale: other, name: words.otherLanguage, path: `${path}?lang=${other}` },
    categories: listCategories(shelf).map(({ name, path }) => ({ name, path })),
    demoCustomers: shelf.demoCustomers.map((one) => ({ ...one, about: read(shelf, one.about) })),
    deskHours: toDeskHours(knowledge.calendar, locale, words.closed),
    contacts: listContacts(shelf),
    stores: [readFact(shelf, 'address'), readFact(shelf, 'store_hours')].filter((text) => text !== undefined),
  }
}

/** What the shop has most of comes first. */
export function listCategories(shelf: Shelf): readonly Category[] {
  const { shop, products } = shelf.knowledge
  const grouped = new Map<string, Product[]>()
  for (const product of products.values()) {
    const key = textIn(product.category, shop.language, shop.language)
    grouped.set(key, [...(grouped.get(key) ?? []), product])
  }

  return [...grouped.values()]
    .sort((one, other) => other.length - one.length)
    .map((group, position) => toCategory(shelf, group, position))
}

function toCategory(shelf: Shelf, products: readonly Product[], position: number): Category {
  const text = products[0]?.category ?? ''
  const anchor = toAnchor(text, position)
  const home = toHomePath(shelf.locale, shelf.knowledge.shop.language)

  return { anchor, name: read(shelf, text), path: `${home}#${anchor}`, products }
}

export function toTile(shelf: Shelf, product: Product): TileView {
  const { shop } = shelf.knowledge
  return {
    name: read(shelf, product.name),
    path: toProductPath(product.id, shelf.locale, shop.language),
    summary: read(shelf, product.summary),
    price: formatMoney(product.price, shop.currency, shelf.locale),
    soldOut: product.variants.length > 0 && product.variants.every((variant) => variant.stock === 0),
    ...(product.image && { image: product.image }),
  }
}

/** Only what the owner wrote: a fact that is missing leaves its promise out. */
export function listServices(shelf: Shelf, product?: Product): readonly ServiceView[] {
  const words = WORDS[shelf.locale]
  const [cutoff, from] = [readFact(shelf, 'cutoff'), readFact(shelf, 'ships_from')]
  const [over, carrier] = [readFact(shelf, 'free_shipping_over'), readFact(shelf, 'carrier')]
  const [returns, protection] = [readFact(shelf, 'return_days'), readFact(shelf, 'price_protection_days')]
  const services: ServiceView[] = []

  if (cutoff) services.push({ kind: 'cutoff', title: words.cutoff(cutoff), text: from ? words.cutoffMore(from) : '' })
  if (returns)
    services.push({
      kind: 'returns',
      title: words.returns(returns),
      text: product?.hygiene ? words.returnsSealed : words.returnsMore,
    })
  if (over) {
    services.push({ kind: 'delivery', title: words.freeShipping(over), text: carrier ? words.carriers(carrier) : '' })
  }
  if (protection) services.push({ kind: 'protection', title: words.protection(protection), text: words.protectionMore })

  return services
}

function listContacts(shelf: Shelf): readonly ContactView[] {
  const words = WORDS[shelf.locale]
  const [phone, wechat, email] = [readFact(shelf, 'phone'), readFact(shelf, 'wechat'), readFact(shelf, 'email')]
  const contacts: ContactView[] = []

  if (phone) contacts.push({ label: words.phone, text: phone, href: `tel:${phone}` })
  if (wechat) contacts.push({ label: words.wechat, text: wechat })
  if (email) contacts.push({ label: words.email, text: email, href: `mailto:${email}` })

  return contacts
}

export function read(shelf: Shelf, text: LocalizedText): string {
  return textIn(text, shelf.locale, shelf.knowledge.shop.language)
}

export function readFact(shelf: Shelf, name: string): string | undefined {
  const fact = shelf.knowledge.shop.facts[name]
  return fact === undefined ? undefined : read(shelf, fact) || undefined
}
