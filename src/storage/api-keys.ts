import type { ApiKey, ApiScope } from '../domain/api-key.ts'
import type { ApiKeyStore } from '../ports/webhooks.ts'
import type { ApiKeyRow } from './schema/rows-webhooks.ts'
import type { Db } from './schema.ts'

export function apiKeyStore(db: Db): ApiKeyStore {
  return {
    list: async () => {
      const rows = await db.selectFrom('api_keys').selectAll().orderBy('created_at', 'desc').orderBy('id').execute()
      return rows.map(toKey)
    },
    create: async (key, hash) => {
      await db
        .insertInto('api_keys')
        .values({
          id: key.id,
          hash,
          name: key.name,
          prefix: key.prefix,
          scopes: JSON.stringify(key.scopes),
          created_by: key.createdBy,
          created_at: key.createdAt,
          expires_at: key.expiresAt ?? null,
          used_at: null,
          revoked_at: null,
        })
        .execute()
    },
    findByHash: async (hash) => {
      const row = await db.selectFrom('api_keys').selectAll().where('hash', '=', hash).executeTakeFirst()
      return row && toKey(row)
    },
    revoke: async (id, at) => {
      const row = await db
        .updateTable('api_keys')
        .set({ revoked_at: at })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },
    noteUse: async (id, at) => {
      await db.updateTable('api_keys').set({ used_at: at }).where('id', '=', id).execute()
    },
  }
}

function toKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: JSON.parse(row.scopes) as ApiScope[],
    createdBy: row.created_by,
    createdAt: row.created_at,
    ...(row.expires_at !== null && { expiresAt: row.expires_at }),
    ...(row.used_at !== null && { usedAt: row.used_at }),
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
  }
}
