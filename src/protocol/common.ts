import { z } from 'zod'
import type { Customer } from '../domain/customer.ts'
import type { RefusedWord } from '../domain/errors.ts'

/** The longest text that one message may hold, in characters. */
export const MAX_TEXT = 2000

export const ClientId = z.string().regex(/^[\w-]{8,64}$/)
export const Id = z.string().min(1).max(200)
export const Seq = z.number().int().nonnegative()
export const Text = z.string().trim().min(1).max(MAX_TEXT)
export const LocaleName = z.enum(['zh', 'en'])

/** Who it is, as lists show them. */
export const CustomerSummary = z.object({ id: z.string(), name: z.string(), tier: z.string(), verified: z.boolean() })
export type CustomerSummary = z.infer<typeof CustomerSummary>

export function toCustomerSummary({ id, name, tier, verified }: Customer): CustomerSummary {
  return { id, name: name ?? '', tier, verified }
}

export const OptionView = z.object({ value: z.string(), label: z.string() })
export const ProductCardView = z.object({
  id: z.string(),
  name: z.string(),
  price: z.string(),
  image: z.string().optional(),
  url: z.string(),
})
export type ProductCardView = z.infer<typeof ProductCardView>
export const OrderCardView = z.object({
  number: z.string(),
  status: z.string(),
  statusText: z.string(),
  total: z.string(),
  items: z.string(),
  placedOn: z.string(),
})

/** One column a thing, one row a respect in which they differ. */
export const TableCardView = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.object({ label: z.string(), cells: z.array(z.string()) })),
})
export const DetailsCardView = z.object({
  title: z.string(),
  status: z.string().optional(),
  lines: z.array(z.object({ label: z.string(), text: z.string() })),
})

/** What a message holds, by kind. */
export const BodyView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    image: z.string().optional(),
    products: z.array(ProductCardView).optional(),
    orders: z.array(OrderCardView).optional(),
    table: TableCardView.optional(),
    details: z.array(DetailsCardView).optional(),
    quickReplies: z.array(OptionView).optional(),
  }),
  z.object({ kind: z.literal('clarify'), text: z.string(), choices: z.array(OptionView) }),
  z.object({ kind: z.literal('choice'), choice: z.string(), text: z.string() }),
  z.object({ kind: z.literal('image'), url: z.string() }),
  z.object({ kind: z.literal('file'), url: z.string(), name: z.string(), size: z.number(), mime: z.string() }),
  z.object({ kind: z.literal('product'), product: ProductCardView }),
  z.object({ kind: z.literal('order'), order: OrderCardView }),
  z.object({ kind: z.literal('recalled') }),
  z.object({
    kind: z.literal('event'),
    event: z.object({
      name: z.enum([
        'assigned',
        'transferred',
        'taken_over',
        'transfer_proposed',
        'transfer_declined',
        'transfer_expired',
        'transfer_cancelled',
        'queued',
        'left_queue',
        'returned_to_queue',
        'returned_to_bot',
        'resolved',
      ]),
      agentName: z.string().optional(),
    }),
  }),
])

/** An earlier message as it is shown above the one that answers it. */
export const QuoteView = z.object({
  seq: Seq,
  author: z.object({ kind: z.enum(['customer', 'bot', 'agent', 'system']), name: z.string().optional() }),
  kind: z.string(),
  text: z.string(),
})
export type QuoteView = z.infer<typeof QuoteView>

const sendable = { clientId: ClientId, quote: Seq.optional() }

/** A picture that was uploaded, or one of the knowledge. */
export const PictureUrl = z.string().regex(/^\/(?:uploads|media)\/[\w-]+(?:[./][\w-]+)*$/)
export const FileUrl = z.string().regex(/^\/uploads\/[\w-]+\.[a-z]+$/)

/** What a person can send: `image` and `file` are URLs that an upload returned. */
export const Sendable = z.discriminatedUnion('kind', [
  z.object({ ...sendable, kind: z.literal('text'), text: Text }),
  z.object({ ...sendable, kind: z.literal('choice'), choice: Id, text: Text }),
  z.object({ ...sendable, kind: z.literal('image'), image: PictureUrl }),
  z.object({ ...sendable, kind: z.literal('file'), file: FileUrl }),
  z.object({ ...sendable, kind: z.literal('product'), product: Id }),
  z.object({ ...sendable, kind: z.literal('order'), order: Id }),
])
export type Sendable = z.infer<typeof Sendable>

/** `retryAfter` is in seconds; `words` come with `words_forbidden`. */
export interface Refused {
  readonly ok: false
  readonly code: string
  readonly message: string
  readonly retryAfter?: number
  readonly words?: readonly RefusedWord[]
}

/** What every request is acknowledged with. */
export type Ack<T extends object = object> = ({ readonly ok: true } & T) | Refused

/** An event of the wire: what is sent, and for requests what a good acknowledgement adds to `ok: true`. */
export interface WireEvent {
  readonly payload: z.ZodType
  readonly ack?: z.ZodType
}
