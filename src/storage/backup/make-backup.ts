import { constants } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ToldError } from '../../domain/told-error.ts'
import { LOCK_NAME } from '../lock.ts'
import { DATABASE, hashFile, MANIFEST, type Manifest } from './manifest.ts'
import { snapshot } from './snapshot.ts'

const UPLOADS = 'uploads'
const PARTIAL = '.partial-'
const NAME = /^xiaoer-\d{8}T\d{9}Z$/
/** What a backup that died has left; another one may be under way beside this. */
const ABANDONED_MILLISECONDS = 24 * 3_600_000
const OWNER_ONLY = 0o700

export interface BackupOrder {
  readonly dataDir: string
  /** Where backups are kept, each in a folder of its own. */
  readonly folder: string
  readonly version: string
  /** How many of them stay; all where it is left out. */
  readonly keep?: number
}

export interface MadeBackup {
  readonly path: string
  readonly manifest: Manifest
}

/** Backs up a data folder, whether a server runs on it or not. A backup has its name only once it is whole and proved. */
export async function makeBackup({ dataDir, folder, version, keep }: BackupOrder): Promise<MadeBackup> {
  const startedAt = Date.now()
  const name = `xiaoer-${new Date(startedAt).toISOString().replace(/[-:.]/g, '')}`
  await needDatabase(dataDir)
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY })
  await needRoom(dataDir, folder)
  await removeAbandoned(folder, startedAt)

  const draft = join(folder, `${PARTIAL}${name}`)
  await mkdir(draft, { mode: OWNER_ONLY })
  try {
    const contents = await snapshot(join(dataDir, DATABASE), join(draft, DATABASE))
    // After the database: a message that is in it has its picture in the folder already.
    const copied = [...(await copyUploads(dataDir, draft)), ...(await copyKept(dataDir, draft))]
    const files = []
    for (const path of [DATABASE, ...copied]) files.push({ path, ...(await hashFile(join(draft, path))) })
    const manifest: Manifest = { format: 1, version, startedAt, endedAt: Date.now(), ...contents, files }
    await writeFile(join(draft, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`)
    for (const path of [...files.map((file) => file.path), MANIFEST]) await sync(join(draft, path))
    await rename(draft, join(folder, name))
    await sync(folder)
    if (keep !== undefined) await removeOld(folder, keep)
    return { path: join(folder, name), manifest }
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

/** The whole backups of a folder, oldest first. */
export async function listBackups(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return entries.filter((name) => NAME.test(name)).toSorted()
}

/** When it was begun, by its name. */
export function backupTime(name: string): number {
  const [, year, month, day, hour, minute, second, milli] =
    /^xiaoer-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/.exec(name) ?? []
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`)
}

async function needDatabase(dataDir: string): Promise<void> {
  await stat(join(dataDir, DATABASE)).catch((cause: unknown) => {
    throw new ToldError(
      {
        zh: `${dataDir} 里没有 ${DATABASE}，没有可备份的。检查 DATA_DIR。`,
        en: `${dataDir} has no ${DATABASE}: there is nothing to back up. Check DATA_DIR.`,
      },
      { cause },
    )
  })
}

async function needRoom(dataDir: string, folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const uploads = await listFiles(join(dataDir, UPLOADS))
  const sizes = await Promise.all(
    [join(dataDir, DATABASE), ...uploads.map((name) => join(dataDir, UPLOADS, name))].map(sizeOf),
  )
  const wanted = sizes.reduce((sum, size) => sum + size, 0)
  if (bavail * bsize > wanted) return

  const [needs, has] = [wanted, bavail * bsize].map((bytes) => `${Math.ceil(bytes / 1024 ** 2)} MB`)
  throw new ToldError({
    zh: `${folder} 只剩 ${has}，这次备份要 ${needs}。清理旧备份（BACKUP_KEEP），或换一块磁盘。`,
    en: `${folder} has ${has} left, this backup needs ${needs}. Remove older ones (BACKUP_KEEP), or take another disk.`,
  })
}

async function copyUploads(dataDir: string, draft: string): Promise<readonly string[]> {
  const names = (await listFiles(join(dataDir, UPLOADS))).filter((name) => !name.endsWith('.part'))
  if (names.length > 0) await mkdir(join(draft, UPLOADS))
  const copied = []
  for (const name of names) {
    if (await copyIfThere(join(dataDir, UPLOADS, name), join(draft, UPLOADS, name))) copied.push(join(UPLOADS, name))
  }
  return copied
}

/** The kept secrets: without them every shopper's browser would be a stranger after a restore. */
async function copyKept(dataDir: string, draft: string): Promise<readonly string[]> {
  const names = (await listFiles(dataDir)).filter((name) => !name.startsWith(DATABASE) && !name.startsWith(LOCK_NAME))
  const copied = []
  for (const name of names) if (await copyIfThere(join(dataDir, name), join(draft, name))) copied.push(name)
  return copied
}

/**
 * Where the file system can, a copy shares its blocks with the original until one of them changes. False where somebody has
 * just removed the original: nothing that is kept refers to it.
 */
async function copyIfThere(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0
}

/** What is renamed must be on the disk before its name is. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path)
  await handle.sync().finally(() => handle.close())
}

async function removeAbandoned(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(PARTIAL)) continue
    const { mtimeMs } = await stat(join(folder, name))
    if (now - mtimeMs > ABANDONED_MILLISECONDS) await rm(join(folder, name), { recursive: true, force: true })
  }
}

async function removeOld(folder: string, keep: number): Promise<void> {
  for (const name of (await listBackups(folder)).slice(0, -keep)) await rm(join(folder, name), { recursive: true })
}
