import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { addAssist } from './migrations-assist.ts'
import { addClock } from './migrations-clock.ts'
import { addComposer } from './migrations-composer.ts'
import { addCustomerCare } from './migrations-customers.ts'
import { addFigures } from './migrations-figures.ts'
import { addFollowUps } from './migrations-followups.ts'
import { addHistory } from './migrations-history.ts'
import { addIndexes } from './migrations-indexes.ts'
import { addKnowledgeEditing } from './migrations-knowledge-editing.ts'
import { addMessageMarks } from './migrations-messages.ts'
import { addNodes } from './migrations-nodes.ts'
import { addPacks } from './migrations-packs.ts'
import { addQuestions } from './migrations-questions.ts'
import { addQueue } from './migrations-queue.ts'
import { addSecurity } from './migrations-security.ts'
import { addShopData } from './migrations-shop-data.ts'
import { addWebhooks } from './migrations-webhooks.ts'
import type { Db } from './schema.ts'

/** `sqlite` keeps small tables without row ids; everything else is the same on both engines. */
export type Engine = 'sqlite' | 'postgres'

/** Brings the database to the newest version; the same list runs on both engines. */
export async function migrate(db: Db, engine: Engine): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrationsFor(engine) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/** By name, in the order of their names. */
export function migrationsFor(engine: Engine): Record<string, Migration> {
  return {
    '0001-opening': { up: (db) => openShop(db, engine) },
    '0002-shop-data': { up: (db) => addShopData(db) },
    '0003-queue': { up: (db) => addQueue(db) },
    '0008-history': { up: (db) => addHistory(db, engine) },
    '0007-customers': { up: (db) => addCustomerCare(db) },
    '0006-assist': { up: (db) => addAssist(db) },
    '0005-messages': { up: (db) => addMessageMarks(db) },
    '0009-followups': { up: (db) => addFollowUps(db) },
    '0004-composer': { up: (db) => addComposer(db) },
    '0010-clock': { up: (db) => addClock(db) },
    '0014-indexes': { up: (db) => addIndexes(db) },
    '0011-nodes': { up: (db) => addNodes(db) },
    '0012-security': { up: (db) => addSecurity(db) },
    '0022-questions': { up: (db) => addQuestions(db) },
    '0023-webhooks': { up: (db) => addWebhooks(db) },
    '0020-knowledge-editing': { up: (db) => addKnowledgeEditing(db) },
    '0021-figures': { up: (db) => addFigures(db, engine) },
    '0024-packs': { up: (db) => addPacks(db) },
  }
}

async function openShop(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await createPeople(db)
  await createConversations(db, engine)
  await createDesk(db)
  await createCommerce(db)
  await createBackstage(db)
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('customers')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('merged_into', 'text')
    .addColumn('name', 'text')
    .addColumn('phone', 'text')
    .addColumn('email', 'text')
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('tier', 'text', (c) => c.notNull())
    .addColumn('verified', 'integer', (c) => c.notNull())
    .addColumn('tags', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('last_seen_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('identities')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('customer_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('identities_key', ['kind', 'value'])
    .execute()
  await db.schema.createIndex('identities_customer').on('identities').column('customer_id').execute()
}

async function createConversations(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('customer_id', 'text', (c) => c.notNull())
    .addColumn('previous_id', 'text', (c) => c.unique())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('agent_id', 'text')
    .addColumn('queued_for', 'text')
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('context', 'text', (c) => c.notNull())
    .addColumn('last_seq', 'integer', (c) => c.notNull())
    .addColumn('last_customer_seq', 'integer', (c) => c.notNull())
    .addColumn('handled_seq', 'integer', (c) => c.notNull())
    .addColumn('customer_read_seq', 'integer', (c) => c.notNull())
    .addColumn('agent_read_seq', 'integer', (c) => c.notNull())
    .addColumn('unread', 'integer', (c) => c.notNull())
    .addColumn('preview', 'text', (c) => c.notNull())
    .addColumn('waiting_since', 'bigint')
    .addColumn('rating_score', 'integer')
    .addColumn('rating_comment', 'text')
    .addColumn('rated_at', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .execute()
  await sql`create index conversations_customer on conversations (customer_id, created_at)`.execute(db)
  await sql`create index conversations_recent on conversations (status, updated_at)`.execute(db)
  await sql`create index conversations_agent on conversations (agent_id) where agent_id is not null`.execute(db)
  await sql`create index conversations_unhandled on conversations (updated_at) where handled_seq < last_customer_seq`.execute(
    db,
  )

  const messages = db.schema
    .createTable('messages')
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('author_kind', 'text', (c) => c.notNull())
    .addColumn('author_id', 'text')
    .addColumn('author_name', 'text')
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('explanation', 'text')
    .addColumn('helpful', 'integer')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('messages_key', ['conversation_id', 'seq'])
  await (engine === 'sqlite' ? messages.modifyEnd(sql`without rowid`) : messages).execute()
  await sql`create unique index messages_once on messages (conversation_id, key)`.execute(db)
}

async function createDesk(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('queue_entries')
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('enqueued_at', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('priority', 'integer', (c) => c.notNull())
    .addColumn('card', 'text', (c) => c.notNull())
    .addColumn('agent_id', 'text')
    .addColumn('claimed_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addPrimaryKeyConstraint('queue_entries_key', ['conversation_id', 'enqueued_at'])
    .execute()
  await sql`create unique index queue_entries_current on queue_entries (conversation_id) where state <> 'done'`.execute(
    db,
  )
  await sql`create index queue_entries_waiting on queue_entries (priority, enqueued_at, conversation_id) where state = 'waiting'`.execute(
    db,
  )
  await sql`create index queue_entries_served on queue_entries (ended_at) where claimed_at is not null`.execute(db)
  await db.schema
    .createTable('suggestions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('heard_seq', 'integer', (c) => c.notNull())
    .addColumn('rank', 'integer', (c) => c.notNull())
    .addColumn('intent', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('confidence', 'double precision', (c) => c.notNull())
    .addColumn('evidence', 'text', (c) => c.notNull())
    .addColumn('sends_at', 'bigint')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('sent_text', 'text')
    .addColumn('reason', 'text')
    .addColumn('agent_id', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('decided_at', 'bigint')
    .addUniqueConstraint('suggestions_once', ['conversation_id', 'heard_seq', 'rank'])
    .execute()
  await sql`create index suggestions_offered on suggestions (conversation_id) where status = 'offered'`.execute(db)
  await db.schema
    .createTable('agents')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('login', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('active', 'integer', (c) => c.notNull())
    .addColumn('presence', 'text', (c) => c.notNull())
    .addColumn('password_hash', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('sessions')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('invites')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text')
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('used_at', 'bigint')
    .execute()
}

async function createCommerce(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('orders')
    .addColumn('number', 'text', (c) => c.primaryKey())
    .addColumn('customer_id', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('total', 'bigint', (c) => c.notNull())
    .addColumn('items', 'text', (c) => c.notNull())
    .addColumn('placed_at', 'bigint', (c) => c.notNull())
    .execute()
  await sql`create index orders_customer on orders (customer_id, placed_at)`.execute(db)
  await db.schema
    .createTable('parcels')
    .addColumn('tracking_number', 'text', (c) => c.notNull())
    .addColumn('order_number', 'text', (c) => c.notNull())
    .addColumn('carrier', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('events', 'text', (c) => c.notNull())
    .addColumn('eta_at', 'bigint')
    // One parcel may carry several orders.
    .addPrimaryKeyConstraint('parcels_key', ['order_number', 'tracking_number'])
    .execute()
}

async function createBackstage(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .execute()
  await sql`create index audit_recent on audit (at)`.execute(db)
  await db.schema
    .createTable('jobs')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('payload', 'text', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('locked_until', 'bigint', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .execute()
  await sql`create index jobs_due on jobs (due_at)`.execute(db)
  await db.schema
    .createTable('settings')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
}
