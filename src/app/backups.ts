import { join, resolve } from 'node:path'
import { type Config, VERSION } from '../config/config.ts'
import { ToldError } from '../domain/told-error.ts'
import { type MadeBackup, makeBackup } from '../storage/backup/make-backup.ts'
import { createBackups } from '../storage/backup/own-backups.ts'
import { type Restored, restoreBackup } from '../storage/backup/restore-backup.ts'
import { migrationsFor } from '../storage/migrations.ts'

export type { MadeBackup, Restored }

/** Backs up beside a running server, or without one. */
export function backUpData(config: Config, folder: string | undefined): Promise<MadeBackup> {
  needSqlite(config, 'backup')
  const target = folder ?? config.backup?.folder
  if (target === undefined) {
    throw new ToldError({
      zh: '写明备份放到哪个文件夹：xiaoer backup /mnt/backups，或设置 BACKUP_DIR。最好在另一块磁盘上。',
      en: 'Name the folder for the backup: xiaoer backup /mnt/backups, or set BACKUP_DIR. Better on another disk.',
    })
  }
  return makeBackup({ dataDir: config.dataDir, folder: resolve(target), version: VERSION })
}

/** Puts a backup in the place of the data folder's contents. */
export function restoreData(config: Config, backup: string, force: boolean): Promise<Restored> {
  needSqlite(config, 'restore')
  const migrations = Object.keys(migrationsFor('sqlite'))
  return restoreBackup({ backup: resolve(backup), dataDir: config.dataDir, force, migrations })
}

/** What the server does by itself; undefined where it is not asked to. */
export function ownBackups({ backup, dataDir }: Config) {
  if (!backup) return undefined
  const { folder, keep, everyMilliseconds } = backup
  return createBackups({ dataDir, folder, keep, version: VERSION }, everyMilliseconds)
}

function needSqlite({ databaseUrl, dataDir }: Config, wanted: 'backup' | 'restore'): void {
  if (databaseUrl === undefined) return
  const uploads = join(dataDir, 'uploads')
  const command =
    wanted === 'backup'
      ? 'pg_dump --format=custom --file=xiaoer.dump "$DATABASE_URL"'
      : 'pg_restore --clean --if-exists --no-owner --dbname="$DATABASE_URL" xiaoer.dump'
  throw new ToldError({
    zh: `数据在 PostgreSQL 里，请用它自己的工具：\n  ${command}\n再${wanted === 'backup' ? '一起备份' : '放回'} ${uploads}（图片和文件）和 ${dataDir} 里的密钥文件。`,
    en: `The data is in PostgreSQL; use its own tool:\n  ${command}\nand ${wanted === 'backup' ? 'keep' : 'put back'} ${uploads} (pictures and files) and the secrets in ${dataDir} besides.`,
  })
}
