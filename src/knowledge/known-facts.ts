import type { Product, ShopProfile } from '../domain/knowledge.ts'

/** The facts of `docs/knowledge.md` that any answer may use. */
const ALWAYS = [
  'clock',
  'today',
  'weekday',
  'desk.open',
  'desk.hours',
  'desk.next_open',
  'customer.name',
  'customer.tier',
  'customer.verified',
  'order.number',
  'order.status',
  'order.status_text',
  'order.total',
  'order.placed_on',
  'order.items',
  'parcel.carrier',
  'parcel.number',
  'parcel.status',
  'parcel.last_event',
  'parcel.last_event_at',
  'parcel.eta',
  'product.name',
  'product.price',
  'product.stock',
  'product.colors',
  'product.sizes',
  'product.size_table',
  'product.summary',
  'shop.name',
]

/** Every fact that may ever be known in this shop. */
export function knownFacts(shop: Pick<ShopProfile, 'facts'>, products: Iterable<Product>): ReadonlySet<string> {
  const facts = new Set(ALWAYS)
  for (const key of Object.keys(shop.facts)) facts.add(`shop.${key}`)
  for (const product of products) {
    for (const key of Object.keys(product.attributes)) facts.add(`product.${key}`)
  }
  return facts
}
