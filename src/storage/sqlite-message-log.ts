import type BetterSqlite3 from 'better-sqlite3'
import type { AppendResult, CommitWatcher, MessageDraft, MessageLog } from '../ports/message-log.ts'
import { type AppendPlan, conversationBefore, planAppend, storedResult } from './append-plan.ts'
import type { QueueEntryRow } from './schema/rows-desk.ts'
import type { CustomerRow } from './schema/rows-people.ts'
import type { ConversationRow, MessageRow } from './schema/rows-talk.ts'
import type { Db } from './schema.ts'

interface Waiting {
  readonly drafts: readonly MessageDraft[]
  readonly resolve: (results: readonly AppendResult[]) => void
}

/** Group commit: all drafts of one turn of the event loop share one transaction, with a savepoint each. */
export class SqliteMessageLog implements MessageLog {
  readonly #db: Db
  readonly #statements: Statements
  #watcher: CommitWatcher = () => undefined
  #waiting: Waiting[] = []

  constructor(db: Db, native: BetterSqlite3.Database) {
    this.#db = db
    this.#statements = prepare(native)
  }

  /** From now on `watcher` hears of every commit. */
  watch(watcher: CommitWatcher): void {
    this.#watcher = watcher
  }

  append(drafts: readonly MessageDraft[]): Promise<readonly AppendResult[]> {
    return new Promise((resolve) => {
      this.#waiting.push({ drafts, resolve })
      if (this.#waiting.length === 1) setImmediate(() => void this.#flush())
    })
  }

  async #flush(): Promise<void> {
    try {
      // Kysely lends its only connection; without it this commit could land inside somebody's open transaction.
      await this.#db.connection().execute(async () => this.#settle((drafts) => this.#commit(drafts)))
    } catch (cause) {
      // The database is closed: whoever waits is told so.
      this.#settle((drafts) => drafts.map(() => ({ kind: 'error', cause })))
    }
  }

  #settle(toResults: (drafts: readonly MessageDraft[]) => readonly AppendResult[]): void {
    const turn = this.#waiting
    this.#waiting = []
    const begun = performance.now()
    const results = toResults(turn.flatMap((one) => one.drafts))
    this.#watcher(results, performance.now() - begun)

    let from = 0
    for (const { drafts, resolve } of turn) {
      resolve(results.slice(from, from + drafts.length))
      from += drafts.length
    }
  }

  #commit(drafts: readonly MessageDraft[]): readonly AppendResult[] {
    const statements = this.#statements
    try {
      statements.begin.run()
      const results = drafts.map((draft) => this.#store(draft))
      statements.commit.run()
      return results
    } catch (cause) {
      if (statements.inTransaction()) statements.rollback.run()
      return drafts.map(() => ({ kind: 'error', cause }))
    }
  }

  #store(draft: MessageDraft): AppendResult {
    const statements = this.#statements
    statements.savepoint.run()
    try {
      const plan = this.#plan(draft)
      if (plan.kind === 'settled') {
        statements.release.run()
        return plan.result
      }
      statements.insertMessage.run(plan.message)
      statements.updateConversation.run(plan.conversation)
      if (draft.author.kind === 'customer') statements.touchCustomer.run(plan.customer)
      if (plan.enqueue) statements.enqueue.run(plan.enqueue)
      if (plan.dequeue) statements.dequeue.run({ id: draft.conversationId, at: draft.at })
      statements.release.run()
      return storedResult(draft, plan)
    } catch (cause) {
      // A full disk has rolled the whole transaction back: no savepoint is left to return to.
      if (!statements.inTransaction()) throw cause
      statements.undo.run()
      return { kind: 'error', cause }
    }
  }

  #plan(draft: MessageDraft): AppendPlan {
    const conversation = this.#statements.conversation.get(draft.conversationId)
    return planAppend(draft, {
      conversation,
      customer: conversation && this.#statements.customer.get(conversation.customer_id),
      stored: this.#statements.message.get(
        draft.key,
        draft.conversationId,
        conversationBefore(draft, conversation) ?? null,
      ),
    })
  }
}

type Statements = ReturnType<typeof prepare>

/** Prepared once: compiling them for every message costs more than running them. */
function prepare(native: BetterSqlite3.Database) {
  return {
    begin: native.prepare('begin immediate'),
    commit: native.prepare('commit'),
    rollback: native.prepare('rollback'),
    savepoint: native.prepare('savepoint draft'),
    release: native.prepare('release draft'),
    undo: native.prepare('rollback to draft'),
    inTransaction: () => native.inTransaction,
    conversation: native.prepare<[string], ConversationRow>('select * from conversations where id = ?'),
    customer: native.prepare<[string], CustomerRow>('select * from customers where id = ?'),
    message: native.prepare<[string, string, string | null], MessageRow>(
      'select * from messages where key = ? and conversation_id in (?, ?)',
    ),
    insertMessage: native.prepare<[MessageRow]>(`
      insert into messages (conversation_id, seq, key, author_kind, author_id, author_name, body, explanation, at, quote,
        quoted_seq)
      values (@conversation_id, @seq, @key, @author_kind, @author_id, @author_name, @body, @explanation, @at, @quote,
        @quoted_seq)`),
    updateConversation: native.prepare<[ConversationRow]>(`
      update conversations set status = @status, queued_for = @queued_for, context = @context, last_seq = @last_seq,
        last_customer_seq = @last_customer_seq, handled_seq = @handled_seq, agent_read_seq = @agent_read_seq,
        unread = @unread, preview = @preview, waiting_since = @waiting_since, updated_at = @updated_at,
        with_bot = @with_bot, first_replied_at = @first_replied_at, called_at = @called_at,
        snoozed_until = @snoozed_until, woken_at = @woken_at, group_id = @group_id
      where id = @id`),
    touchCustomer: native.prepare<[CustomerRow]>('update customers set last_seen_at = @last_seen_at where id = @id'),
    enqueue: native.prepare<[QueueEntryRow]>(`
      insert into queue_entries (conversation_id, enqueued_at, state, reason, kind, priority, card, group_id)
      values (@conversation_id, @enqueued_at, @state, @reason, @kind, @priority, @card, @group_id)`),
    dequeue: native.prepare<[{ id: string; at: number }]>(
      `update queue_entries set state = 'done', ended_at = @at where conversation_id = @id and state = 'waiting'`,
    ),
  }
}
