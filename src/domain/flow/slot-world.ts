import type { Order, OrderItem } from '../commerce.ts'
import type { Product } from '../knowledge.ts'
import type { Locale } from '../localized-text.ts'

/** What slots are read against. */
export interface SlotWorld {
  /** The shopper's orders that may be spoken of, newest first. */
  readonly orders: readonly Order[]
  /** The order, item and product that the slots already name. */
  readonly order?: Order
  readonly item?: OrderItem
  /** The product of the item, else the one being talked about. */
  readonly product?: Product
  /** The number of the order that was being talked about before this message. */
  readonly orderBefore?: string
  /** The product that was being talked about before this message. */
  readonly before?: Product
  /** Products among which a shared name of this message leaves the choice. */
  readonly among: readonly Product[]
  /** Products that this message names, in its order. */
  readonly named: readonly Product[]
  readonly products: ReadonlyMap<string, Product>
  readonly locale: Locale
  readonly language: Locale
  /** How an order is shown in a sentence. */
  readonly orderText: (order: Order) => string
}
