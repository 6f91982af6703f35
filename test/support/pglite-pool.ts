import { PGlite, types } from '@electric-sql/pglite'
import type { PostgresPool, PostgresPoolClient } from 'kysely'

/** PGlite in the shape of a `pg` pool. It has one connection, so whoever connects waits for the one before. */
export async function createPglitePool(): Promise<PostgresPool> {
  const lite = await PGlite.create({ parsers: { [types.INT8]: Number, [types.NUMERIC]: Number } })
  let free = Promise.resolve()

  return {
    connect: async () => {
      const before = free
      const { promise, resolve } = withResolvers()
      free = promise
      await before
      return { query: queryOn(lite), release: resolve }
    },
    end: () => lite.close(),
  }
}

function queryOn(lite: PGlite): PostgresPoolClient['query'] {
  const query = async (sql: string, parameters: readonly unknown[]) => {
    const { rows, affectedRows } = await lite.query(sql, [...parameters])
    return { rows, rowCount: affectedRows ?? rows.length, command: sql.trim().split(/\s/, 1)[0]?.toUpperCase() }
  }
  // The other overload of the type is for cursors, which nothing here opens.
  return query as unknown as PostgresPoolClient['query']
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
