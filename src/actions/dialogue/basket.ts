import type { VariantChoice } from '../../domain/dialogue/context.ts'
import type { Product } from '../../domain/knowledge.ts'
import type { Basket } from '../../domain/skills/deals.ts'
import { variantsOf } from '../../domain/skills/variants.ts'
import type { Topic } from './gather-facts.ts'
import type { Turn } from './turn.ts'

/**
 * What the shopper means to buy, the most telling first: the amount that is named, the products that are named, the page's
 * cart, the product being talked about.
 */
export function basketOf({ heard, focus, brain }: Turn, { intent, product, context }: Topic): Basket | undefined {
  const { entities } = heard.understood
  const { products, shop } = brain.knowledge
  // "满 300" names a threshold, not what is bought.
  const [amount] = entities.flatMap((one) =>
    one.kind === 'money' && one.currency === shop.currency && !isThreshold(heard.text, one.text) ? one.cents : [],
  )
  const isOffer = intent !== undefined && OFFERED.includes(intent)
  const bare = isOffer ? undefined : (amount ?? bareAmount(heard.text))
  if (bare !== undefined) return { total: bare, products: product ? [product.id] : [] }

  const quantities = entities.flatMap((one) => (one.kind === 'quantity' ? one.count : []))
  const named = focus.named.map((one, n) => ({ product: one, quantity: quantities[n] ?? 1 }))
  const cart = (context.basket ?? []).flatMap(({ productId, quantity }) => {
    const inCart = products.get(productId)
    return inCart ? [{ product: inCart, quantity }] : []
  })
  const current = product ? [{ product, quantity: quantities[0] ?? 1 }] : []
  const lines = [named, cart, current].find((list) => list.length > 0)
  return (
    lines && {
      total: lines.reduce((sum, line) => sum + priceOf(line.product, context.variant) * line.quantity, 0),
      products: lines.map((line) => line.product.id),
    }
  )
}

/** The chosen colour or size may cost more than the product's own price. */
export function priceOf(product: Product, choice: VariantChoice | undefined): number {
  const chosen = choice && variantsOf(product, choice).find(({ price }) => price !== undefined)
  return chosen?.price ?? product.price
}

/** Here an amount is what the shopper would like to pay, not what is in the cart. */
const OFFERED: readonly string[] = ['price_bargain', 'product_price', 'price_difference']

function isThreshold(text: string, amount: string): boolean {
  const before = text.slice(Math.max(0, text.indexOf(amount) - 3), text.indexOf(amount))
  return /[满够到减]\s*[¥￥]?$/.test(before)
}

const SPENT =
  /(?:买了?|凑(?![满够到])|合计|一共|总共|购物车里?|加起来|spent|total|cart|basket)\D{0,4}(\d{2,5})(?![\d件个双条瓶盒])|^\D{0,2}(\d{2,5})\D{0,2}$/i

/** "我买了 268 的东西", "那 250 呢": what is counted beside a cart is money. Whole units of the shop's currency. */
function bareAmount(text: string): number | undefined {
  const [, beside, alone] = SPENT.exec(text.trim()) ?? []
  const figure = beside ?? alone
  return figure === undefined ? undefined : Number(figure) * 100
}
