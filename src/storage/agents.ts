import { AppError } from '../domain/errors.ts'
import type { AccessStore, AgentStore } from '../ports/storage.ts'
import { atomically } from './atomically.ts'
import { toAgent } from './rows.ts'
import type { AgentRow } from './schema/rows-people.ts'
import type { Db } from './schema.ts'

export function agentStore(db: Db): AgentStore {
  return {
    create: async (agent, passwordHash) => {
      const row: AgentRow = {
        id: agent.id,
        login: agent.login,
        name: agent.name,
        role: agent.role,
        active: agent.active ? 1 : 0,
        presence: agent.presence,
        password_hash: passwordHash,
        created_at: agent.createdAt,
        groups: JSON.stringify(agent.groups),
        capacity: agent.limit ?? null,
        last_assigned_at: 0,
        missed: 0,
      }
      const stored = await db
        .insertInto('agents')
        .values(row)
        .onConflict((conflict) => conflict.column('login').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!stored) throw new AppError('login_taken')
    },
    find: async (id) => {
      const row = await db.selectFrom('agents').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toAgent(row)
    },
    findCredentials: async (login) => {
      const row = await db.selectFrom('agents').selectAll().where('login', '=', login).executeTakeFirst()
      return row && { agent: toAgent(row), passwordHash: row.password_hash }
    },
    list: async () => {
      const rows = await db.selectFrom('agents').selectAll().orderBy('created_at').execute()
      return rows.map(toAgent)
    },
    update: async (id, { role, active, presence, groups, limit }) => {
      const columns: Partial<AgentRow> = {
        // SQL knows no update that sets nothing.
        id,
        ...(role && { role }),
        ...(active !== undefined && { active: active ? 1 : 0 }),
        ...(presence && { presence }),
        ...(groups && { groups: JSON.stringify(groups) }),
        ...(limit !== undefined && { capacity: limit }),
      }
      const endsOwnership = (role !== undefined && role !== 'owner') || active === false
      const row = endsOwnership ? await updateUnlessLastOwner(db, id, columns) : await updateRow(db, id, columns)
      if (row) return toAgent(row)

      const known = await db.selectFrom('agents').select('id').where('id', '=', id).executeTakeFirst()
      throw new AppError(known ? 'last_owner' : 'agent_not_found')
    },
    setPassword: async (id, passwordHash) => {
      await db.updateTable('agents').set({ password_hash: passwordHash }).where('id', '=', id).execute()
    },
  }
}

function updateRow(db: Db, id: string, columns: Partial<AgentRow>): Promise<AgentRow | undefined> {
  return db.updateTable('agents').set(columns).where('id', '=', id).returningAll().executeTakeFirst()
}

function updateUnlessLastOwner(db: Db, id: string, columns: Partial<AgentRow>): Promise<AgentRow | undefined> {
  return atomically(db, async (trx) => {
    // Takes the row of every owner: of two who remove each other at once, the second waits and sees what the first has left.
    const owners = await trx
      .updateTable('agents')
      .set({ role: 'owner' })
      .where('role', '=', 'owner')
      .where('active', '=', 1)
      .returning('id')
      .execute()
    const isLast = owners.length === 1 && owners[0]?.id === id
    return isLast ? undefined : updateRow(trx, id, columns)
  })
}

export function accessStore(db: Db): AccessStore {
  return {
    createSession: async (hash, agentId, { at, expiresAt }) => {
      await db.insertInto('sessions').values({ hash, agent_id: agentId, expires_at: expiresAt, used_at: at }).execute()
    },
    findSession: async (hash, now, usedSince) => {
      const row = await db
        .selectFrom('sessions')
        .innerJoin('agents', 'agents.id', 'sessions.agent_id')
        .selectAll('agents')
        .select('sessions.used_at')
        .where('hash', '=', hash)
        .where('expires_at', '>', now)
        .where('used_at', '>', usedSince)
        .where('active', '=', 1)
        .executeTakeFirst()
      return row && { agent: toAgent(row), usedAt: row.used_at }
    },
    listSessions: async (now, usedSince) => {
      const rows = await db
        .selectFrom('sessions')
        .select(['agent_id', 'used_at', 'expires_at'])
        .where('expires_at', '>', now)
        .where('used_at', '>', usedSince)
        .orderBy('used_at', 'desc')
        .execute()
      return rows.map((row) => ({ agentId: row.agent_id, usedAt: row.used_at, expiresAt: row.expires_at }))
    },
    touchSession: async (hash, at) => {
      await db.updateTable('sessions').set({ used_at: at }).where('hash', '=', hash).where('used_at', '<', at).execute()
    },
    endSession: async (hash) => {
      await db.deleteFrom('sessions').where('hash', '=', hash).execute()
    },
    endSessionsOf: async (agentId) => {
      await db.deleteFrom('sessions').where('agent_id', '=', agentId).execute()
    },
    endStale: async (now, usedSince) => {
      const rows = await db
        .deleteFrom('sessions')
        .where(({ or, eb }) => or([eb('expires_at', '<=', now), eb('used_at', '<=', usedSince)]))
        .returning(['hash', 'agent_id'])
        .execute()
      return rows.map(({ hash, agent_id }) => ({ hash, agentId: agent_id }))
    },
    createInvite: async (hash, { role, createdBy, expiresAt }) => {
      await db
        .insertInto('invites')
        .values({ hash, role, created_by: createdBy ?? null, expires_at: expiresAt, used_at: null })
        .execute()
    },
    findInvite: async (hash, now) => {
      const row = await db
        .selectFrom('invites')
        .selectAll()
        .where('hash', '=', hash)
        .where('expires_at', '>', now)
        .where('used_at', 'is', null)
        .executeTakeFirst()
      if (!row) return undefined

      return {
        role: toAgentRole(row.role),
        expiresAt: row.expires_at,
        ...(row.created_by !== null && { createdBy: row.created_by }),
      }
    },
    useInvite: async (hash, now) => {
      const row = await db
        .updateTable('invites')
        .set({ used_at: now })
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returning('hash')
        .executeTakeFirst()
      return row !== undefined
    },
  }
}

function toAgentRole(role: string) {
  return role === 'owner' || role === 'supervisor' ? role : 'agent'
}
