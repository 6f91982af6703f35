import type { Product } from '../knowledge.ts'
import { textsOf } from '../localized-text.ts'
import { mentions, type Wish } from './wish.ts'

/** A product that fits a wish, and in which respects. */
export interface Pick {
  readonly product: Product
  /** The words of the wish that it meets. */
  readonly meets: readonly string[]
  readonly inBudget: boolean
}

const AT_MOST = 3

/** What is in stock and within the budget, best first; what meets more of the wish goes before what sells at a better fit of price. */
export function recommend(products: Iterable<Product>, wish: Wish): readonly Pick[] {
  const picks = [...products]
    .filter((product) => product.variants.some(({ stock }) => stock > 0))
    .map((product) => ({
      product,
      meets: wish.words.filter((word) => meetsWord(product, word)),
      inBudget: pricesOf(product).some((price) => isInBudget(price, wish)),
    }))
    .filter(({ inBudget }) => inBudget)
  const most = Math.max(0, ...picks.map(({ meets }) => meets.length))
  const wanted = wish.words.length === 0 ? picks : picks.filter(({ meets }) => meets.length === most && most > 0)
  return wanted.toSorted((a, b) => closeness(b, wish) - closeness(a, wish)).slice(0, AT_MOST)
}

function meetsWord(product: Product, word: string): boolean {
  const words = [...product.tags, ...textsOf(product.category), ...product.aliases, ...textsOf(product.name)]
  return words.some((one) => one.toLowerCase() === word || mentions(one.toLowerCase(), word))
}

/** A smaller size may be within the budget. */
function pricesOf({ price, variants }: Product): readonly number[] {
  return variants.filter(({ stock }) => stock > 0).map((variant) => variant.price ?? price)
}

function isInBudget(price: number, { atLeast = 0, atMost = Number.POSITIVE_INFINITY }: Wish): boolean {
  return atLeast <= price && price <= atMost
}

/** Who names a budget means to spend most of it; otherwise what there is most of is the safest choice. */
function closeness({ product }: Pick, { atMost }: Wish): number {
  const stock = product.variants.reduce((sum, one) => sum + one.stock, 0)
  return atMost === undefined ? stock : product.price / atMost + Math.min(stock, 100) / 10_000
}
