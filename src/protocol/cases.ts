import { z } from 'zod'
import type { Agent } from '../domain/agent.ts'
import { CASE_STATUSES, CASE_TYPES, type Case, type CaseChange } from '../domain/case.ts'
import type { Customer } from '../domain/customer.ts'
import { CustomerSummary, toCustomerSummary } from './common.ts'

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
  customer: CustomerSummary,
  /** Where it was opened. */
  conversationId: z.string(),
  orderNumber: z.string().optional(),
  /** Who works on it. */
  agent: z.object({ id: z.string(), name: z.string() }).optional(),
  dueAt: z.number(),
  createdAt: z.number(),
  updatedAt: z.number(),
  /** Which state of the case this is; a change says which it was made from. */
  revision: z.number(),
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
  /** Until when it was to be dealt with from then on. */
  dueAt: z.number().optional(),
  /** Whose it became. */
  agent: z.object({ id: z.string(), name: z.string() }).optional(),
})
export type CaseChangeView = z.infer<typeof CaseChangeView>

/** Which cases, whatever their status. */
export const CaseBoardQuery = z.object({
  type: CaseTypeName.optional(),
  /** An agent's id; `none`: nobody's. */
  agent: z.string().max(200).optional(),
  /** `true`: only those that should have been dealt with by now. */
  overdue: z.enum(['true', 'false']).optional(),
  customer: z.string().max(200).optional(),
  /** Part of a number, a title, an order's number or a customer's name. */
  q: z.string().trim().max(80).optional(),
})

export const CaseQuery = CaseBoardQuery.extend({
  status: CaseStatusName.optional(),
  /** `true`: only those that have not ended. */
  open: z.enum(['true', 'false']).optional(),
  /** Epoch milliseconds: those opened before this moment. */
  before: z.coerce.number().optional(),
})

export const CasePage = z.object({ cases: z.array(CaseView), more: z.boolean() })
export type CasePage = z.infer<typeof CasePage>

/** Every status with how many there are, and the most pressing of them. */
export const CaseBoard = z.object({
  columns: z.array(z.object({ status: CaseStatusName, count: z.number(), cases: z.array(CaseView) })),
})
export type CaseBoard = z.infer<typeof CaseBoard>

const Note = z.string().trim().max(1000)

/** What an agent does to a case; at least one of them. */
export const CasePatch = z
  .object({
    status: z.enum(['in_progress', 'waiting', 'resolved', 'rejected', 'cancelled']).optional(),
    note: Note.optional(),
    internal: Note.optional(),
    take: z.boolean().optional(),
    /** Makes it this agent's. */
    agent: z.string().min(1).max(200).optional(),
    dueAt: z.number().int().positive().optional(),
    /** The revision that this was made from; another one by now is refused. */
    seen: z.number().int().nonnegative().optional(),
  })
  .refine(
    ({ status, note, internal, take, agent, dueAt }) => Boolean(status ?? agent ?? dueAt ?? (note || internal || take)),
    'status, note, internal, take, agent or dueAt is needed',
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
    customer: toCustomerSummary(customer),
    conversationId: found.conversationId,
    ...(found.orderNumber !== undefined && { orderNumber: found.orderNumber }),
    ...(agent && { agent: { id: agent.id, name: agent.name } }),
    dueAt: found.dueAt,
    createdAt: found.createdAt,
    updatedAt: found.updatedAt,
    revision: found.revision,
  }
}

export function toCaseChangeView({ at, status, by, note, internal, dueAt, agent }: CaseChange): CaseChangeView {
  return {
    at,
    status,
    by: { kind: by.kind, ...(by.kind === 'agent' && { id: by.id, name: by.name }) },
    note,
    ...(internal !== undefined && { internal }),
    ...(dueAt !== undefined && { dueAt }),
    ...(agent && { agent: { ...agent } }),
  }
}
