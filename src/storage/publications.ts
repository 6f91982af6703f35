import type { KnowledgeWrite, Publication, PublicationKind, PublicationStore } from '../ports/knowledge-editing.ts'
import { atomically } from './atomically.ts'
import { keepTexts, type Manifest, parseManifest, readTexts } from './knowledge-texts.ts'
import type { PublicationRow } from './schema/rows-knowledge.ts'
import type { Db } from './schema.ts'

export function publicationStore(db: Db): PublicationStore {
  return {
    add: (draft, files) =>
      atomically(db, async (trx) => {
        const manifest = await keepTexts(trx, files)
        for (;;) {
          const newest = await findNewest(trx)
          if (newest?.version === draft.version) return toPublication(newest)
          const added = await insert(trx, toRow(draft, { newest, manifest }))
          // Somebody else has taken the number in the same moment: theirs is the newest now.
          if (added) return added
        }
      }),
    list: async (limit, before) => {
      const newest = db.selectFrom('publications').selectAll().orderBy('number', 'desc').limit(limit)
      const rows = await (before === undefined ? newest : newest.where('number', '<', before)).execute()
      return rows.map(toPublication)
    },
    find: async (number) => {
      const row = await db.selectFrom('publications').selectAll().where('number', '=', number).executeTakeFirst()
      return row && { publication: toPublication(row), files: await readTexts(db, parseManifest(row.files)) }
    },
    begin: async (write) => {
      await db
        .insertInto('knowledge_writes')
        .values({ id: write.id, at: write.at, write: JSON.stringify(write) })
        .execute()
    },
    unfinished: async () => {
      const rows = await db.selectFrom('knowledge_writes').select('write').orderBy('at').orderBy('id').execute()
      return rows.map(({ write }) => JSON.parse(write) as KnowledgeWrite)
    },
    end: async (id) => {
      await db.deleteFrom('knowledge_writes').where('id', '=', id).execute()
    },
  }
}

function findNewest(db: Db): Promise<PublicationRow | undefined> {
  return db.selectFrom('publications').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst()
}

async function insert(db: Db, row: PublicationRow): Promise<Publication | undefined> {
  const added = await db
    .insertInto('publications')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  return added && toPublication(added)
}

function toRow(
  { version, kind, at, by, note }: Omit<Publication, 'number' | 'changed'>,
  { newest, manifest }: { readonly newest: PublicationRow | undefined; readonly manifest: Manifest },
): PublicationRow {
  const before = newest ? parseManifest(newest.files) : {}
  const paths = [...new Set([...Object.keys(before), ...Object.keys(manifest)])].toSorted()
  return {
    number: (newest?.number ?? 0) + 1,
    version,
    kind,
    at,
    by_id: by?.id ?? null,
    by_name: by?.name ?? null,
    note,
    changed: JSON.stringify(paths.filter((path) => before[path] !== manifest[path])),
    files: JSON.stringify(manifest),
  }
}

function toPublication({ number, version, kind, at, by_id, by_name, note, changed }: PublicationRow): Publication {
  return {
    number,
    version,
    kind: kind as PublicationKind,
    at,
    ...(by_id !== null && by_name !== null && { by: { id: by_id, name: by_name } }),
    note,
    changed: JSON.parse(changed) as string[],
  }
}
