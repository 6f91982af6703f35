import { z } from 'zod'
import { areaOf } from '../domain/audit.ts'
import type { AuditRecord } from '../ports/webhooks.ts'

/** `actor` and `target` are ids; the names are there where they are known. `detail` differs by action, and is told in words. */
export const AuditView = z.object({
  id: z.string(),
  at: z.number(),
  actor: z.string(),
  actorName: z.string().optional(),
  action: z.string(),
  target: z.string(),
  targetName: z.string().optional(),
  detail: z.record(z.string(), z.string()),
})
export type AuditView = z.infer<typeof AuditView>

/** Epoch milliseconds; `before` and `beforeId` are of the last entry of the page before. */
export const AuditQuery = z.object({
  actor: z.string().max(80).optional(),
  area: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional(),
  from: z.coerce.number().optional(),
  until: z.coerce.number().optional(),
  before: z.coerce.number().optional(),
  beforeId: z.string().max(80).optional(),
})
export type AuditQuery = z.infer<typeof AuditQuery>
export const AuditPage = z.object({ entries: z.array(AuditView), more: z.boolean() })
export type AuditPage = z.infer<typeof AuditPage>
export const AuditChoices = z.object({
  actors: z.array(z.object({ id: z.string(), name: z.string() })),
  areas: z.array(z.string()),
})
export type AuditChoices = z.infer<typeof AuditChoices>

export const AUDIT_ROUTES = {
  'GET /api/v1/audit': { query: AuditQuery, reply: AuditPage },
  'GET /api/v1/audit-choices': { reply: AuditChoices },
  'GET /api/v1/audit-export': { query: AuditQuery },
} as const satisfies Record<string, { query?: z.ZodType; reply?: z.ZodType }>

type NameOf = (id: string) => string | undefined

export function toAuditView(record: AuditRecord, nameOf: NameOf): AuditView {
  const [actorName, targetName] = [nameOf(record.actor), nameOf(record.target)]
  return {
    ...record,
    detail: Object.fromEntries(Object.entries(record.detail).map(([name, value]) => [name, toText(value)])),
    ...(actorName !== undefined && { actorName }),
    ...(areaOf(record.action) !== 'invite' && targetName !== undefined && { targetName }),
  }
}

function toText(value: unknown): string {
  if (Array.isArray(value)) return value.map(toText).join(', ')
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')
}
