import type { DeskConversation, QueueEntryView, SuggestionView } from '../../src/protocol/console.ts'
import type { DeskState, Tab } from './desk-state.ts'

/** A row of the list: the conversation, and its place where it is queued. */
export interface ListRow {
  readonly conversation: DeskConversation
  readonly entry?: QueueEntryView
}

type Rows = readonly ListRow[]
type RowSource = Pick<DeskState, 'conversations' | 'queue' | 'me' | 'archive'>

/** Of two at the same moment one comes first on every desk, whichever it has heard of first. */
function newestFirst(a: DeskConversation, b: DeskConversation): number {
  return b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1)
}

/** What has come back comes first, then those whose customer waits, longest waiting at the top; then the most recently touched. */
function byNeed(a: DeskConversation, b: DeskConversation): number {
  if ((a.wokenAt === undefined) !== (b.wokenAt === undefined)) return a.wokenAt === undefined ? 1 : -1
  if (a.waitingSince !== undefined && b.waitingSince !== undefined)
    return a.waitingSince - b.waitingSince || newestFirst(a, b)
  if (a.waitingSince !== undefined) return -1
  if (b.waitingSince !== undefined) return 1
  return newestFirst(a, b)
}

function queueRows(source: RowSource): Rows {
  const entries = [...source.queue].sort((a, b) => a.position - b.position)
  return entries.flatMap((entry) => {
    const conversation = source.conversations[entry.conversationId]
    // The two events of one change may arrive in either order.
    if (conversation && conversation.status !== 'queued') return []
    return [{ conversation: conversation ?? toRow(entry), entry }]
  })
}

/** A stand-in until the conversation of a queue entry is known. */
function toRow(entry: QueueEntryView): DeskConversation {
  return {
    id: entry.conversationId,
    customer: entry.customer,
    status: 'queued',
    locale: 'zh',
    lastSeq: 0,
    unread: 0,
    customerDeliveredSeq: 0,
    customerReadSeq: 0,
    preview: entry.wants,
    labels: [],
    waitingSince: entry.enqueuedAt,
    createdAt: entry.enqueuedAt,
    updatedAt: entry.enqueuedAt,
  }
}

function isArchived(row: DeskConversation, source: RowSource): boolean {
  if (source.archive.filter === 'resolved') return row.status === 'resolved'
  if (source.archive.filter === 'others') return row.status === 'assigned' && row.agent?.id !== source.me.id
  return row.lastSeq > 0
}

/** Every known row that belongs here, as far back as pages were loaded: older ones would leave a hole above them. */
function archiveRows(source: RowSource): Rows {
  const { load, more, oldest } = source.archive
  if (load !== 'ready') return []

  const floor = more ? (oldest ?? 0) : 0
  return Object.values(source.conversations)
    .filter((row) => row.updatedAt >= floor && isArchived(row, source))
    .sort(newestFirst)
    .map((conversation) => ({ conversation }))
}

/** The rows that were asked for last, by tab. */
const known = new Map<Tab, { readonly source: RowSource; readonly rows: Rows }>()

/** The rows of a tab, in the order in which they are shown: the same list as long as nothing of it has changed. */
export function selectRows(source: RowSource, tab: Tab): Rows {
  const before = known.get(tab)
  if (before && isSame(before.source, source, tab)) return before.rows

  const { conversations, queue, me, archive } = source
  const rows = sortedRows(source, tab)
  known.set(tab, { source: { conversations, queue, me, archive }, rows })
  return rows
}

function isSame(before: RowSource, now: RowSource, tab: Tab): boolean {
  return (
    before.conversations === now.conversations &&
    before.me.id === now.me.id &&
    (tab !== 'queue' || before.queue === now.queue) &&
    (tab !== 'archive' || before.archive === now.archive)
  )
}

function sortedRows(source: RowSource, tab: Tab): Rows {
  if (tab === 'queue') return queueRows(source)
  if (tab === 'archive') return archiveRows(source)

  const all = Object.values(source.conversations)
  if (tab === 'bot') {
    return all
      .filter((row) => row.status === 'bot' && row.lastSeq > 0)
      .sort(newestFirst)
      .map((conversation) => ({ conversation }))
  }
  return all
    .filter((row) => isMine(row, source) && row.snoozedUntil === undefined)
    .sort(byNeed)
    .map((conversation) => ({ conversation }))
}

function isMine(row: DeskConversation, { me }: Pick<RowSource, 'me'>): boolean {
  return row.status === 'assigned' && row.agent?.id === me.id
}

/** What I have laid aside, the next to come back at the top. */
export function selectSnoozed(source: Pick<RowSource, 'conversations' | 'me'>): Rows {
  return Object.values(source.conversations)
    .filter((row) => isMine(row, source) && row.snoozedUntil !== undefined)
    .sort((a, b) => (a.snoozedUntil ?? 0) - (b.snoozedUntil ?? 0) || newestFirst(a, b))
    .map((conversation) => ({ conversation }))
}

/** Customers' messages that I have not read, in what I hold. */
export function countUnread(source: RowSource): number {
  return selectRows(source, 'mine').reduce((sum, row) => sum + row.conversation.unread, 0)
}

/** The conversations to claim next, best first: people who wait before messages that were left; none that is offered to a colleague. */
export function nextToClaim(queue: readonly QueueEntryView[], myId: string): readonly QueueEntryView[] {
  const rank = (entry: QueueEntryView) => (entry.kind === 'live' ? 0 : 1)
  const free = queue.filter(({ offer }) => !offer || offer.agent.id === myId)
  return free.sort((a, b) => rank(a) - rank(b) || a.position - b.position)
}

/** What can still be adopted, best first; three at most. */
export function offeredOf(suggestions: readonly SuggestionView[] | undefined): readonly SuggestionView[] {
  return (suggestions ?? [])
    .filter((one) => one.status === 'offered')
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 3)
}
