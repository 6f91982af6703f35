import { attributeLabel } from '../../domain/facts/attribute-labels.ts'
import type { KnowledgeBase, Product, Variant } from '../../domain/knowledge.ts'
import type { Locale } from '../../domain/localized-text.ts'
import { formatMoney } from '../../domain/present.ts'
import { listCategories, listServices, read, readFact, type Shelf, toPageView, toTile } from './page-view.ts'
import { toFitTable, toSizeTable } from './size-table-view.ts'
import type {
  DemoCustomer,
  HomeView,
  OfferKind,
  OfferView,
  PageView,
  ProductView,
  SectionLayout,
  StockLevel,
  VariantView,
} from './view-types.ts'
import { WORDS } from './words.ts'

const PICKS = 3
const LOW_STOCK = 5
/** Of four columns: how many tiles of the last row would be missing a neighbour decides which ones grow. */
const LAYOUT_BY_REST: Readonly<Record<number, SectionLayout>> = { 1: 'lead', 2: 'wides', 3: 'wide' }

const OFFER_FACTS: readonly (readonly [OfferKind, string])[] = [
  ['promotion', 'promotion'],
  ['coupon', 'coupon'],
  ['points', 'points_rule'],
  ['live', 'live_time'],
]

export function toHomeView(knowledge: KnowledgeBase, locale: Locale, demoCustomers: readonly DemoCustomer[]): HomeView {
  const shelf: Shelf = { knowledge, locale, demoCustomers }
  const sections = listCategories(shelf).map(({ anchor, name, products }) => ({
    anchor,
    name,
    layout: toLayout(products.length),
    tiles: products.map((product) => toTile(shelf, product)),
  }))

  return {
    ...toPageView(shelf, '/'),
    offers: listOffers(shelf),
    services: listServices(shelf),
    picks: sections.flatMap(({ tiles }) => tiles.find((tile) => tile.image) ?? []).slice(0, PICKS),
    sections,
  }
}

export function toProductView(
  knowledge: KnowledgeBase,
  product: Product,
  locale: Locale,
  demoCustomers: readonly DemoCustomer[],
): ProductView {
  const shelf: Shelf = { knowledge, locale, demoCustomers }
  const words = WORDS[locale]
  const promotion = readFact(shelf, 'promotion')
  const variants = product.variants.map((variant) => toVariant(shelf, product, variant))
  const others = product.goesWith.flatMap((id) => knowledge.products.get(id) ?? [])
  const fitTable = product.sizeTable && toFitTable(shelf, product.sizeTable)
  const chosen = variants.find((variant) => variant.level !== 'out') ?? variants[0]

  return {
    ...toPageView(shelf, `/products/${encodeURIComponent(product.id)}`),
    id: product.id,
    name: read(shelf, product.name),
    summary: read(shelf, product.summary),
    price: chosen?.price ?? formatMoney(product.price, knowledge.shop.currency, locale),
    category: toCategoryLink(shelf, product),
    services: listServices(shelf, product),
    styles: distinct(variants.map((variant) => variant.style)),
    sizes: distinct(variants.map((variant) => variant.size)),
    sizeLegend: product.sizeTable ? words.size : words.specification,
    variants,
    attributes: toAttributes(shelf, product),
    goesWith: { layout: toLayout(others.length), tiles: others.map((other) => toTile(shelf, other)) },
    ...(product.image && { image: product.image }),
    ...(promotion && { promotion }),
    ...(chosen && { chosen }),
    ...(product.sizeTable && { sizeTable: toSizeTable(shelf, product.sizeTable) }),
    ...(fitTable && { fitTable }),
  }
}

export function toNotFoundView(
  knowledge: KnowledgeBase,
  locale: Locale,
  demoCustomers: readonly DemoCustomer[],
): PageView {
  // The address that was asked for leads nowhere in any language.
  return toPageView({ knowledge, locale, demoCustomers }, '/')
}

function toLayout(count: number): SectionLayout {
  if (count === 1) return 'one'
  if (count === 2) return 'two'
  if (count % 4 === 0) return 'four'
  if (count % 3 === 0) return 'three'

  return LAYOUT_BY_REST[count % 4] ?? 'four'
}

function listOffers(shelf: Shelf): readonly OfferView[] {
  return OFFER_FACTS.flatMap(([kind, fact]) => {
    const text = readFact(shelf, fact)
    return text ? [{ kind, label: WORDS[shelf.locale][kind], text: toSentence(text) }] : []
  })
}

/** Facts are written to stand inside a sentence; alone they begin with a capital. */
function toSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function toCategoryLink(shelf: Shelf, product: Product) {
  const own = listCategories(shelf).find((category) => category.products.some(({ id }) => id === product.id))
  return { name: read(shelf, product.category), path: own?.path ?? '/' }
}

function toVariant(shelf: Shelf, product: Product, variant: Variant): VariantView {
  const words = WORDS[shelf.locale]
  const texts = {
    in: words.inStock(variant.stock),
    low: words.lowStock(variant.stock),
    out: words.outOfStock,
  } as const satisfies Record<StockLevel, string>
  const level = toLevel(variant.stock)

  return {
    style: variant.color === undefined ? '' : read(shelf, variant.color),
    size: variant.size ?? '',
    price: formatMoney(variant.price ?? product.price, shelf.knowledge.shop.currency, shelf.locale),
    level,
    text: texts[level],
  }
}

function toLevel(stock: number): StockLevel {
  if (stock <= 0) return 'out'
  return stock <= LOW_STOCK ? 'low' : 'in'
}

function toAttributes(shelf: Shelf, product: Product) {
  return Object.entries(product.attributes).map(([key, text]) => ({
    label: attributeLabel(key, shelf.locale),
    text: read(shelf, text),
  }))
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '')
}
