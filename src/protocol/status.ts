import { z } from 'zod'
import type { HealthReport } from '../ports/health.ts'
import type { MetricsSummary } from '../ports/metrics.ts'

const Ok = z.boolean()

/** How the server is, for the people of the shop who look after it. */
export const SystemStatus = z.object({
  status: z.enum(['ok', 'starting', 'failing', 'draining']),
  version: z.string(),
  startedAt: z.number(),
  at: z.number(),
  checks: z.object({
    database: z.object({ ok: Ok, milliseconds: z.number().optional() }),
    migrations: z.object({ ok: Ok, pending: z.array(z.string()).optional() }),
    disk: z.object({ ok: Ok, freeBytes: z.number().optional(), totalBytes: z.number().optional() }),
    knowledge: z.object({ ok: Ok, version: z.string(), loadedAt: z.number(), problems: z.number() }),
    clock: z.object({ ok: Ok, lastTickAt: z.number().optional() }),
    eventLoop: z.object({ ok: Ok, p99Milliseconds: z.number(), maxMilliseconds: z.number() }),
  }),
  numbers: z.object({
    stored: z.number(),
    duplicates: z.number(),
    notStored: z.number(),
    answered: z.number(),
    handedOff: z.number(),
    otherReplies: z.number(),
    acknowledgedWithin: z.number().optional(),
    understoodWithin: z.number().optional(),
    committedWithin: z.number().optional(),
    waiting: z.number(),
    assigned: z.number(),
    visitors: z.number(),
    consoles: z.number(),
    floods: z.number(),
    jobsFailed: z.number(),
    lastBackupAt: z.number().optional(),
  }),
})
export type SystemStatus = z.infer<typeof SystemStatus>

export const STATUS_ROUTES = {
  'GET /api/v1/status': { reply: SystemStatus },
} as const

export function toSystemStatus(health: HealthReport, summary: MetricsSummary): SystemStatus {
  const { messages, replies, sockets, acknowledgedWithin, understoodWithin, committedWithin, lastBackupAt } = summary
  const { stored = 0, duplicate = 0, error = 0, conflict = 0 } = messages
  const { answer = 0, handoff = 0, ...others } = replies
  const { database, migrations, disk, ...checks } = health.checks
  return {
    ...health,
    checks: {
      ...checks,
      database: { ...database },
      disk: { ...disk },
      migrations: { ok: migrations.ok, ...(migrations.pending && { pending: [...migrations.pending] }) },
    },
    numbers: {
      stored,
      duplicates: duplicate,
      notStored: error + conflict,
      answered: answer,
      handedOff: handoff,
      otherReplies: Object.values(others).reduce((sum, count) => sum + count, 0),
      ...(acknowledgedWithin !== undefined && { acknowledgedWithin }),
      ...(understoodWithin !== undefined && { understoodWithin }),
      ...(committedWithin !== undefined && { committedWithin }),
      waiting: summary.waiting,
      assigned: summary.assigned,
      visitors: sockets.widget,
      consoles: sockets.console,
      floods: summary.floods,
      jobsFailed: summary.jobsFailed,
      ...(lastBackupAt !== undefined && { lastBackupAt }),
    },
  }
}
