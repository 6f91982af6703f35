import type { KnowledgeBase, Product, SizeTable, Variant } from '../../domain/knowledge.ts'
import type { Locale } from '../../domain/localized-text.ts'
import { formatMoney } from '../../domain/present.ts'
import { listCategories, listServices, read, readFact, type Shelf, toPageView, toTile } from './page-view.ts'
import type {
  DemoCustomer,
  HomeView,
  OfferKind,
  OfferView,
  PageView,
  ProductView,
  SectionLayout,
  SizeTableView,
  StockLevel,
  VariantView,
} from './view-types.ts'
import { WORDS } from './words.ts'

const PICKS = 3
const LOW_STOCK = 5

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
  const variants = product.variants.map((variant) => toVariant(shelf, variant))
  const others = product.goesWith.flatMap((id) => knowledge.products.get(id) ?? [])
  const chosen = variants.find((variant) => variant.level !== 'out') ?? variants[0]

  return {
    ...toPageView(shelf, `/products/${encodeURIComponent(product.id)}`),
    id: product.id,
    name: read(shelf, product.name),
    summary: read(shelf, product.summary),
    price: formatMoney(product.price, knowledge.shop.currency, locale),
    category: toCategoryLink(shelf, product),
    services: listServices(shelf),
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

  return count % 4 === 1 ? 'lead' : 'four'
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

function toVariant(shelf: Shelf, variant: Variant): VariantView {
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
    level,
    text: texts[level],
  }
}

function toLevel(stock: number): StockLevel {
  if (stock <= 0) return 'out'
  return stock <= LOW_STOCK ? 'low' : 'in'
}

function toAttributes(shelf: Shelf, product: Product) {
  const labels = WORDS[shelf.locale].attributes
  return Object.entries(product.attributes).map(([key, text]) => ({
    label: labels[key] ?? key.replaceAll('_', ' '),
    text: read(shelf, text),
  }))
}

function toSizeTable(shelf: Shelf, table: SizeTable): SizeTableView {
  const words = WORDS[shelf.locale]
  const keys = Object.keys(table.columns)

  return {
    caption: words.measuredIn(table.unit),
    columns: [words.size, ...Object.values(table.columns).map((text) => read(shelf, text))],
    rows: table.rows.map((row) => [String(row.size), ...keys.map((key) => String(row.cells[key] ?? '–'))]),
  }
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '')
}
