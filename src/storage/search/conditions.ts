import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { HistoryFilter } from '../../domain/search/history.ts'
import { toPhrases } from '../../domain/search/tokens.ts'
import type { Schema } from '../schema.ts'
import type { Words } from './words.ts'

type Where = ExpressionBuilder<Schema, 'conversations'>

/** What has to hold of a conversation. */
export function conditionsOf(where: Where, filter: HistoryFilter, words: Words): Expression<SqlBool> {
  return where.and([
    where('last_seq', '>', 0),
    ...wordsHold(where, filter, words),
    ...ownHold(where, filter),
    ...customerHolds(where, filter),
    ...pastHolds(where, filter),
  ])
}

function wordsHold(where: Where, { query }: HistoryFilter, words: Words): readonly Expression<SqlBool>[] {
  if (query === undefined) return []

  const phrases = toPhrases(query)
  // Nothing but signs: nobody can have said it.
  if (phrases.length === 0) return [sql<SqlBool>`1 = 0`]
  return phrases.map((phrase) => where('id', 'in', words.conversationsWith(phrase) as never))
}

/** What stands in the conversation's own row. */
function ownHold(where: Where, { from, to, rating, status }: HistoryFilter): readonly Expression<SqlBool>[] {
  return [
    ...(from === undefined ? [] : [where('updated_at', '>=', from)]),
    ...(to === undefined ? [] : [where('created_at', '<=', to)]),
    ...(rating === 'none' ? [where('rating_score', 'is', null)] : []),
    ...(rating === 'bad' ? [where('rating_score', '<=', 2)] : []),
    ...(typeof rating === 'number' ? [where('rating_score', '=', rating)] : []),
    ...(status === 'unresolved' ? [where('status', '<>', 'resolved')] : []),
    ...(status !== undefined && status !== 'unresolved' ? [where('status', '=', status)] : []),
  ]
}

function customerHolds(where: Where, { tag, tier }: HistoryFilter): readonly Expression<SqlBool>[] {
  const of = (holds: Expression<SqlBool>) =>
    where.exists(
      where
        .selectFrom('customers')
        .select('customers.id')
        .whereRef('customers.id', '=', 'conversations.customer_id')
        .where(() => holds),
    )
  return [
    ...(tier === undefined ? [] : [of(sql<SqlBool>`customers.tier = ${tier}`)]),
    ...(tag === undefined ? [] : [of(sql<SqlBool>`customers.tags like ${toPattern(tag)} escape '!'`)]),
  ]
}

/** Tags are a list in JSON. */
function toPattern(tag: string): string {
  return `%${JSON.stringify(tag).replace(/[!%_]/g, '!$&')}%`
}

/** What has happened in it. */
function pastHolds(where: Where, filter: HistoryFilter): readonly Expression<SqlBool>[] {
  const { agentId, intent, reason, label, noted } = filter
  const isIn = (ids: Expression<unknown>) => where('id', 'in', ids as never)
  const facet = (kind: 'agent' | 'intent', value: string) =>
    isIn(sql`(select conversation_id from search_facets where kind = ${kind} and value = ${value})`)
  return [
    ...(agentId === undefined
      ? []
      : [
          where.or([
            where('agent_id', '=', agentId),
            isIn(sql`(select conversation_id from queue_entries where agent_id = ${agentId})`),
            facet('agent', agentId),
          ]),
        ]),
    ...(intent === undefined ? [] : [facet('intent', intent)]),
    ...(reason === undefined ? [] : [isIn(sql`(select conversation_id from queue_entries where reason = ${reason})`)]),
    ...(label === undefined
      ? []
      : [isIn(sql`(select conversation_id from conversation_labels where label_id = ${label})`)]),
    ...(noted ? [isIn(sql`(select conversation_id from search_conversations where noted = 1)`)] : []),
  ]
}
