import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { AuditStore } from '../ports/storage.ts'
import type { AuditRow } from './schema/rows-shop.ts'
import type { Db } from './schema.ts'

export function auditStore(db: Db): AuditStore {
  return {
    add: async ({ detail, ...entry }) => {
      await db
        .insertInto('audit')
        .values({ id: randomUUID(), ...entry, detail: JSON.stringify(detail) })
        .execute()
    },
    list: async (limit) => {
      const rows = await db.selectFrom('audit').selectAll().orderBy('at', 'desc').limit(limit).execute()
      return rows.map(toRecord).map(({ id: _, ...entry }) => entry)
    },
    find: async ({ actor, area, target, from, until, before, limit }) => {
      let query = db.selectFrom('audit').selectAll()
      if (actor !== undefined) query = query.where('actor', '=', actor)
      if (target !== undefined) query = query.where('target', '=', target)
      // `.` is followed by `/`: every name that begins with the area and a dot.
      if (area !== undefined) query = query.where('action', '>=', `${area}.`).where('action', '<', `${area}/`)
      if (from !== undefined) query = query.where('at', '>=', from)
      if (until !== undefined) query = query.where('at', '<', until)
      if (before) query = query.where(sql<boolean>`(at, id) < (${before.at}, ${before.id})`)
      return (await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(toRecord)
    },
    listActors: async () => {
      const rows = await db.selectFrom('audit').select('actor').distinct().orderBy('actor').execute()
      return rows.map(({ actor }) => actor)
    },
  }
}

function toRecord({ detail, ...row }: AuditRow) {
  return { ...row, detail: JSON.parse(detail) as Record<string, unknown> }
}
