import type Database from 'better-sqlite3'

const HOUR = 3_600_000

/** Rows that nobody will ever ask for again, by what is wrong with them; each select gives them all. */
const OWNERLESS: Readonly<Record<string, string>> = {
  'messages without a conversation':
    'select 1 from messages where conversation_id not in (select id from conversations)',
  'conversations without a customer': 'select 1 from conversations where customer_id not in (select id from customers)',
  'places in the queue of conversations that do not wait':
    "select 1 from queue_entries e join conversations c on c.id = e.conversation_id where e.state = 'waiting' and c.status <> 'queued'",
  'conversations that wait and have no place in the queue':
    "select 1 from conversations c where c.status = 'queued' and not exists (select 1 from queue_entries e where e.conversation_id = c.id and e.state = 'waiting')",
  'claims of conversations that nobody holds':
    "select 1 from queue_entries e join conversations c on c.id = e.conversation_id where e.state = 'claimed' and c.status <> 'assigned'",
  'offers of what does not wait': "select 1 from queue_entries where state <> 'waiting' and offered_to is not null",
  'proposals to answer in conversations that have ended':
    "select 1 from suggestions s join conversations c on c.id = s.conversation_id where s.status = 'offered' and c.status = 'resolved'",
  'proposals for messages that are not there':
    'select 1 from suggestions s where not exists (select 1 from messages m where m.conversation_id = s.conversation_id and m.seq = s.heard_seq)',
  'turns for messages that are not there':
    'select 1 from assist_turns t where not exists (select 1 from messages m where m.conversation_id = t.conversation_id and m.seq = t.heard_seq)',
  'drafts in conversations that have ended':
    "select 1 from drafts where conversation_id not in (select id from conversations where status <> 'resolved')",
  'words in the index of messages that are not there':
    'select 1 from search_words w left join search_conversations s on s.number = w.rowid / 1048576 left join messages m on m.conversation_id = s.conversation_id and m.seq = w.rowid % 1048576 where m.seq is null',
  'facets of conversations that are not there':
    'select 1 from search_facets where conversation_id not in (select id from conversations)',
  'messages that the index has not read': 'select 1 from conversations where indexed_seq < last_seq',
  'labels on nothing, and of nothing':
    'select 1 from conversation_labels where conversation_id not in (select id from conversations) or label_id not in (select id from labels)',
  'ratings of nothing': 'select 1 from ratings where conversation_id not in (select id from conversations)',
  'to-dos about nothing': 'select 1 from todos where conversation_id not in (select id from conversations)',
  'cases about nothing': 'select 1 from cases where conversation_id not in (select id from conversations)',
  'customers whom nothing names': 'select 1 from customers where id not in (select customer_id from conversations)',
  'identities of nobody': 'select 1 from identities where customer_id not in (select id from customers)',
}

/** How many there are of each kind that is there; nothing where all is well. */
export function countOwnerless(database: Database.Database): Readonly<Record<string, number>> {
  const counts = Object.entries(OWNERLESS).map(([name, rows]) => {
    const [count] = database.prepare<[], number>(`select count(*) from (${rows})`).pluck().all()
    return [name, count ?? 0] as const
  })
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

/** What is over by then and still stands there. */
export function countStale(database: Database.Database, now: number): Readonly<Record<string, number>> {
  const count = (sql: string, ...values: readonly number[]) =>
    database
      .prepare(sql)
      .pluck()
      .get(...values) as number
  const counts = {
    'jobs that are due': count('select count(*) from jobs where due_at <= ?', now),
    'sessions that have expired': count('select count(*) from sessions where expires_at <= ?', now),
    'offers that have run out': count('select count(*) from queue_entries where offer_until <= ?', now),
    'offers that were let pass an hour ago': count('select count(*) from queue_passes where at <= ?', now - HOUR),
    'transfers that have run out': count('select count(*) from conversations where transfer_until <= ?', now),
    'conversations that should have come back': count(
      'select count(*) from conversations where snoozed_until <= ?',
      now,
    ),
  }
  return Object.fromEntries(Object.entries(counts).filter(([, many]) => many > 0))
}
