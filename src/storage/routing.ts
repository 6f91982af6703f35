import { sql } from 'kysely'
import type { RoutingStore } from '../ports/queue.ts'
import { ASSIGNED, WAITING } from './literals.ts'
import { move, takeFor } from './queue-moves.ts'
import type { Db } from './schema.ts'

export function routingStore(db: Db): RoutingStore {
  return { ...offers(db), ...passes(db), ...transfers(db) }
}

type Offers = Pick<RoutingStore, 'offer' | 'endOffer' | 'listOffers' | 'listLastAgents' | 'listLastAssigned'>

function offers(db: Db): Offers {
  return {
    offer: async (id, agentId, until) => {
      const row = await db
        .updateTable('queue_entries')
        .set({ offered_to: agentId, offer_until: until })
        .where('conversation_id', '=', id)
        .where('state', '=', WAITING)
        .where('offered_to', 'is', null)
        .returning('conversation_id')
        .executeTakeFirst()
      return row !== undefined
    },
    endOffer: async (id, agentId) => {
      const row = await db
        .updateTable('queue_entries')
        .set({ offered_to: null, offer_until: null })
        .where('conversation_id', '=', id)
        .where('state', '=', WAITING)
        .where('offered_to', '=', agentId)
        .returning('conversation_id')
        .executeTakeFirst()
      return row !== undefined
    },
    listOffers: async () => {
      const rows = await db
        .selectFrom('queue_entries')
        .select(['conversation_id', 'offered_to', 'offer_until'])
        .where('state', '=', WAITING)
        .where('offered_to', 'is not', null)
        .execute()
      return rows.map((row) => ({
        conversationId: row.conversation_id,
        agentId: row.offered_to ?? '',
        until: row.offer_until ?? 0,
      }))
    },
    listLastAgents: async (ids) => {
      if (ids.length === 0) return new Map()
      const rows = await db
        .selectFrom('conversations as now')
        .innerJoin('conversations as before', 'before.customer_id', 'now.customer_id')
        .innerJoin('queue_entries as e', 'e.conversation_id', 'before.id')
        .select(['now.id', 'e.agent_id'])
        .where('now.id', 'in', ids)
        .where('e.state', '=', 'done')
        .where('e.agent_id', 'is not', null)
        .orderBy('e.claimed_at')
        .execute()
      return new Map(rows.map((row) => [row.id, row.agent_id ?? '']))
    },
    listLastAssigned: async () => {
      const rows = await db.selectFrom('agents').select(['id', 'last_assigned_at']).execute()
      return new Map(rows.map((row) => [row.id, row.last_assigned_at]))
    },
  }
}

type Passes = Pick<RoutingStore, 'notePass' | 'listPasses' | 'forgetPasses' | 'countMiss' | 'forgiveMisses'>

function passes(db: Db): Passes {
  return {
    notePass: async (id, agentId, at) => {
      await db
        .insertInto('queue_passes')
        .values({ conversation_id: id, agent_id: agentId, at })
        .onConflict((conflict) => conflict.columns(['conversation_id', 'agent_id']).doUpdateSet({ at }))
        .execute()
    },
    listPasses: async (ids, since) => {
      if (ids.length === 0) return []
      const rows = await db
        .selectFrom('queue_passes')
        .selectAll()
        .where('conversation_id', 'in', ids)
        .where('at', '>', since)
        .execute()
      return rows.map((row) => ({ conversationId: row.conversation_id, agentId: row.agent_id }))
    },
    forgetPasses: async (before) => {
      await db.deleteFrom('queue_passes').where('at', '<', before).execute()
    },
    countMiss: async (agentId) => {
      const row = await db
        .updateTable('agents')
        .set({ missed: sql<number>`missed + 1` })
        .where('id', '=', agentId)
        .returning('missed')
        .executeTakeFirst()
      return row?.missed ?? 0
    },
    forgiveMisses: async (agentId) => {
      await db.updateTable('agents').set({ missed: 0 }).where('id', '=', agentId).execute()
    },
  }
}

type Transfers = Pick<RoutingStore, 'proposeTransfer' | 'acceptTransfer' | 'endTransfer' | 'listLateTransfers'>

function transfers(db: Db): Transfers {
  return {
    proposeTransfer: async (id, from, to, until) => {
      const row = await db
        .updateTable('conversations')
        .set({ transfer_to: to, transfer_until: until })
        .where('id', '=', id)
        .where('status', '=', ASSIGNED)
        .where('agent_id', '=', from)
        .where('transfer_to', 'is', null)
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },
    acceptTransfer: (id, to, at, limit) =>
      takeFor(db, { agentId: to, at, limit }, (trx) =>
        move(trx, {
          id,
          when: { status: 'assigned' },
          unless: sql<boolean>`transfer_to is null or transfer_to <> ${to} or transfer_until <= ${at}`,
          conversation: { agent_id: to, updated_at: at },
          entry: { agent_id: to, claimed_at: at },
        }),
      ),
    endTransfer: async (id, to) => {
      const row = await db
        .updateTable('conversations')
        .set({ transfer_to: null, transfer_until: null })
        .where('id', '=', id)
        .where('transfer_to', '=', to)
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },
    listLateTransfers: async (now) => {
      const rows = await db
        .selectFrom('conversations')
        .select(['id', 'transfer_to'])
        .where('transfer_to', 'is not', null)
        .where('transfer_until', '<=', now)
        .execute()
      return rows.map((row) => ({ conversationId: row.id, agentId: row.transfer_to ?? '' }))
    },
  }
}
