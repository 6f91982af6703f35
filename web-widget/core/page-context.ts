/** What `Xiaoer('context', …)` takes. */
export interface PageContext {
  readonly product?: string
  readonly order?: string
  /** What the page's basket holds; an empty one says that it was emptied. */
  readonly basket?: readonly { readonly product: string; readonly quantity: number }[]
}

const MOST_LINES = 100
const MOST_OF_ONE = 999
const LONGEST_ID = 200

function parseBasket(basket: unknown): NonNullable<PageContext['basket']> | undefined {
  if (!Array.isArray(basket)) return undefined
  return basket
    .map((line) => ({
      product: `${line?.product ?? ''}`,
      quantity: Math.min(Math.floor(Number(line?.quantity)), MOST_OF_ONE),
    }))
    .filter(({ product, quantity }) => product && product.length <= LONGEST_ID && quantity > 0)
    .slice(0, MOST_LINES)
}

/** What the page says it shows. It comes from outside of our types: what makes no sense is left out, the rest is kept. */
export function parseContext(detail: unknown): PageContext {
  const { product, order, basket } = (detail ?? {}) as Readonly<Record<string, unknown>>
  const lines = parseBasket(basket)
  return {
    ...(!!product && { product: `${product}` }),
    ...(!!order && { order: `${order}` }),
    ...(lines && { basket: lines }),
  }
}
