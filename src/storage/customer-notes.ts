import type { CustomerNote } from '../domain/customer.ts'
import type { CustomerNoteStore } from '../ports/customers.ts'
import type { CustomerNoteRow } from './schema/rows-people.ts'
import type { Db } from './schema.ts'

export function customerNoteStore(db: Db): CustomerNoteStore {
  return {
    add: async (note) => {
      await db
        .insertInto('customer_notes')
        .values({
          id: note.id,
          customer_id: note.customerId,
          text: note.text,
          by_id: note.by?.id ?? null,
          by_name: note.by?.name ?? null,
          at: note.at,
          edited_at: note.editedAt ?? null,
          deleted_at: null,
        })
        .execute()
    },
    find: async (id) => {
      const row = await db.selectFrom('customer_notes').selectAll().where('id', '=', id).executeTakeFirst()
      return row && { ...toNote(row), deleted: row.deleted_at !== null }
    },
    list: async (customerId) => {
      const rows = await db
        .selectFrom('customer_notes')
        .selectAll()
        .where('customer_id', '=', customerId)
        .where('deleted_at', 'is', null)
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(toNote)
    },
    edit: async (id, text, at) => {
      await db.updateTable('customer_notes').set({ text, edited_at: at }).where('id', '=', id).execute()
    },
    setDeleted: async (id, at) => {
      await db
        .updateTable('customer_notes')
        .set({ deleted_at: at ?? null })
        .where('id', '=', id)
        .execute()
    },
  }
}

function toNote(row: CustomerNoteRow): CustomerNote {
  return {
    id: row.id,
    customerId: row.customer_id,
    text: row.text,
    ...(row.by_id !== null && { by: { id: row.by_id, name: row.by_name ?? '' } }),
    at: row.at,
    ...(row.edited_at !== null && { editedAt: row.edited_at }),
  }
}
