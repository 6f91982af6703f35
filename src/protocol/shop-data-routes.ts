import { z } from 'zod'
import { CouponData, CustomerData, OrderData, ParcelOfOrder, ProductData } from './shop-data.ts'

/** Bodies of `…/bulk` hold one object a line. */
export const NDJSON = 'application/x-ndjson'
export const MAX_BULK_BYTES = 50 * 1024 * 1024
export const MAX_LINE_BYTES = 1024 * 1024
export const MAX_BULK_ERRORS = 100

export const Saved = z.object({ id: z.string() })
export type Saved = z.infer<typeof Saved>

/** `failed` counts lines; `errors` has the first hundred things that are wrong with them. */
export const BulkReport = z.object({
  saved: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  errors: z.array(z.object({ line: z.number().int().positive(), path: z.string(), message: z.string() })),
})
export type BulkReport = z.infer<typeof BulkReport>

/** What the shop's own system calls, with an API key. */
export const SHOP_DATA_ROUTES = {
  'PUT /api/v1/customers/{id}': { body: CustomerData, reply: Saved },
  'PUT /api/v1/products/{id}': { body: ProductData, reply: Saved },
  'PUT /api/v1/orders/{id}': { body: OrderData, reply: Saved },
  'PUT /api/v1/parcels/{id}': { body: ParcelOfOrder, reply: Saved },
  'PUT /api/v1/coupons/{id}': { body: CouponData, reply: Saved },
  'POST /api/v1/customers/bulk': { reply: BulkReport },
  'POST /api/v1/products/bulk': { reply: BulkReport },
  'POST /api/v1/orders/bulk': { reply: BulkReport },
  'POST /api/v1/parcels/bulk': { reply: BulkReport },
  'POST /api/v1/coupons/bulk': { reply: BulkReport },
} as const satisfies Record<string, { body?: z.ZodType; reply: z.ZodType }>
