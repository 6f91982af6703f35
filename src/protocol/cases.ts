import { z } from 'zod'
import type { Agent } from '../domain/agent.ts'
import { CASE_STATUSES, CASE_TYPES, type Case, type CaseChange } from '../domain/case.ts'
import type { Customer } from '../domain/customer.ts'

export const CaseTypeName = z.enum(CASE_TYPES)
export type CaseTypeName = z.infer<typeof CaseTypeName>
export const CaseStatusName = z.enum(CASE_STATUSES)
export type CaseStatusName = z.infer<typeof CaseStatusName>

/** A case as a row of a list. */
export const CaseView = z.object({
  number: z.string(),
  type: CaseTypeName,
  title: z.string(),
  status: CaseStatusName,
  customer: z.object({ id: z.string(), name: z.string(), tier: z.string(), verified: z.boolean() }),
  /** Where it was opened. */
  conversationId: z.string(),
  orderNumber: z.string().optional(),
  /** Who works on it. */
  agent: z.object({ id: z.string(), name: z.string() }).optional(),
  dueAt: z.number(),
  createdAt: z.number(),
  updatedAt: z.number(),
})
export type CaseView = z.infer<typeof CaseView>

/** One entry of a case's history. */
export const CaseChangeView = z.object({
  at: z.number(),
  status: CaseStatusName,
  by: z.object({ kind: z.enum(['bot', 'customer', 'agent']), id: z.string().optional(), name: z.string().optional() }),
  /** What the shopper was told. */
  note: z.string(),
  /** What only the people of the shop read. */
  internal: z.string().optional(),
})
export type CaseChangeView = z.infer<typeof CaseChangeView>

export const CaseQuery = z.object({
  status: CaseStatusName.optional(),
  type: CaseTypeName.optional(),
  /** `true`: only those that have not ended. */
  open: z.enum(['true', 'false']).optional(),
  /** Epoch milliseconds: those opened before this moment. */
  before: z.coerce.number().optional(),
})

export const CasePage = z.object({ cases: z.array(CaseView), more: z.boolean() })
export type CasePage = z.infer<typeof CasePage>

const Note = z.string().trim().max(1000)

/** What an agent does to a case; at least one of them. */
export const CasePatch = z
  .object({
    status: z.enum(['in_progress', 'waiting', 'resolved', 'rejected', 'cancelled']).optional(),
    note: Note.optional(),
    internal: Note.optional(),
    take: z.boolean().optional(),
  })
  .refine(
    ({ status, note, internal, take }) => Boolean(status ?? (note || internal || take)),
    'status, note, internal or take is needed',
  )

type Finds<T> = (id: string) => T | undefined

/** For the people of the shop. */
export function toCaseView(
  { case: found, customer }: { readonly case: Case; readonly customer: Customer },
  agents: Finds<Agent>,
): CaseView {
  const agent = found.agentId === undefined ? undefined : agents(found.agentId)
  return {
    number: found.number,
    type: found.type,
    title: found.title,
    status: found.status,
    customer: { id: customer.id, name: customer.name ?? '', tier: customer.tier, verified: customer.verified },
    conversationId: found.conversationId,
    ...(found.orderNumber !== undefined && { orderNumber: found.orderNumber }),
    ...(agent && { agent: { id: agent.id, name: agent.name } }),
    dueAt: found.dueAt,
    createdAt: found.createdAt,
    updatedAt: found.updatedAt,
  }
}

export function toCaseChangeView({ at, status, by, note, internal }: CaseChange): CaseChangeView {
  return {
    at,
    status,
    by: { kind: by.kind, ...(by.kind === 'agent' && { id: by.id, name: by.name }) },
    note,
    ...(internal !== undefined && { internal }),
  }
}
