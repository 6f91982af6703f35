import type { InstalledPack } from '../domain/pack.ts'
import type { PackStore } from '../ports/packs.ts'
import type { PackRow } from './schema/rows-knowledge.ts'
import type { Db } from './schema.ts'

export function packStore(db: Db): PackStore {
  return {
    list: async () => (await db.selectFrom('packs').selectAll().orderBy('id').execute()).map(toPack),
    find: async (id) => {
      const row = await db.selectFrom('packs').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toPack(row)
    },
    save: async (pack) => {
      const { id, ...row } = toRow(pack)
      await db
        .insertInto('packs')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute()
    },
  }
}

function toRow({ id, version, title, files, at, by }: InstalledPack): PackRow {
  return {
    id,
    version,
    title: JSON.stringify(title),
    files: JSON.stringify(files),
    at,
    by_id: by?.id ?? null,
    by_name: by?.name ?? null,
  }
}

function toPack({ id, version, title, files, at, by_id, by_name }: PackRow): InstalledPack {
  return {
    id,
    version,
    title: JSON.parse(title) as InstalledPack['title'],
    files: JSON.parse(files) as InstalledPack['files'],
    at,
    ...(by_id !== null && { by: { id: by_id, name: by_name ?? '' } }),
  }
}
