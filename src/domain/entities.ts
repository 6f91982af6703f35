import type { ProductId } from './ids.ts'

/**
 * A value that an utterance names. `text` is how it was written (width and case normalised).
 * Each kind has one canonical form, so that whoever uses it need not parse again.
 */
export type Entity = { readonly text: string } & (
  | { readonly kind: 'order_number' | 'tracking_number'; readonly value: string }
  /** Digits only; a foreign one begins with `+`. */
  | { readonly kind: 'phone'; readonly value: string }
  /** As a shop writes it: `XL`, `2XL`, `均码`, `42`, `42.5`, `170/92A`, `75B`, `120cm`. */
  | { readonly kind: 'size'; readonly value: string }
  /** The English name of a basic colour (`black`, `navy`, `off-white`), so that 黑色, 玄色 and black meet. */
  | { readonly kind: 'color'; readonly value: string }
  | { readonly kind: 'height'; readonly cm: number }
  | { readonly kind: 'weight'; readonly kg: number }
  /** `unit` is the measure word as it was written (件, 双, pairs); absent where there was none. */
  | { readonly kind: 'quantity'; readonly count: number; readonly unit?: string }
  /** Whole cents (分) of the currency, an ISO 4217 code. */
  | { readonly kind: 'money'; readonly cents: number; readonly currency: string }
  /** A stretch of the shop's local time: ISO dates, or date and minute; both ends belong to it. */
  | { readonly kind: 'time'; readonly from: string; readonly until: string }
  /** Official names without 省 or 市: `浙江`, `杭州`. A city names its province too. */
  | { readonly kind: 'place'; readonly province: string; readonly city?: string }
  /** `among`: every product that the name may mean, where several bear it; `product` is the first of them. */
  | { readonly kind: 'product'; readonly product: ProductId; readonly among?: readonly ProductId[] }
)

export type EntityKind = Entity['kind']
