import Database from 'better-sqlite3'
import { ToldError } from '../../domain/told-error.ts'

/** 400 KB at a time: whatever else the process does waits no longer than it takes to copy that. */
const PAGES_PER_STEP = 100
const BUSY_MILLISECONDS = 2000

/** What a database holds, counted. */
export interface Contents {
  readonly migrations: string[]
  readonly rows: Record<string, number>
}

/**
 * Copies a database as it is at this moment, while others read and write it. The read transaction holds the moment fast:
 * without it every write of another process would make SQLite begin the copy anew, and on a busy server it would never end.
 */
export async function snapshot(file: string, target: string): Promise<Contents> {
  const source = new Database(file, { fileMustExist: true, timeout: BUSY_MILLISECONDS })
  try {
    source.exec('begin')
    source.prepare('select count(*) from sqlite_master').get()
    await source.backup(target, { progress: () => PAGES_PER_STEP })
  } finally {
    source.close()
  }
  const copy = new Database(target)
  // One file that needs no others beside it.
  copy.pragma('journal_mode = DELETE')
  copy.close()
  return inspectCopy(target)
}

/** Reads every page of a copy. Throws where SQLite finds anything wrong with it. */
export function inspectCopy(file: string): Contents {
  const copy = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const found = copy.pragma('integrity_check(5)') as readonly { integrity_check: string }[]
    if (found[0]?.integrity_check !== 'ok') throw damaged(file, found.map((one) => one.integrity_check).join('; '))

    const tables = copy
      .prepare<[], string>(
        `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`,
      )
      .pluck()
      .all()
    const migrations = copy.prepare<[], string>('select name from kysely_migration order by name').pluck().all()
    const rows = tables.map((name) => [name, Number(copy.prepare(`select count(*) from "${name}"`).pluck().get())])
    return { migrations, rows: Object.fromEntries(rows) as Record<string, number> }
  } catch (cause) {
    if (cause instanceof ToldError) throw cause
    throw damaged(file, cause instanceof Error ? cause.message : String(cause))
  } finally {
    copy.close()
  }
}

function damaged(file: string, what: string): ToldError {
  return new ToldError({
    zh: `${file} 没有通过完整性检查：${what}。请换一个备份；如果是刚做的，先用 xiaoer doctor 检查数据文件夹和磁盘。`,
    en: `${file} did not pass the integrity check: ${what}. Take another backup; if this one was just made, look at the data folder and its disk with xiaoer doctor.`,
  })
}
