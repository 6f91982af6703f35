import { type Agent, hasRole, requireRole } from '../../domain/agent.ts'
import { type Customer, maskPhone } from '../../domain/customer.ts'
import type { HandoffReason } from '../../domain/handoff.ts'
import type { Message } from '../../domain/message.ts'
import type { HistoryCursor, HistoryFilter } from '../../domain/search/history.ts'
import type { Deps } from '../deps.ts'
import { type FoundThread, findHistory } from './find-history.ts'

const CONVERSATIONS = 100
const MESSAGES = 500

/** What is written of a conversation; the message is there where each message is a row. */
export interface ExportedRow {
  readonly thread: FoundThread
  /** Whole for owners, masked for everybody else. */
  readonly customer: Customer
  readonly reason: HandoffReason | undefined
  readonly message?: Message
}

/**
 * Everything that the filter shows, a page at a time, so that no history is too long. For supervisors and owners, and written into
 * the audit log before the first row leaves.
 */
export async function exportHistory(
  deps: Deps,
  supervisor: Agent,
  { filter, rows }: { readonly filter: HistoryFilter; readonly rows: 'conversations' | 'messages' },
): Promise<AsyncGenerator<readonly ExportedRow[]>> {
  requireRole(supervisor, 'supervisor')
  await deps.storage.audit.add({
    at: deps.clock.now(),
    actor: supervisor.id,
    action: 'history.exported',
    target: rows,
    detail: { ...filter },
  })
  const maskedFor = (customer: Customer): Customer =>
    customer.phone === undefined || hasRole(supervisor, 'owner')
      ? customer
      : { ...customer, phone: maskPhone(customer.phone) }
  return readAll(deps, filter, { rows, maskedFor })
}

interface Reading {
  readonly rows: 'conversations' | 'messages'
  readonly maskedFor: (customer: Customer) => Customer
}

async function* readAll(
  deps: Deps,
  filter: HistoryFilter,
  { rows, maskedFor }: Reading,
): AsyncGenerator<readonly ExportedRow[]> {
  let after: HistoryCursor | undefined
  do {
    const page = await findHistory(deps, filter, { ...(after && { after }), limit: CONVERSATIONS })
    for (const thread of page.rows) {
      const entry = await deps.storage.queue.find(thread.conversation.id)
      const row = { thread, customer: maskedFor(thread.customer), reason: entry?.reason }
      if (rows === 'conversations') yield [row]
      else yield* readMessages(deps, row)
    }
    after = page.next
  } while (after)
}

async function* readMessages(deps: Deps, row: ExportedRow): AsyncGenerator<readonly ExportedRow[]> {
  let seq = 0
  for (;;) {
    const messages = await deps.storage.messages.listAfter(row.thread.conversation.id, seq, MESSAGES)
    if (messages.length > 0) yield messages.map((message) => ({ ...row, message }))
    if (messages.length < MESSAGES) return
    seq = messages.at(-1)?.seq ?? seq
  }
}
