import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, vi } from 'vitest'
import { type OpenedStorage, openSqlite } from '../../src/storage/sqlite.ts'

/** SQLite files of one test; what is opened here is closed and removed after it. */
export function filesOfEachTest() {
  const closing: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close()
  })

  return {
    newFile: (): string => {
      const folder = mkdtempSync(join(tmpdir(), 'xiaoer-storage-'))
      closing.push(() => rmSync(folder, { recursive: true, force: true }))
      return join(folder, 'data', 'xiaoer.db')
    },
    open: async (file: string, options?: { shared?: boolean }): Promise<OpenedStorage> => {
      const opened = await openSqlite(file, options)
      closing.push(() => opened.storage.close())
      return opened
    },
    /** Another connection, as another process would have it. */
    look: (file: string) => {
      const other = new Database(file, { readonly: true })
      closing.push(() => other.close())
      return { messages: () => other.prepare('select count(*) from messages').pluck().get() }
    },
    /** Opens the file and hands out the very connection that the storage works on, which it shows to nobody. */
    openWithConnection: async (file: string): Promise<OpenedStorage & { connection: Database.Database }> => {
      const pragma = vi.spyOn(Database.prototype, 'pragma')
      const opened = await openSqlite(file)
      closing.push(() => opened.storage.close())
      const connection = pragma.mock.contexts.map((one) => one as Database.Database).find((one) => one.name === file)
      pragma.mockRestore()
      if (!connection) throw new Error(`openSqlite opened no connection to ${file}`)
      return { ...opened, connection }
    },
  }
}
