import { sql, type Transaction } from 'kysely'
import type { AppendResult, CommitWatcher, MessageDraft, MessageLog } from '../ports/message-log.ts'
import { leaveQueue } from './append-one.ts'
import { conversationBefore, planAppend, storedResult } from './append-plan.ts'
import type { QueueEntryRow } from './schema/rows-desk.ts'
import type { CustomerRow } from './schema/rows-people.ts'
import type { ConversationRow, MessageRow } from './schema/rows-talk.ts'
import type { Db, Schema } from './schema.ts'

interface Waiting {
  readonly drafts: readonly MessageDraft[]
  readonly resolve: (results: readonly AppendResult[]) => void
}

/** Group commit: all drafts that wait share one transaction of a few statements, however many they are. */
export class PostgresMessageLog implements MessageLog {
  readonly #db: Db
  #waiting: Waiting[] = []
  #busy = false
  #watcher: CommitWatcher = () => undefined

  constructor(db: Db) {
    this.#db = db
  }

  /** From now on `watcher` hears of every commit. */
  watch(watcher: CommitWatcher): void {
    this.#watcher = watcher
  }

  append(drafts: readonly MessageDraft[]): Promise<readonly AppendResult[]> {
    return new Promise((resolve) => {
      this.#waiting.push({ drafts, resolve })
      if (!this.#busy) {
        this.#busy = true
        setImmediate(() => void this.#flush())
      }
    })
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const turn = this.#waiting
      this.#waiting = []
      const begun = performance.now()
      const results = await this.#commit(turn.flatMap((one) => one.drafts))
      this.#watcher(results, performance.now() - begun)

      let from = 0
      for (const { drafts, resolve } of turn) {
        resolve(results.slice(from, from + drafts.length))
        from += drafts.length
      }
    }
    this.#busy = false
  }

  async #commit(drafts: readonly MessageDraft[]): Promise<readonly AppendResult[]> {
    try {
      return await this.#db.transaction().execute((trx) => storeAll(trx, drafts))
    } catch (cause) {
      if (drafts.length === 1) return [{ kind: 'error', cause }]

      // One poisonous draft must not sink the others: each gets a transaction of its own.
      const results: AppendResult[] = []
      for (const draft of drafts) results.push(...(await this.#commit([draft])))
      return results
    }
  }
}

/** Rows as the drafts so far have left them, before they are written. */
interface Working {
  readonly conversations: Map<string, ConversationRow>
  readonly customers: Map<string, CustomerRow>
  readonly messages: Map<string, MessageRow>
}

async function storeAll(trx: Transaction<Schema>, drafts: readonly MessageDraft[]): Promise<readonly AppendResult[]> {
  const working = await readAll(trx, drafts)
  const messages: MessageRow[] = []
  const entries: QueueEntryRow[] = []
  const left: MessageDraft[] = []
  const touched = { conversations: new Set<string>(), customers: new Set<string>() }

  const results = drafts.map((draft): AppendResult => {
    const conversation = working.conversations.get(draft.conversationId)
    const plan = planAppend(draft, {
      conversation,
      customer: conversation && working.customers.get(conversation.customer_id),
      stored: findStored(working, draft, conversation),
    })
    if (plan.kind === 'settled') return plan.result

    working.conversations.set(plan.conversation.id, plan.conversation)
    working.customers.set(plan.customer.id, plan.customer)
    working.messages.set(keyOf(draft.conversationId, draft.key), plan.message)
    messages.push(plan.message)
    touched.conversations.add(plan.conversation.id)
    if (draft.author.kind === 'customer') touched.customers.add(plan.customer.id)
    if (plan.enqueue) entries.push(plan.enqueue)
    if (plan.dequeue) left.push(draft)
    return storedResult(draft, plan)
  })

  await insertMessages(trx, messages)
  if (entries.length > 0) await trx.insertInto('queue_entries').values(entries).execute()
  for (const draft of left) await leaveQueue(trx, draft)
  await writeConversations(trx, pick(working.conversations, touched.conversations))
  await touchCustomers(trx, pick(working.customers, touched.customers))
  return results
}

async function readAll(trx: Transaction<Schema>, drafts: readonly MessageDraft[]): Promise<Working> {
  const ids = [...new Set(drafts.map((draft) => draft.conversationId))].toSorted()
  // Locked in the order of their ids: two nodes with the same conversations wait for each other and never deadlock.
  const conversations = await trx
    .selectFrom('conversations')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  const customerIds = [...new Set(conversations.map((row) => row.customer_id))]
  const customers =
    customerIds.length > 0 ? await trx.selectFrom('customers').selectAll().where('id', 'in', customerIds).execute() : []
  const conversationOf = new Map(conversations.map((row) => [row.id, row]))
  const wanted = drafts.flatMap((draft) => {
    const before = conversationBefore(draft, conversationOf.get(draft.conversationId))
    return [draft.conversationId, before].flatMap((id) => (id ? [{ id, key: draft.key }] : []))
  })
  const keys = sql`(select unnest(${wanted.map(({ id }) => id)}::text[]), unnest(${wanted.map(({ key }) => key)}::text[]))`
  const messages = await trx
    .selectFrom('messages')
    .selectAll()
    .where(sql<boolean>`(conversation_id, key) in ${keys}`)
    .execute()

  return {
    conversations: conversationOf,
    customers: new Map(customers.map((row) => [row.id, row])),
    messages: new Map(messages.map((row) => [keyOf(row.conversation_id, row.key), row])),
  }
}

function findStored(
  working: Working,
  draft: MessageDraft,
  conversation: ConversationRow | undefined,
): MessageRow | undefined {
  const here = working.messages.get(keyOf(draft.conversationId, draft.key))
  return here ?? working.messages.get(keyOf(conversationBefore(draft, conversation) ?? '', draft.key))
}

function keyOf(conversationId: string, key: string): string {
  return `${conversationId} ${key}`
}

function pick<T>(rows: ReadonlyMap<string, T>, ids: ReadonlySet<string>): readonly T[] {
  return [...ids].flatMap((id) => rows.get(id) ?? [])
}

/** One parameter for the whole batch: its text does not grow with the batch, so it is planned once. */
async function insertMessages(trx: Transaction<Schema>, rows: readonly MessageRow[]): Promise<void> {
  if (rows.length === 0) return

  await sql`
    insert into messages select r.* from json_populate_recordset(null::messages, ${JSON.stringify(rows)}::json) r`.execute(
    trx,
  )
}

async function writeConversations(trx: Transaction<Schema>, rows: readonly ConversationRow[]): Promise<void> {
  if (rows.length === 0) return

  await sql`
    update conversations c set status = r.status, queued_for = r.queued_for, context = r.context, last_seq = r.last_seq,
      last_customer_seq = r.last_customer_seq, handled_seq = r.handled_seq, agent_read_seq = r.agent_read_seq,
      unread = r.unread, preview = r.preview, waiting_since = r.waiting_since, updated_at = r.updated_at,
      with_bot = r.with_bot, first_replied_at = r.first_replied_at, called_at = r.called_at,
      snoozed_until = r.snoozed_until, woken_at = r.woken_at, group_id = r.group_id
    from json_populate_recordset(null::conversations, ${JSON.stringify(rows)}::json) r where c.id = r.id`.execute(trx)
}

async function touchCustomers(trx: Transaction<Schema>, rows: readonly CustomerRow[]): Promise<void> {
  if (rows.length === 0) return

  await sql`
    update customers c set last_seen_at = r.last_seen_at
    from json_populate_recordset(null::customers, ${JSON.stringify(rows)}::json) r where c.id = r.id`.execute(trx)
}
