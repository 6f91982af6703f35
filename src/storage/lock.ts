import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'

export const LOCK_NAME = 'xiaoer.lock'

/** Holds a lock that the operating system drops with the process, however it ends. The returned function gives it back. */
export function lock(file: string): () => void {
  const holder = new Database(join(dirname(file), LOCK_NAME), { timeout: 0 })
  try {
    holder.pragma('locking_mode = EXCLUSIVE')
    holder.exec('begin exclusive')
  } catch {
    holder.close()
    throw new Error(`Another 小二 is already running on ${file}. Stop it first, or set DATA_DIR to another folder.`)
  }
  return () => holder.close()
}
