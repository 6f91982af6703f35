import type { ProductId } from './ids.ts'
import type { KnowledgeBase, Product } from './knowledge.ts'
import type { LocalizedText } from './localized-text.ts'

/** What the shop's own system says of a product; laid over what the owner wrote of it. */
export type PushedProduct = { readonly id: ProductId } & Partial<
  Pick<
    Product,
    'name' | 'category' | 'price' | 'image' | 'url' | 'summary' | 'attributes' | 'variants' | 'tags' | 'hygiene'
  >
>

/** Without these a product that the owner did not write cannot be talked about. */
const NEEDED = ['name', 'price', 'variants'] as const
export type NeededField = (typeof NEEDED)[number]

const OTHERS: LocalizedText = { zh: '其他', en: 'More' }

/** What a product still needs to stand by itself; empty for one that may. */
export function listMissing(pushed: PushedProduct): readonly NeededField[] {
  return NEEDED.filter((field) => pushed[field] === undefined)
}

/**
 * The owner's knowledge with what was pushed laid over its products. A pushed field replaces the written one,
 * attributes one by one; what nobody wrote is added where it can stand by itself, else left out.
 */
export function withPushed(written: KnowledgeBase, pushed: readonly PushedProduct[]): KnowledgeBase {
  if (pushed.length === 0) return written

  const products = new Map(written.products)
  for (const one of pushed) {
    const product = overlay(written.products.get(one.id), one)
    if (product) products.set(one.id, product)
  }
  return { ...written, products }
}

function overlay(written: Product | undefined, pushed: PushedProduct): Product | undefined {
  if (!written) return standAlone(pushed)

  return { ...written, ...pushed, attributes: { ...written.attributes, ...pushed.attributes } }
}

function standAlone(pushed: PushedProduct): Product | undefined {
  const { name, price, variants } = pushed
  if (name === undefined || price === undefined || variants === undefined) return undefined

  return {
    aliases: [],
    category: OTHERS,
    summary: name,
    attributes: {},
    tags: [],
    hygiene: false,
    answers: {},
    goesWith: [],
    ...pushed,
    name,
    price,
    variants,
  }
}
