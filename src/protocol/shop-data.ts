import { z } from 'zod'
import { ORDER_STATUSES, PARCEL_STATUSES, REFUND_STATUSES } from '../domain/commerce.ts'

/**
 * The shop's own data as it comes in: pushed to the API, imported from files, or pulled by the connector.
 * Money is in minor units (fen, cents); times are ISO 8601 with an offset, or epoch milliseconds.
 */
const Name = z.string().trim().min(1).max(200)
export const ShopKey = z.string().trim().min(1).max(120)
export const Money = z.number().int().nonnegative()
export const Currency = z.string().regex(/^[A-Z]{3}$/)
const Localized = z.union([
  Name,
  z
    .strictObject({ zh: Name.exactOptional(), en: Name.exactOptional() })
    .refine((text) => text.zh ?? text.en, 'has no language'),
])
/** What a page may load or lead to: never a script in an address. */
const WebAddress = z
  .string()
  .regex(/^(?:https?:\/\/|\/)/, 'an address that begins with https:// or /')
  .max(2000)
const Moment = z
  .union([z.number().int().nonnegative(), z.iso.datetime({ offset: true })])
  .transform((at) => (typeof at === 'number' ? at : Date.parse(at)))
const Tier = z.enum(['vip', 'key', 'regular', 'small'])

export const CustomerData = z.strictObject({
  /** The shop's own id: what its identity tokens carry as `sub`. */
  id: ShopKey,
  name: Name.exactOptional(),
  phone: z.string().trim().min(3).max(30).exactOptional(),
  email: z.email().max(200).exactOptional(),
  tier: Tier.exactOptional(),
  tags: z.array(z.string().trim().min(1).max(20)).max(50).exactOptional(),
})
export type CustomerData = z.output<typeof CustomerData>

export const VariantData = z.strictObject({
  sku: ShopKey,
  color: Localized.exactOptional(),
  size: z.string().trim().min(1).max(40).exactOptional(),
  stock: z.number().int().nonnegative(),
  price: Money.exactOptional(),
})

/** What is left out stays as the owner wrote it. A product that the owner did not write needs name, price and variants. */
export const ProductData = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and -')
    .max(120),
  name: Localized.exactOptional(),
  category: Localized.exactOptional(),
  price: Money.exactOptional(),
  image: WebAddress.exactOptional(),
  url: WebAddress.exactOptional(),
  summary: Localized.exactOptional(),
  attributes: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), Localized).exactOptional(),
  variants: z.array(VariantData).min(1).max(500).exactOptional(),
  tags: z.array(z.string().trim().min(1).max(40)).max(100).exactOptional(),
  hygiene: z.boolean().exactOptional(),
})
export type ProductData = z.output<typeof ProductData>

export const AddressData = z.strictObject({
  recipient: Name,
  phone: z.string().trim().min(3).max(30),
  region: Name,
  street: Name,
})

export const ParcelData = z.strictObject({
  trackingNumber: ShopKey,
  carrier: Name,
  status: z.enum(PARCEL_STATUSES),
  /** Newest last. */
  events: z
    .array(z.strictObject({ at: Moment, text: z.string().trim().min(1).max(500) }))
    .max(200)
    .default([]),
  etaAt: Moment.exactOptional(),
})
export type ParcelData = z.output<typeof ParcelData>

/** A parcel that is pushed by itself says whose it is. */
export const ParcelOfOrder = ParcelData.extend({ order: ShopKey })
export type ParcelOfOrder = z.output<typeof ParcelOfOrder>

export const OrderData = z.strictObject({
  number: ShopKey,
  /** The customer's id in the shop; an unknown one begins a record. */
  customer: ShopKey,
  status: z.enum(ORDER_STATUSES),
  currency: Currency,
  total: Money,
  amounts: z.strictObject({ goods: Money, shipping: Money, discount: Money, paid: Money }).exactOptional(),
  items: z
    .array(
      z.strictObject({
        product: ShopKey,
        sku: ShopKey,
        title: Name,
        quantity: z.number().int().positive(),
        unitPrice: Money,
      }),
    )
    .min(1)
    .max(200),
  placedAt: Moment,
  history: z
    .array(z.strictObject({ status: z.enum(ORDER_STATUSES), at: Moment }))
    .max(50)
    .default([]),
  address: AddressData.exactOptional(),
  /** Left out: those that are known stay. */
  parcels: z.array(ParcelData).max(50).exactOptional(),
  refunds: z
    .array(
      z.strictObject({
        id: ShopKey,
        amount: Money,
        status: z.enum(REFUND_STATUSES),
        at: Moment,
        reason: z.string().trim().max(500).exactOptional(),
      }),
    )
    .max(50)
    .default([]),
  invoice: z
    .strictObject({
      kind: z.enum(['personal', 'company']),
      title: Name,
      status: z.enum(['requested', 'issued']),
      at: Moment,
      url: z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .exactOptional(),
    })
    .exactOptional(),
  note: z.string().trim().max(500).exactOptional(),
})
export type OrderData = z.output<typeof OrderData>

export const CouponData = z.strictObject({
  id: ShopKey,
  name: Localized,
  /** `percent`: `off` is how many in a hundred are taken off. */
  kind: z.enum(['amount', 'percent']),
  off: z.number().int().positive(),
  spend: Money.default(0),
  from: Moment,
  until: Moment,
  /** Product ids that it is good for; empty: all. */
  products: z.array(ShopKey).max(500).default([]),
  /** Whose it is; absent: anybody may have it. */
  customer: ShopKey.exactOptional(),
  used: z.boolean().default(false),
})
export type CouponData = z.output<typeof CouponData>
