import type { ExportedRow } from '../actions/history/export-history.ts'
import { toClock, toLocalTime } from '../domain/calendar.ts'
import type { AgentId, LabelId } from '../domain/ids.ts'
import type { Message } from '../domain/message.ts'
import { searchableText } from '../domain/search/searchable.ts'
import { BOM, type Cell, toCsvLine } from './csv.ts'

interface Writing {
  readonly format: 'csv' | 'ndjson'
  readonly rows: 'conversations' | 'messages'
  readonly lang: 'zh' | 'en'
  readonly labels: ReadonlyMap<LabelId, string>
  readonly nameOf: (id: AgentId) => string
  readonly timeZone: string
  readonly url: string
}

type Exported = Readonly<Record<string, string | number | readonly string[] | undefined>>

const HEADS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  conversation: ['会话', 'Conversation'],
  begun: ['开始时间', 'Begun'],
  last: ['最近时间', 'Last'],
  status: ['状态', 'Status'],
  customer: ['客户', 'Customer'],
  phone: ['电话', 'Phone'],
  tier: ['等级', 'Tier'],
  tags: ['客户标签', 'Tags'],
  agents: ['接待客服', 'Agents'],
  reason: ['转人工原因', 'Handoff'],
  rating: ['评分', 'Rating'],
  comment: ['评价', 'Comment'],
  labels: ['会话标签', 'Labels'],
  messages: ['消息数', 'Messages'],
  seq: ['序号', 'Seq'],
  at: ['时间', 'Time'],
  author: ['发言方', 'Author'],
  name: ['发言人', 'Name'],
  kind: ['类型', 'Kind'],
  text: ['内容', 'Text'],
  intent: ['意图', 'Intent'],
  link: ['链接', 'Link'],
}
const OF_CONVERSATION =
  'conversation begun last status customer phone tier tags agents reason rating comment labels messages link'.split(' ')
const OF_MESSAGE = 'conversation seq at author name kind text intent customer phone tier labels link'.split(' ')
/** Moments: an ISO time for programs, the shop's own clock for people. */
const MOMENTS = ['begun', 'last', 'at']

/** What was found as the bytes of a file, as they come. */
export async function* writeRows(
  pages: AsyncIterable<readonly ExportedRow[]>,
  writing: Writing,
): AsyncGenerator<string> {
  const columns = writing.rows === 'messages' ? OF_MESSAGE : OF_CONVERSATION
  if (writing.format === 'csv') yield BOM + toCsvLine(columns.map((one) => HEADS[one]?.[writing.lang === 'zh' ? 0 : 1]))

  for await (const rows of pages) {
    const lines = rows.map((row) => {
      const exported = toExported(row, writing)
      return writing.format === 'csv'
        ? toCsvLine(columns.map((column) => toCell(column, exported[column], writing.timeZone)))
        : `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, toJson(column, exported[column])])))}\n`
    })
    yield lines.join('')
  }
}

function toExported({ thread, customer, reason, message }: ExportedRow, writing: Writing): Exported {
  const { conversation, agentIds } = thread
  const { rating } = conversation
  return {
    conversation: conversation.id,
    begun: conversation.createdAt,
    last: conversation.updatedAt,
    status: conversation.status,
    customer: customer.name ?? '',
    phone: customer.phone,
    tier: customer.tier,
    tags: customer.tags,
    agents: agentIds.map(writing.nameOf),
    reason,
    rating: rating?.score,
    comment: rating?.comment,
    labels: conversation.labels.flatMap((id) => writing.labels.get(id) ?? []),
    messages: conversation.lastSeq,
    ...(message && ofMessage(message)),
    link: `${writing.url}/console/conversations/${conversation.id}${message ? `?seq=${message.seq}` : ''}`,
  }
}

function ofMessage({ seq, at, author, body, explanation }: Message): Exported {
  return {
    seq,
    at,
    author: author.kind,
    name: author.kind === 'agent' ? author.name : undefined,
    kind: body.kind,
    text: body.kind === 'image' ? body.url : body.kind === 'event' ? body.event.name : searchableText(body),
    intent: explanation?.candidates[0]?.intent,
  }
}

function toCell(column: string, value: Exported[string], timeZone: string): Cell {
  if (typeof value === 'number' && MOMENTS.includes(column)) return toLocal(value, timeZone)
  return typeof value === 'object' ? value.join('、') : (value as Cell)
}

function toJson(column: string, value: Exported[string]): unknown {
  return typeof value === 'number' && MOMENTS.includes(column) ? new Date(value).toISOString() : value
}

function toLocal(at: number, timeZone: string): string {
  const { date, minutes } = toLocalTime(at, timeZone)
  return `${date} ${toClock(minutes)}:${String(Math.floor(at / 1000) % 60).padStart(2, '0')}`
}
