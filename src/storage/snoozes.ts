import type { SnoozeStore } from '../ports/follow-ups.ts'
import { ASSIGNED } from './literals.ts'
import type { Db } from './schema.ts'

export function snoozeStore(db: Db): SnoozeStore {
  return {
    set: async (id, agentId, until) => {
      const row = await db
        .updateTable('conversations')
        .set({ snoozed_until: until ?? null, woken_at: null })
        .where('id', '=', id)
        .where('status', '=', ASSIGNED)
        .where('agent_id', '=', agentId)
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },
    wake: async (id, now) => {
      const row = await db
        .updateTable('conversations')
        .set({ snoozed_until: null, woken_at: now })
        .where('id', '=', id)
        .where('status', '=', ASSIGNED)
        .where('snoozed_until', '<=', now)
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },
  }
}
