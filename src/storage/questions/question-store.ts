import type { ExpressionBuilder } from 'kysely'
import type { QuestionKey } from '../../domain/mining/kept-question.ts'
import type { QuestionFilter, QuestionStore } from '../../ports/questions.ts'
import { atomically } from '../atomically.ts'
import type { Db, Schema } from '../schema.ts'
import { toQuestion, toQuestionRow } from './question-rows.ts'

/** Keys in one statement. */
const AT_ONCE = 200

export function questionStore(db: Db): QuestionStore {
  return {
    list: async (filter, limit) => {
      const rows = await matching(db, filter)
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('conversation_id')
        .orderBy('seq')
        .limit(limit)
        .execute()
      return rows.map(toQuestion)
    },
    count: async (filter, atMost) => {
      const some = matching(db, filter).select('seq').limit(atMost)
      const row = await db
        .selectFrom(some.as('some'))
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },
    findAll: async (keys) => {
      const rows = await inPartsOf(keys, (part) =>
        db.selectFrom('questions').selectAll().where(isOneOf(part)).execute(),
      )
      return rows.map(toQuestion)
    },
    teach: async (question) => {
      const row = toQuestionRow(question)
      const { conversation_id: _, seq: __, ...rest } = row
      await db
        .insertInto('questions')
        .values(row)
        .onConflict((conflict) => conflict.columns(['conversation_id', 'seq']).doUpdateSet(rest))
        .execute()
    },
    settle: (keys, settlement) =>
      atomically(db, async (trx) => {
        const changed = await inPartsOf(keys, (part) =>
          trx
            .updateTable('questions')
            .set({
              state: settlement?.state ?? 'open',
              settled_by: settlement?.by ?? null,
              settled_at: settlement?.at ?? null,
              intent: settlement?.intent ?? null,
            })
            .where(isOneOf(part))
            .where('state', settlement ? '=' : '<>', 'open')
            .returning('seq')
            .execute(),
        )
        return changed.length
      }),
  }
}

function matching(db: Db, { state, kinds, from, to }: QuestionFilter) {
  let query = db.selectFrom('questions').where('state', '=', state).where('at', '>=', from)
  if (to !== undefined) query = query.where('at', '<', to)
  if (kinds !== undefined) query = query.where('kind', 'in', kinds)
  return query
}

function isOneOf(keys: readonly QuestionKey[]) {
  return ({ and, eb, or }: ExpressionBuilder<Schema, 'questions'>) =>
    or(keys.map(({ conversationId, seq }) => and([eb('conversation_id', '=', conversationId), eb('seq', '=', seq)])))
}

async function inPartsOf<T>(
  keys: readonly QuestionKey[],
  ask: (part: readonly QuestionKey[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const found: T[] = []
  for (let at = 0; at < keys.length; at += AT_ONCE) found.push(...(await ask(keys.slice(at, at + AT_ONCE))))
  return found
}
