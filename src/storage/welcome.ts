import type { WelcomeState } from '../domain/welcome.ts'
import type { WelcomeStore } from '../ports/welcome.ts'
import type { Db } from './schema.ts'

const WELCOME = 'welcome'
const MOST = 50

export function welcomeStore(db: Db): WelcomeStore {
  return {
    getState: async () => {
      const row = await db.selectFrom('settings').select('value').where('name', '=', WELCOME).executeTakeFirst()
      return row ? (JSON.parse(row.value) as WelcomeState) : { steps: {} }
    },
    setState: async (state) => {
      const row = { value: JSON.stringify(state) }
      await db
        .insertInto('settings')
        .values({ name: WELCOME, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute()
    },
    noteSighting: async ({ origin, url, at }) => {
      const row = { url, at }
      await db
        .insertInto('page_sightings')
        .values({ origin, ...row })
        .onConflict((conflict) => conflict.column('origin').doUpdateSet(row))
        .execute()
      // Whoever makes up pages pushes out the oldest.
      const kept = db.selectFrom('page_sightings').select('origin').orderBy('at', 'desc').orderBy('origin').limit(MOST)
      await db.deleteFrom('page_sightings').where('origin', 'not in', kept).execute()
    },
    listSightings: (limit) =>
      db.selectFrom('page_sightings').selectAll().orderBy('at', 'desc').orderBy('origin').limit(limit).execute(),
  }
}
