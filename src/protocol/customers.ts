import { z } from 'zod'
import type { Block } from '../domain/block.ts'
import { type Customer, type CustomerNote, type Identity, maskPhone } from '../domain/customer.ts'
import { CustomerSummary, toCustomerSummary } from './common.ts'
import { isEmail, isPhone } from './customer-fields.ts'

/** A customer may not write; who shut them out, why, and until when. */
export const BlockView = z.object({
  reason: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  from: z.number(),
  /** Absent: until somebody lifts it. */
  until: z.number().optional(),
})
export type BlockView = z.infer<typeof BlockView>

const YEAR_MINUTES = 525_600

export const BlockDraft = z.object({
  reason: z.string().trim().min(1).max(200),
  /** Absent: until somebody lifts it. */
  minutes: z.number().int().min(1).max(YEAR_MINUTES).optional(),
})

/** A row of the list of those who may not write. */
export const BlockedView = z.object({
  customer: CustomerSummary,
  block: BlockView,
})
export type BlockedView = z.infer<typeof BlockedView>

/** Something that the people of the shop remember of a customer. */
export const CustomerNoteView = z.object({
  id: z.string(),
  text: z.string(),
  by: z.object({ id: z.string(), name: z.string() }).optional(),
  at: z.number(),
  editedAt: z.number().optional(),
})
export type CustomerNoteView = z.infer<typeof CustomerNoteView>

const NoteText = z.string().trim().min(1).max(2000)

export const CustomerNoteDraft = z.object({ text: NoteText })
export const CustomerNotePatch = z
  .object({ text: NoteText.optional(), deleted: z.boolean().optional() })
  .refine(({ text, deleted }) => text !== undefined || deleted !== undefined, 'text or deleted is needed')

/** One way in which a customer is known. */
export const IdentityView = z.object({ kind: z.enum(['shop', 'phone', 'email']), value: z.string() })
export type IdentityView = z.infer<typeof IdentityView>

/** What of a record is more than words. An empty one forgets what is there. */
export const RECORD_FIELDS = {
  phone: z
    .string()
    .trim()
    .max(30)
    .refine((phone) => phone === '' || isPhone(phone), 'is no phone number'),
  email: z
    .string()
    .trim()
    .max(120)
    .refine((email) => email === '' || isEmail(email), 'is no e-mail address'),
}

const note = z.object({ note: CustomerNoteView })

/** Blocks and notes; joined with the other routes in `http.ts`. */
export const CUSTOMER_ROUTES = {
  'POST /api/v1/customers/{id}/phone': { reply: z.object({ phone: z.string() }) },
  'PUT /api/v1/customers/{id}/block': { body: BlockDraft, reply: z.object({ block: BlockView }) },
  'DELETE /api/v1/customers/{id}/block': {},
  'GET /api/v1/blocks': { reply: z.object({ blocked: z.array(BlockedView) }) },
  'POST /api/v1/customers/{id}/notes': { body: CustomerNoteDraft, reply: note },
  'PATCH /api/v1/customer-notes/{id}': { body: CustomerNotePatch, reply: note },
} as const satisfies Record<string, { body?: z.ZodType; query?: z.ZodType; reply?: z.ZodType }>

export function toBlockView({ reason, by, from, until }: Block): BlockView {
  return { reason, by: { ...by }, from, ...(until !== undefined && { until }) }
}

export function toBlockedView({ block, customer }: { block: Block; customer: Customer }): BlockedView {
  return {
    customer: toCustomerSummary(customer),
    block: toBlockView(block),
  }
}

export function toCustomerNoteView({ id, text, by, at, editedAt }: CustomerNote): CustomerNoteView {
  return { id, text, ...(by && { by: { ...by } }), at, ...(editedAt !== undefined && { editedAt }) }
}

export function toIdentityView({ kind, value }: Identity, whole: boolean): IdentityView {
  return { kind, value: kind === 'phone' && !whole ? maskPhone(value) : value }
}
