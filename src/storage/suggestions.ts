import type { Suggestion, SuggestionDraft, SuggestionOutcome } from '../domain/suggestion.ts'
import type { SuggestionStore } from '../ports/storage.ts'
import { shownTo } from './assist.ts'
import { atomically } from './atomically.ts'
import { markChanged } from './figures/mark.ts'
import { toSuggestion } from './rows.ts'
import type { SuggestionRow } from './schema/rows-desk.ts'
import type { Db } from './schema.ts'

export function suggestionStore(db: Db): SuggestionStore {
  return {
    offer: (drafts, at) => atomically(db, (trx) => offer(trx, drafts, at)),
    find: async (id) => {
      const row = await db.selectFrom('suggestions').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toSuggestion(row)
    },
    listOffered: async (id) => {
      const rows = await db
        .selectFrom('suggestions')
        .selectAll()
        .where('conversation_id', '=', id)
        .where('status', '=', 'offered')
        .orderBy('rank')
        .execute()
      return rows.map(toSuggestion)
    },
    decide: (id, outcome) =>
      atomically(db, async (trx) => {
        const decided = await trx
          .updateTable('suggestions')
          .set(toColumns(outcome))
          .$if(outcome.status === 'adopted' || outcome.status === 'edited' || outcome.status === 'ignored', (update) =>
            // Whoever decides on it has seen it, whether or not the browser came to say so.
            update.set(shownTo('agentId' in outcome ? outcome.agentId : '', 'at' in outcome ? outcome.at : 0)),
          )
          .where('id', '=', id)
          .where('status', '=', 'offered')
          .returning('conversation_id')
          .executeTakeFirst()
        if (decided) await markChanged(trx, [decided.conversation_id])
        return decided !== undefined
      }),
    expire: async (id, exceptHeardSeq, at) => {
      let query = db
        .updateTable('suggestions')
        .set({ status: 'expired', decided_at: at, sends_at: null })
        .where('conversation_id', '=', id)
        .where('status', '=', 'offered')
      if (exceptHeardSeq !== undefined) query = query.where('heard_seq', '<>', exceptHeardSeq)
      return (await query.returningAll().execute()).map(toSuggestion)
    },
    hold: async (id) => {
      const rows = await db
        .updateTable('suggestions')
        .set({ sends_at: null })
        .where('conversation_id', '=', id)
        .where('status', '=', 'offered')
        .where('sends_at', 'is not', null)
        .returningAll()
        .execute()
      return rows.map(toSuggestion)
    },
  }
}

async function offer(db: Db, drafts: readonly SuggestionDraft[], at: number): Promise<readonly Suggestion[]> {
  const [first] = drafts
  if (!first) return []

  await db
    .insertInto('suggestions')
    .values(drafts.map((draft) => newRow(draft, at)))
    .onConflict((conflict) => conflict.columns(['conversation_id', 'heard_seq', 'rank']).doNothing())
    .execute()
  const rows = await db
    .selectFrom('suggestions')
    .selectAll()
    .where('conversation_id', '=', first.conversationId)
    .where('heard_seq', '=', first.heardSeq)
    .orderBy('rank')
    .execute()
  await markChanged(db, [first.conversationId])
  return rows.map(toSuggestion)
}

function newRow(draft: SuggestionDraft, at: number): SuggestionRow {
  return {
    id: `${draft.conversationId}.${draft.heardSeq}.${draft.rank}`,
    conversation_id: draft.conversationId,
    heard_seq: draft.heardSeq,
    rank: draft.rank,
    intent: draft.intent,
    title: draft.title,
    text: draft.text,
    confidence: draft.confidence,
    evidence: JSON.stringify(draft.evidence),
    source: draft.source,
    sureness: draft.sureness,
    shown_at: null,
    shown_to: null,
    edit_distance: null,
    edit_share: null,
    sends_at: draft.sendsAt ?? null,
    status: 'offered',
    sent_text: null,
    reason: null,
    agent_id: null,
    created_at: at,
    decided_at: null,
  }
}

function toColumns(outcome: SuggestionOutcome): Partial<SuggestionRow> {
  if (outcome.status === 'offered') return { status: 'offered' }

  return {
    status: outcome.status,
    decided_at: outcome.at,
    sends_at: null,
    ...('sentText' in outcome && { sent_text: outcome.sentText }),
    ...('reason' in outcome && { reason: outcome.reason }),
    ...('agentId' in outcome && { agent_id: outcome.agentId }),
    ...('distance' in outcome && { edit_distance: outcome.distance, edit_share: outcome.share }),
  }
}
