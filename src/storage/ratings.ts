import { sql } from 'kysely'
import type { Rating, RatingDraft, RatingReason, RatingTarget } from '../domain/rating.ts'
import type { RatingOutcome, RatingStore } from '../ports/follow-ups.ts'
import { atomically } from './atomically.ts'
import { markChanged } from './figures/mark.ts'
import type { RatingRow } from './schema/rows-talk.ts'
import type { Db } from './schema.ts'

/** A conversation in which the bot gave an answer: calling a person and telling of a case are none. */
const BOT_ANSWERED = sql<boolean>`exists (select 1 from messages m where m.conversation_id = conversations.id
  and m.author_kind = 'bot' and (m.explanation is null
    or (m.explanation not like '%"rule":"handoff%' and m.explanation not like '%"rule":"case:changed%')))`

const BOT_UNRATED = sql<boolean>`not exists (select 1 from ratings r
  where r.conversation_id = conversations.id and r.target = 'bot')`

export function ratingStore(db: Db): RatingStore {
  return {
    submit: (draft, correctMilliseconds) => atomically(db, (trx) => submit(trx, draft, correctMilliseconds)),
    listOf: async (id) => {
      const rows = await db
        .selectFrom('ratings')
        .selectAll()
        .where('conversation_id', '=', id)
        .orderBy('target')
        .execute()
      return rows.map(toRating)
    },
    askAboutBot: ({ since, until, at }, limit) =>
      atomically(db, async (trx) => {
        const asked = await sql<{ id: string }>`
        update conversations set asked_rating = 'bot', asked_at = ${at}
        where status = 'bot' and id in (
          select id from conversations
          where status = 'bot' and last_seq > 0 and updated_at > ${since} and updated_at <= ${until}
            and (asked_at is null or asked_at < updated_at) and ${BOT_UNRATED} and ${BOT_ANSWERED}
          order by updated_at limit ${limit})
        and (asked_at is null or asked_at < updated_at)
        returning id`.execute(trx)
        const ids = asked.rows.map(({ id }) => id)
        await markChanged(trx, ids)
        return ids
      }),
  }
}

async function submit(db: Db, draft: RatingDraft, correctMilliseconds: number): Promise<RatingOutcome> {
  if (!(await isRatable(db, draft))) return 'refused'

  const before = await find(db, draft)
  const row = await write(db, draft, correctMilliseconds)
  if (!row) return before && isSame(before, draft) ? 'same' : 'settled'

  await settle(db, draft)
  await markChanged(db, [draft.conversationId])
  return before ? 'corrected' : 'stored'
}

/** Locks the conversation's row, so that of two ratings at once the second sees the first. */
async function isRatable(db: Db, { conversationId, target }: RatingDraft): Promise<boolean> {
  let query = db
    .updateTable('conversations')
    .set((set) => ({ asked_at: set.ref('asked_at') }))
    .where('id', '=', conversationId)
    .where('status', 'in', target === 'agent' ? ['resolved'] : ['resolved', 'bot'])
  if (target === 'bot') query = query.where(BOT_ANSWERED)
  return (await query.returning('id').executeTakeFirst()) !== undefined
}

function find(db: Db, { conversationId, target }: RatingDraft): Promise<RatingRow | undefined> {
  return db
    .selectFrom('ratings')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('target', '=', target)
    .executeTakeFirst()
}

async function write(db: Db, draft: RatingDraft, correctMilliseconds: number): Promise<{ at: number } | undefined> {
  const { conversationId: id, target, score, comment, at } = draft
  const reasons = JSON.stringify(draft.reasons)
  const served = sql<string | null>`(select q.agent_id from queue_entries q where q.conversation_id = ${id}
    and q.agent_id is not null order by q.enqueued_at desc limit 1)`
  const written = await sql<{ at: number }>`
    insert into ratings (conversation_id, target, agent_id, score, reasons, comment, at)
    values (${id}, ${target}, ${target === 'agent' ? served : null}, ${score}, ${reasons}, ${comment}, ${at})
    on conflict (conversation_id, target) do update set score = excluded.score, reasons = excluded.reasons,
      comment = excluded.comment where ratings.at > ${at - correctMilliseconds}
    returning at`.execute(db)
  return written.rows[0]
}

/** The list reads the person's rating from the conversation; after it, 小二 is asked about where it had answered. */
async function settle(db: Db, { conversationId: id, target, score, comment, at }: RatingDraft): Promise<void> {
  const next = sql<string | null>`case when ${BOT_UNRATED} and ${BOT_ANSWERED} then 'bot' end`
  await db
    .updateTable('conversations')
    .set(
      target === 'agent'
        ? { rating_score: score, rating_comment: comment, rated_at: at, asked_rating: next }
        : { asked_rating: null },
    )
    .where('id', '=', id)
    .execute()
}

function isSame(row: RatingRow, draft: RatingDraft): boolean {
  return row.score === draft.score && row.comment === draft.comment && row.reasons === JSON.stringify(draft.reasons)
}

export function toRating(row: RatingRow): Rating {
  return {
    conversationId: row.conversation_id,
    target: row.target as RatingTarget,
    ...(row.agent_id !== null && { agentId: row.agent_id }),
    score: row.score,
    reasons: JSON.parse(row.reasons) as RatingReason[],
    comment: row.comment,
    at: row.at,
  }
}
