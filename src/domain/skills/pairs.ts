import type { ProductId } from '../ids.ts'

/** How two products go together in the shop's orders (Agrawal, Imieliński and Swami, 1993): of those who bought the one, who bought the other. */
export interface Pair {
  readonly productId: ProductId
  /** Share of all orders that hold both. */
  readonly support: number
  /** Share of the orders with the first that hold the second too. */
  readonly confidence: number
  /** How much oftener than by chance; above 1 they attract each other. */
  readonly lift: number
}

export type Pairs = ReadonlyMap<ProductId, readonly Pair[]>

/** Fewer orders than this in common are an accident. */
const LEAST_COMMON = 3
const LEAST_LIFT = 1.2
const AT_MOST = 5

/** Which products are bought together, best first. A basket names each product once. */
export function findPairs(baskets: readonly (readonly ProductId[])[]): Pairs {
  const single = new Map<ProductId, number>()
  const both = new Map<ProductId, Map<ProductId, number>>()
  for (const basket of baskets) {
    for (const one of basket) {
      single.set(one, (single.get(one) ?? 0) + 1)
      for (const other of basket) if (other !== one) count(both, one, other)
    }
  }
  const total = baskets.length
  return new Map(
    [...both].map(([one, others]) => {
      const pairs = [...others]
        .filter(([, common]) => common >= LEAST_COMMON)
        .map(([productId, common]) => {
          const confidence = common / (single.get(one) ?? common)
          const lift = confidence / ((single.get(productId) ?? common) / total)
          return { productId, support: common / total, confidence, lift }
        })
        .filter(({ lift }) => lift >= LEAST_LIFT)
      return [one, pairs.toSorted((a, b) => b.confidence * b.lift - a.confidence * a.lift).slice(0, AT_MOST)]
    }),
  )
}

function count(both: Map<ProductId, Map<ProductId, number>>, one: ProductId, other: ProductId): void {
  const row = both.get(one) ?? new Map<ProductId, number>()
  row.set(other, (row.get(other) ?? 0) + 1)
  both.set(one, row)
}
