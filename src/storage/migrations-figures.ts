import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { Engine } from './migrations.ts'

type Columns = Readonly<Record<string, 'integer' | 'bigint' | 'text'>>

const TRUTHS = (...names: readonly string[]): Columns => Object.fromEntries(names.map((name) => [name, 'integer']))

/** What is counted, in tables made for reading: everything in them can be made anew from what was kept. */
const TABLES: Readonly<Record<string, Columns>> = {
  fact_sessions: {
    ...TRUTHS('bot', 'disliked', 'unanswered', 'asked', 'solved', 'contained', 'transferred'),
    ...{ reason: 'text', ending: 'text', queued: 'integer', wait: 'bigint', prompt: 'integer', abandoned: 'integer' },
    ...{ served: 'integer', response: 'bigint', promised: 'integer', resolution: 'bigint' },
    ...TRUTHS('asks', 'replies', 'invited', 'rated', 'score', 'satisfied', 'botscore', 'botsatisfied'),
    ...{ inquiry: 'integer', product: 'text', way: 'text', touched: 'bigint' },
  },
  fact_turns: {
    ...TRUTHS('worded', 'understood', 'answered', 'unanswered', 'clarified', 'liked', 'disliked'),
    kind: 'text',
  },
  fact_responses: { first: 'integer', wait: 'bigint', swift: 'integer' },
  fact_holds: { ms: 'bigint', until: 'bigint', held: 'integer' },
  fact_proposals: TRUTHS('covered', 'shown', 'accepted', 'edit'),
  fact_complaints: { ended: 'integer', deadline: 'bigint' },
  fact_sales: {
    ...{ inquiry: 'integer', way: 'text', product: 'text', ordered: 'integer', paid: 'integer', amount: 'bigint' },
    ...{ settles: 'bigint', comeback: 'integer', wonback: 'integer' },
  },
}

export async function addFigures(db: Kysely<unknown>, engine: Engine): Promise<void> {
  for (const [name, measures] of Object.entries(TABLES)) await createFacts(db, { name, measures, engine })
  // A customer's visits are settled together; an agent's holds are counted against each other.
  await sql`create index fact_sessions_customer on fact_sessions (customer_id, at)`.execute(db)
  await sql`create index fact_sales_customer on fact_sales (customer_id)`.execute(db)
  await sql`create index fact_holds_agent on fact_holds (agent_id, at)`.execute(db)

  // What has changed since it was counted; `later` is what is only counted anew, after all that is new.
  await db.schema
    .createTable('fact_marks')
    .addColumn('conversation_id', 'text', (c) => c.primaryKey())
    .addColumn('later', 'integer', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .execute()
  await sql`create index fact_marks_next on fact_marks (later, conversation_id)`.execute(db)
  await db.schema
    .createTable('fact_state')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
  // A shop that has talked before is counted from its first day.
  await sql`insert into fact_marks (conversation_id, later, revision)
    select id, 1, 1 from conversations where last_seq > 0`.execute(db)
}

async function createFacts(
  db: Kysely<unknown>,
  { name, measures, engine }: { name: string; measures: Columns; engine: Engine },
): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema
    .createTable(name)
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('customer_id', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('hour', 'integer', (c) => c.notNull())
    .addColumn('weekday', 'integer', (c) => c.notNull())
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addColumn('group_id', 'text', (c) => c.notNull())
    .addColumn('intent', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('tier', 'text', (c) => c.notNull())
  for (const [column, type] of Object.entries(measures)) table = table.addColumn(column, type)
  // By day, so that a report reads what it counts in one stretch.
  table = table.addPrimaryKeyConstraint(`${name}_key`, ['day', 'conversation_id', 'seq'])
  await (engine === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute()
  await db.schema.createIndex(`${name}_of`).on(name).column('conversation_id').execute()
}
