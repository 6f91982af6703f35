import type { Explanation } from '../../domain/explanation.ts'
import type { HandoffCard } from '../../domain/handoff.ts'
import type { MessageBody } from '../../domain/message.ts'
import { searchableText } from '../../domain/search/searchable.ts'
import { tokenise } from '../../domain/search/tokens.ts'
import { atomically } from '../atomically.ts'
import { markChanged } from '../figures/mark.ts'
import { readQuestions } from '../questions/read-questions.ts'
import type { MessageRow, SearchFacetRow } from '../schema/rows-talk.ts'
import type { Db } from '../schema.ts'
import type { IndexedMessage, Words } from './words.ts'

/** Conversations that one round looks at. */
const CONVERSATIONS = 50

/** How far a conversation is read in one round. */
interface Stretch {
  readonly id: string
  readonly after: number
  readonly upTo: number
}

export async function catchUp(db: Db, words: Words, limit: number): Promise<number> {
  const stretches = await findStretches(db, limit)
  if (stretches.length === 0) return 0

  if (words.locksMessages) {
    await atomically(db, (trx) => readStretches(trx, words, stretches))
    // Apart from the reading: whoever writes a message waits for this row, and must not wait for the index. A crash before it
    // makes the same messages be read again.
    await atomically(db, (trx) => markRead(trx, stretches))
  } else {
    // One writer at a time: two commits would keep everybody waiting twice.
    await atomically(db, async (trx) => {
      await readStretches(trx, words, stretches)
      await markRead(trx, stretches)
    })
  }
  return stretches.reduce((sum, { after, upTo }) => sum + upTo - after, 0)
}

async function markRead(trx: Db, stretches: readonly Stretch[]): Promise<void> {
  for (const { id, upTo } of stretches) {
    await trx
      .updateTable('conversations')
      .set({ indexed_seq: upTo })
      .where('id', '=', id)
      .where('indexed_seq', '<', upTo)
      .execute()
  }
}

/** In the order of their ids, in which the message log locks them too. */
async function findStretches(db: Db, limit: number): Promise<readonly Stretch[]> {
  const rows = await db
    .selectFrom('conversations')
    .select(['id', 'indexed_seq', 'last_seq'])
    .whereRef('indexed_seq', '<', 'last_seq')
    .orderBy('id')
    .limit(CONVERSATIONS)
    .execute()
  let left = limit
  return rows.flatMap((row): readonly Stretch[] => {
    const upTo = Math.min(row.last_seq, row.indexed_seq + left)
    left -= upTo - row.indexed_seq
    return upTo > row.indexed_seq ? [{ id: row.id, after: row.indexed_seq, upTo }] : []
  })
}

async function readStretches(trx: Db, words: Words, stretches: readonly Stretch[]): Promise<void> {
  await addConversations(
    trx,
    stretches.map((one) => one.id),
  )
  const query = trx
    .selectFrom('messages')
    .selectAll()
    .where(({ and, eb, or }) =>
      or(
        stretches.map(({ id, after, upTo }) =>
          and([eb('conversation_id', '=', id), eb('seq', '>', after), eb('seq', '<=', upTo)]),
        ),
      ),
    )
    .orderBy('conversation_id')
    .orderBy('seq')
  // What is recalled meanwhile waits, and is taken out after it was put in.
  const rows = await (words.locksMessages ? query.forShare() : query).execute()
  await words.write(trx, rows.map(toIndexed))
  await learn(trx, stretches, rows)
  // What is counted follows what is read: the messages themselves are stored without a thought of it.
  await markChanged(
    trx,
    stretches.map((one) => one.id),
  )
  await readQuestions(trx, rows)
}

/** Reads one message anew. */
export async function readAgain(db: Db, words: Words, id: string, seq: number): Promise<void> {
  await atomically(db, async (trx) => {
    const row = await trx
      .selectFrom('messages')
      .selectAll()
      .where('conversation_id', '=', id)
      .where('seq', '=', seq)
      .executeTakeFirst()
    if (!row) return

    await addConversations(trx, [id])
    await words.write(trx, [toIndexed(row)])
    await markChanged(trx, [id])
    await readQuestions(trx, [row])
  })
}

async function addConversations(trx: Db, ids: readonly string[]): Promise<void> {
  await trx
    .insertInto('search_conversations')
    .values(ids.map((id) => ({ conversation_id: id, noted: 0 })))
    .onConflict((conflict) => conflict.column('conversation_id').doNothing())
    .execute()
}

function toIndexed(row: MessageRow): IndexedMessage {
  const text = searchableText(JSON.parse(row.body) as MessageBody)
  return { conversationId: row.conversation_id, seq: row.seq, tokens: tokenise(text) }
}

/** Keeps what lists are filtered by, and what would take reading every message to find out. */
async function learn(trx: Db, stretches: readonly Stretch[], rows: readonly MessageRow[]): Promise<void> {
  const noted = [...new Set(rows.filter(isNote).map((row) => row.conversation_id))]
  if (noted.length > 0) {
    await trx.updateTable('search_conversations').set({ noted: 1 }).where('conversation_id', 'in', noted).execute()
  }
  const entries = await trx
    .selectFrom('queue_entries')
    .select(['conversation_id', 'card'])
    .where(
      'conversation_id',
      'in',
      stretches.map((one) => one.id),
    )
    .execute()
  const weighed = entries.flatMap(({ conversation_id, card }) => {
    const [best] = (JSON.parse(card) as HandoffCard).intents
    return best ? [{ conversation_id, kind: 'intent' as const, value: best.intent }] : []
  })
  const facets = [...weighed, ...rows.flatMap(facetsOf)]
  if (facets.length === 0) return

  await trx
    .insertInto('search_facets')
    .values(facets)
    .onConflict((conflict) => conflict.columns(['kind', 'value', 'conversation_id']).doNothing())
    .execute()
}

function isNote(row: MessageRow): boolean {
  return (JSON.parse(row.body) as MessageBody).kind === 'note'
}

function facetsOf(row: MessageRow): readonly SearchFacetRow[] {
  const { conversation_id, author_id } = row
  if (row.author_kind === 'agent' && author_id !== null && !isNote(row)) {
    return [{ conversation_id, kind: 'agent', value: author_id }]
  }
  const [best] = row.explanation === null ? [] : (JSON.parse(row.explanation) as Explanation).candidates
  return best ? [{ conversation_id, kind: 'intent', value: best.intent }] : []
}
