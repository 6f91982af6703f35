import { z } from 'zod'
import { findRanges } from '../domain/search/excerpt.ts'
import type { HistoryCursor, HistoryFilter, Hit } from '../domain/search/history.ts'
import { Id, Seq } from './common.ts'
import { DeskConversation, DeskMessage, HandoffReasonName } from './console.ts'

/** The longest query that is searched for. */
export const MAX_QUERY = 100

const Word = z.string().trim().min(1).max(MAX_QUERY)

/** Which conversations; all of it has to hold. */
export const HistoryQuery = z.object({
  q: Word.optional(),
  from: z.coerce.number().int().optional(),
  to: z.coerce.number().int().optional(),
  agent: Id.optional(),
  intent: Id.optional(),
  reason: HandoffReasonName.optional(),
  /** `bad`: 1 or 2. */
  rating: z.enum(['1', '2', '3', '4', '5', 'none', 'bad']).optional(),
  tag: Word.optional(),
  label: Id.optional(),
  status: z.enum(['bot', 'queued', 'assigned', 'resolved', 'unresolved']).optional(),
  tier: z.enum(['vip', 'key', 'regular', 'small']).optional(),
  notes: z.enum(['true']).optional(),
  cursor: z
    .string()
    .regex(/^\d+~.{1,200}$/)
    .optional(),
})
export type HistoryQuery = z.infer<typeof HistoryQuery>

/** The same, and how it is written. */
export const HistoryExportQuery = HistoryQuery.omit({ cursor: true }).extend({
  format: z.enum(['csv', 'ndjson']).default('csv'),
  rows: z.enum(['conversations', 'messages']).default('conversations'),
  /** Of the heads of columns. */
  lang: z.enum(['zh', 'en']).default('zh'),
})
export type HistoryExportQuery = z.infer<typeof HistoryExportQuery>

/** A message in which something was found: the stretch around it, and what of it to mark. */
export const HitView = z.object({
  seq: Seq,
  author: z.enum(['customer', 'bot', 'agent', 'system']),
  name: z.string().optional(),
  note: z.boolean(),
  at: z.number(),
  text: z.string(),
  ranges: z.array(z.object({ from: z.number(), to: z.number() })),
})
export type HitView = z.infer<typeof HitView>

/** A conversation that was found. */
export const HistoryRow = z.object({
  conversation: DeskConversation,
  /** The messages that show best why; none where no words were asked for. */
  hits: z.array(HitView),
  /** The agents who have spoken in it. */
  agents: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type HistoryRow = z.infer<typeof HistoryRow>

/** Those begun last come first. The count comes with the first page only. */
export const HistoryPage = z.object({
  rows: z.array(HistoryRow),
  next: z.string().optional(),
  count: z.number().optional(),
  countedAll: z.boolean().optional(),
  behind: z.boolean().optional(),
})
export type HistoryPage = z.infer<typeof HistoryPage>

/** Which part of a conversation: around `seq`, before or after a message; the newest without any. */
export const HistoryStretch = z.object({
  seq: z.coerce.number().int().positive().optional(),
  before: z.coerce.number().int().positive().optional(),
  after: z.coerce.number().int().nonnegative().optional(),
})

/** A conversation to read. */
export const HistoryReading = z.object({
  conversation: DeskConversation,
  messages: z.array(DeskMessage),
  earlier: z.boolean(),
  later: z.boolean(),
})
export type HistoryReading = z.infer<typeof HistoryReading>

/** The query of an address as what is asked of the history. */
export function toHistoryFilter(query: Omit<HistoryQuery, 'cursor'>): HistoryFilter {
  const { q, from, to, agent, intent, reason, rating, tag, label, status, tier, notes } = query
  return {
    ...(q !== undefined && { query: q }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(agent !== undefined && { agentId: agent }),
    ...(intent !== undefined && { intent }),
    ...(reason !== undefined && { reason }),
    ...(rating !== undefined && { rating: toRating(rating) }),
    ...(tag !== undefined && { tag }),
    ...(label !== undefined && { label }),
    ...(status !== undefined && { status }),
    ...(tier !== undefined && { tier }),
    ...(notes !== undefined && { noted: true }),
  }
}

function toRating(rating: NonNullable<HistoryQuery['rating']>): NonNullable<HistoryFilter['rating']> {
  return rating === 'none' || rating === 'bad' ? rating : (Number(rating) as 1 | 2 | 3 | 4 | 5)
}

export function toCursor(text: string): HistoryCursor {
  const at = text.indexOf('~')
  return { createdAt: Number(text.slice(0, at)), id: text.slice(at + 1) }
}

export function fromCursor({ createdAt, id }: HistoryCursor): string {
  return `${createdAt}~${id}`
}

export function toHitView({ seq, author, note, at, excerpt }: Hit): HitView {
  return {
    seq,
    author: author.kind,
    ...(author.kind === 'agent' && { name: author.name }),
    note,
    at,
    text: excerpt.text,
    ranges: excerpt.ranges.map(([from, to]) => ({ from, to })),
  }
}

/** Where the words of a query stand in a text, for whoever shows it. */
export function rangesIn(text: string, query: string): readonly { from: number; to: number }[] {
  return findRanges(text, query).map(([from, to]) => ({ from, to }))
}
