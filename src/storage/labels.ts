import { sql } from 'kysely'
import { AppError } from '../domain/errors.ts'
import type { Label, LabelColor } from '../domain/label.ts'
import type { LabelStore } from '../ports/history.ts'
import { atomically } from './atomically.ts'
import type { LabelRow } from './schema/rows-talk.ts'
import type { Db } from './schema.ts'

export function labelStore(db: Db): LabelStore {
  return {
    list: async () => {
      const rows = await db.selectFrom('labels').selectAll().orderBy('position').orderBy('id').execute()
      return rows.map(toLabel)
    },
    create: async ({ id, name, color }) => {
      const position = sql<number>`(select coalesce(max(position), 0) + 1 from labels)`
      const row = await db
        .insertInto('labels')
        .values({ id, name, color, position })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!row) throw new AppError('label_taken')
    },
    update: (id, patch) => atomically(db, (trx) => update(trx, id, patch)),
    remove: (id) => atomically(db, (trx) => remove(trx, id)),
    attach: (id, labelId) => atomically(db, (trx) => attach(trx, id, labelId)),
    detach: (id, labelId) =>
      atomically(db, async (trx) => {
        await takeOff(trx, labelId, id)
        await trx
          .deleteFrom('conversation_labels')
          .where('conversation_id', '=', id)
          .where('label_id', '=', labelId)
          .execute()
      }),
    countUses: async () => {
      const rows = await db
        .selectFrom('conversation_labels')
        .select(({ fn }) => ['label_id', fn.countAll().as('uses')])
        .groupBy('label_id')
        .execute()
      return new Map(rows.map((row) => [row.label_id, Number(row.uses)]))
    },
  }
}

async function update(trx: Db, id: string, patch: Partial<Omit<Label, 'id'>>): Promise<Label> {
  if (patch.name !== undefined) {
    const other = await trx
      .selectFrom('labels')
      .select('id')
      .where('name', '=', patch.name)
      .where('id', '<>', id)
      .executeTakeFirst()
    if (other) throw new AppError('label_taken')
  }
  const row = await (Object.keys(patch).length > 0
    ? trx.updateTable('labels').set(patch).where('id', '=', id).returningAll().executeTakeFirst()
    : trx.selectFrom('labels').selectAll().where('id', '=', id).executeTakeFirst())
  if (!row) throw new AppError('label_not_found')
  return toLabel(row)
}

async function remove(trx: Db, id: string): Promise<boolean> {
  // First the label: whoever attaches it at the same time waits, and finds it gone.
  const row = await trx.deleteFrom('labels').where('id', '=', id).returning('id').executeTakeFirst()
  await takeOff(trx, id)
  await trx.deleteFrom('conversation_labels').where('label_id', '=', id).execute()
  return row !== undefined
}

async function attach(trx: Db, id: string, labelId: string): Promise<void> {
  // Touching the label's row holds it: a removal comes before, or after and takes this one off too.
  const label = await trx
    .updateTable('labels')
    .set({ id: labelId })
    .where('id', '=', labelId)
    .returning('id')
    .executeTakeFirst()
  if (!label) throw new AppError('label_not_found')

  const added = await trx
    .insertInto('conversation_labels')
    .values({ conversation_id: id, label_id: labelId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('label_id')
    .executeTakeFirst()
  if (!added) return

  await trx
    .updateTable('conversations')
    .set({ labels: sql`trim(labels || ' ' || ${labelId})` })
    .where('id', '=', id)
    .execute()
}

/** From the list that conversations carry with them: from one, or from all that have it. */
async function takeOff(trx: Db, labelId: string, conversationId?: string): Promise<void> {
  const labelled = trx.selectFrom('conversation_labels').select('conversation_id').where('label_id', '=', labelId)
  let query = trx
    .updateTable('conversations')
    .set({ labels: sql`trim(replace(' ' || labels || ' ', ${` ${labelId} `}, ' '))` })
    .where('id', 'in', labelled)
  if (conversationId !== undefined) query = query.where('id', '=', conversationId)
  await query.execute()
}

function toLabel(row: LabelRow): Label {
  return { id: row.id, name: row.name, color: row.color as LabelColor }
}
