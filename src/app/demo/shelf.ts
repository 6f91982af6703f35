import type { OrderItem } from '../../domain/commerce.ts'
import type { ProductId } from '../../domain/ids.ts'
import type { KnowledgeBase, Product, Variant } from '../../domain/knowledge.ts'
import { type LocalizedText, textIn } from '../../domain/localized-text.ts'
import { hashText } from '../../understanding/features/hash.ts'
import { type Chance, createChance } from './chance.ts'
import type { Gender, Person } from './people.ts'

/** A product as the demo's customers see it. */
export interface Good {
  readonly product: Product
  readonly category: string
  /** Whom its category is for. */
  readonly audience: Gender | 'all'
  readonly popularity: number
  /** By which of a person's measures its size is chosen. */
  readonly sizedBy: 'letter' | 'shoe' | 'waist' | 'none'
}

export interface Shelf {
  readonly goods: readonly Good[]
  find(id: ProductId): Good | undefined
  /** Whether it is sold for, and in the size of, this person. */
  suits(good: Good, person: Person): boolean
  toItem(good: Good, variant: Variant, quantity: number): OrderItem
}

const LADDER = ['S', 'M', 'L', 'XL', '2XL', '3XL']

/** What the shop sells now, by what can be told of it without knowing the products. */
export function createShelf({ products, shop }: KnowledgeBase): Shelf {
  const say = (text: LocalizedText) => textIn(text, shop.language, shop.language)
  const goods = [...products.values()].filter(({ variants }) => variants.length > 0).map((one) => toGood(one, say))
  const byId = new Map(goods.map((good) => [good.product.id, good]))
  return {
    goods,
    find: (id) => byId.get(id),
    suits: (good, person) =>
      (good.audience === 'all' || good.audience === person.gender) && listFitting(good, person).length > 0,
    toItem: ({ product }, variant, quantity) => {
      const options = [variant.color === undefined ? '' : say(variant.color), variant.size ?? '']
        .filter(Boolean)
        .join(' ')
      return {
        productId: product.id,
        sku: variant.sku,
        title: options ? `${say(product.name)}（${options}）` : say(product.name),
        quantity,
        unitPrice: variant.price ?? product.price,
      }
    },
  }
}

function toGood(product: Product, say: (text: LocalizedText) => string): Good {
  const category = say(product.category)
  const words = typeof product.category === 'string' ? category : Object.values(product.category).join(' ')
  const audience = /女|\bwomen/i.test(words) ? 'f' : /男|\bmen/i.test(words) ? 'm' : 'all'
  const popularity = 0.5 + createChance(`popularity ${product.id}`).next() * 1.5
  // What is for children fits a child, whoever buys it.
  const sizedBy = /童|\bkids?\b|child/i.test(words) ? 'none' : toMeasure(product.variants)
  return { product, category, audience, popularity, sizedBy }
}

/** A size of 30 is a waist, where 40 is a shoe; 1.5 L is neither. */
function toMeasure(variants: readonly Variant[]): Good['sizedBy'] {
  const sizes = variants.map(({ size = '' }) => size)
  if (sizes.every((size) => stepOf(size) >= 0)) return 'letter'
  if (!sizes.every((size) => /^\d{2}(\.5)?$/.test(size))) return 'none'

  return Math.min(...sizes.map(Number)) < 34 ? 'waist' : 'shoe'
}

function stepOf(size: string): number {
  return LADDER.indexOf(size.toUpperCase().replace('XXXL', '3XL').replace('XXL', '2XL').replace(/^XS$/, 'S'))
}

/** The variants in this person's size, else in the next one; none where the shop has nothing near. */
export function listFitting({ product, sizedBy }: Good, person: Person): readonly Variant[] {
  if (sizedBy === 'none') return product.variants

  const distance = ({ size = '' }: Variant) =>
    sizedBy === 'letter' ? Math.abs(stepOf(size) - person.letter) : Math.abs(Number(size) - person[sizedBy])
  const nearest = Math.min(...product.variants.map(distance))
  return nearest > (sizedBy === 'waist' ? 2 : 1) ? [] : product.variants.filter((one) => distance(one) === nearest)
}

/** Everybody has colours that they come back to. */
export function chooseVariant(chance: Chance, good: Good, person: Person): Variant | undefined {
  const liking = ({ sku }: Variant) =>
    (hashText(person.letter + person.shoe, `${person.key} ${sku.slice(0, 6)}`) >>> 0) / 2 ** 32
  return chance.weighted(listFitting(good, person), (variant) => 0.1 + liking(variant) ** 3)
}
