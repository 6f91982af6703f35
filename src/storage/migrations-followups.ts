import { type Kysely, sql } from 'kysely'

/** Ratings of people and of the bot, to-dos, and conversations that are laid aside. */
export async function addFollowUps(db: Kysely<unknown>): Promise<void> {
  for (const [name, type] of [
    ['asked_rating', 'text'],
    ['asked_at', 'bigint'],
    ['snoozed_until', 'bigint'],
    ['woken_at', 'bigint'],
  ] as const) {
    await db.schema.alterTable('conversations').addColumn(name, type).execute()
  }
  await createRatings(db)
  await createTodos(db)
}

async function createRatings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ratings')
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('agent_id', 'text')
    .addColumn('score', 'integer', (c) => c.notNull())
    .addColumn('reasons', 'text', (c) => c.notNull())
    .addColumn('comment', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('ratings_key', ['conversation_id', 'target'])
    .execute()
  await sql`create index ratings_recent on ratings (at)`.execute(db)
  await sql`create index ratings_agent on ratings (agent_id, at) where agent_id is not null`.execute(db)
  // Until now only the person was rated, on the conversation itself; the list goes on reading it there.
  await sql`
    insert into ratings (conversation_id, target, agent_id, score, reasons, comment, at)
    select c.id, 'agent', (select q.agent_id from queue_entries q where q.conversation_id = c.id and q.agent_id is not null
        order by q.enqueued_at desc limit 1), c.rating_score, '[]', coalesce(c.rating_comment, ''), coalesce(c.rated_at, c.updated_at)
    from conversations c where c.rating_score is not null`.execute(db)
  await sql`update conversations set asked_rating = 'agent', asked_at = updated_at
    where status = 'resolved' and rating_score is null`.execute(db)
}

async function createTodos(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('todos')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('customer_id', 'text', (c) => c.notNull())
    .addColumn('agent_id', 'text')
    .addColumn('group_name', 'text')
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('told_at', 'bigint')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('done_by', 'text')
    .addColumn('done_at', 'bigint')
    .addColumn('note', 'text', (c) => c.notNull())
    .execute()
  await sql`create index todos_open on todos (due_at) where status = 'open'`.execute(db)
  await sql`create index todos_ended on todos (done_at) where status <> 'open'`.execute(db)
  await sql`create index todos_conversation on todos (conversation_id)`.execute(db)
  await sql`create index todos_customer on todos (customer_id)`.execute(db)
}
