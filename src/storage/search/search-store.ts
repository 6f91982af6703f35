import type { Conversation } from '../../domain/conversation.ts'
import { toExcerpt } from '../../domain/search/excerpt.ts'
import type { Found, HistoryCursor, HistoryFilter, Hit } from '../../domain/search/history.ts'
import { searchableText } from '../../domain/search/searchable.ts'
import { type Phrase, toPhrases } from '../../domain/search/tokens.ts'
import type { SearchStore } from '../../ports/history.ts'
import type { Engine } from '../migrations.ts'
import { toConversation, toMessage } from '../rows.ts'
import type { Db } from '../schema.ts'
import { conditionsOf } from './conditions.ts'
import { postgresWords } from './postgres-words.ts'
import { catchUp, readAgain } from './read-messages.ts'
import { sqliteWords } from './sqlite-words.ts'
import type { Words } from './words.ts'

/** Messages shown of one conversation. */
const HITS = 3

export function searchStore(db: Db, engine: Engine): SearchStore {
  const words = engine === 'sqlite' ? sqliteWords : postgresWords
  return {
    catchUp: (limit) => catchUp(db, words, limit),
    countBehind: async (atMost) => {
      const behind = db.selectFrom('conversations').select('id').whereRef('indexed_seq', '<', 'last_seq').limit(atMost)
      const row = await db
        .selectFrom(behind.as('behind'))
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },
    forget: (id, seq) => readAgain(db, words, id, seq),
    find: async (filter, page) => {
      const conversations = await list(db, words, filter, page)
      const hits = await findHits(db, words, conversations, toPhrases(filter.query ?? ''))
      const agents = await findAgents(db, conversations)
      return conversations.map((conversation): Found => {
        const { id } = conversation
        return { conversation, hits: hits.get(id) ?? [], agentIds: agents.get(id) ?? [] }
      })
    },
    count: async (filter, atMost) => {
      const found = db
        .selectFrom('conversations')
        .select('id')
        .where((where) => conditionsOf(where, filter, words))
        .limit(atMost)
      const row = await db
        .selectFrom(found.as('found'))
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },
  }
}

async function list(
  db: Db,
  words: Words,
  filter: HistoryFilter,
  { after, limit }: { after?: HistoryCursor; limit: number },
): Promise<readonly Conversation[]> {
  let query = db
    .selectFrom('conversations')
    .selectAll()
    .where((where) => conditionsOf(where, filter, words))
  if (after) {
    query = query.where((where) =>
      where.or([
        where('created_at', '<', after.createdAt),
        where.and([where('created_at', '=', after.createdAt), where('id', '<', after.id)]),
      ]),
    )
  }
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(toConversation)
}

async function findHits(
  db: Db,
  words: Words,
  conversations: readonly Conversation[],
  phrases: readonly Phrase[],
): Promise<ReadonlyMap<string, readonly Hit[]>> {
  const hits = new Map<string, Hit[]>()
  if (conversations.length === 0 || phrases.length === 0) return hits

  const ids = conversations.map((one) => one.id)
  const places = await words.bestIn(db, ids, phrases, HITS)
  if (places.length === 0) return hits

  const rows = await db
    .selectFrom('messages')
    .selectAll()
    .where((where) =>
      where.or(
        places.map(({ conversationId, seq }) =>
          where.and([where('conversation_id', '=', conversationId), where('seq', '=', seq)]),
        ),
      ),
    )
    .execute()
  const messages = new Map(rows.map((row) => [`${row.conversation_id}.${row.seq}`, toMessage(row)]))
  for (const { conversationId, seq } of places) {
    const message = messages.get(`${conversationId}.${seq}`)
    if (!message) continue

    const { author, body, at } = message
    const hit = { seq, author, at, note: body.kind === 'note', excerpt: toExcerpt(searchableText(body), phrases) }
    hits.set(conversationId, [...(hits.get(conversationId) ?? []), hit])
  }
  return hits
}

async function findAgents(
  db: Db,
  conversations: readonly Conversation[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (conversations.length === 0) return new Map()

  const rows = await db
    .selectFrom('search_facets')
    .select(['conversation_id', 'value'])
    .where('kind', '=', 'agent')
    .where(
      'conversation_id',
      'in',
      conversations.map((one) => one.id),
    )
    .orderBy('value')
    .execute()
  const agents = new Map<string, readonly string[]>()
  for (const { conversation_id, value } of rows) {
    agents.set(conversation_id, [...(agents.get(conversation_id) ?? []), value])
  }
  return agents
}
