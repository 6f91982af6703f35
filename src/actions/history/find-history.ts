import type { Customer } from '../../domain/customer.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Message } from '../../domain/message.ts'
import type { Found, HistoryCursor, HistoryFilter } from '../../domain/search/history.ts'
import { getThread } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'

/** Further nobody counts, and no list is read. */
const COUNTED = 1000
const PAGE = 30
/** More than so many conversations behind, and a search may miss what was said. */
const BEHIND = 20
const MESSAGES = 100

/** A conversation that was found, with who wrote in it. */
export type FoundThread = Found & { readonly customer: Customer }

export interface HistoryList {
  readonly rows: readonly FoundThread[]
  /** Where to go on; undefined at the end. */
  readonly next: HistoryCursor | undefined
}

/** One page of the history. */
export async function findHistory(
  deps: Deps,
  filter: HistoryFilter,
  page: { readonly after?: HistoryCursor; readonly limit?: number },
): Promise<HistoryList> {
  const limit = page.limit ?? PAGE
  const found = await deps.storage.search.find(filter, { ...(page.after && { after: page.after }), limit: limit + 1 })
  const rows = await withCustomers(deps, found.slice(0, limit))
  const last = found[limit - 1]?.conversation
  return { rows, next: found.length > limit && last ? { createdAt: last.createdAt, id: last.id } : undefined }
}

async function withCustomers(deps: Deps, found: readonly Found[]): Promise<readonly FoundThread[]> {
  const ids = [...new Set(found.map((one) => one.conversation.customerId))]
  const customers = await Promise.all(ids.map((id) => deps.storage.customers.find(id)))
  const byId = new Map(ids.map((id, at) => [id, customers[at]]))
  return found.flatMap((one) => {
    const customer = byId.get(one.conversation.customerId)
    return customer ? [{ ...one, customer }] : []
  })
}

/** How many there are, `more` beyond the count; and whether the index is still catching up. */
export async function countHistory(
  deps: Deps,
  filter: HistoryFilter,
): Promise<{ readonly count: number; readonly more: boolean; readonly behind: boolean }> {
  const counted = await deps.storage.search.count(filter, COUNTED + 1)
  const behind = (await deps.storage.search.countBehind(BEHIND + 1)) > BEHIND
  return { count: Math.min(counted, COUNTED), more: counted > COUNTED, behind }
}

/** Which part of a conversation is wanted: around a message, before one, after one; the newest without any. */
export interface Stretch {
  readonly seq?: number
  readonly before?: number
  readonly after?: number
}

/** A conversation to read, opened at a message. */
export async function readHistory(deps: Deps, id: ConversationId, { seq, before, after }: Stretch) {
  const thread = await getThread(deps, id)
  const { messages: store } = deps.storage
  let messages: readonly Message[]
  if (after !== undefined) messages = await store.listAfter(id, after, MESSAGES)
  else if (before === undefined && seq !== undefined) {
    const from = await store.listBefore(id, seq, MESSAGES / 2)
    messages = [...from, ...(await store.listAfter(id, seq - 1, MESSAGES / 2))]
  } else messages = await store.listBefore(id, before ?? thread.conversation.lastSeq + 1, MESSAGES)

  const first = messages[0]?.seq ?? before ?? 1
  const last = messages.at(-1)?.seq ?? after ?? 0
  return { ...thread, messages, earlier: first > 1, later: last < thread.conversation.lastSeq }
}
