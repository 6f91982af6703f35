import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { ToldError } from '../../domain/told-error.ts'
import { LOCK_NAME, lock } from '../lock.ts'
import { sync } from './make-backup.ts'
import { DATABASE, hashFile, type Manifest, readManifest } from './manifest.ts'
import { inspectCopy } from './snapshot.ts'

const ASIDE = 'before-restore-'
const DRAFT = '.restoring'
/** Trained anew where it is missing, and nobody's data. */
const MODELS = 'models'

export interface RestoreOrder {
  readonly backup: string
  readonly dataDir: string
  /** Moves aside what lies in the data folder instead of refusing. */
  readonly force: boolean
  /** Migrations that this release has. */
  readonly migrations: readonly string[]
}

export interface Restored {
  readonly manifest: Manifest
  /** Where what lay there before has gone. */
  readonly aside: string | undefined
}

/** Puts a backup into a data folder that no server runs on: proved before anything is touched, and again in its place. */
export async function restoreBackup({ backup, dataDir, force, migrations }: RestoreOrder): Promise<Restored> {
  const manifest = await readManifest(backup)
  needKnown(manifest, migrations)
  await prove(backup, manifest)
  await mkdir(dataDir, { recursive: true })
  const unlock = holdFolder(dataDir)
  try {
    const aside = await clear(dataDir, backup, force)
    await bringIn(backup, dataDir, manifest)
    await prove(dataDir, manifest)
    return { manifest, aside }
  } finally {
    unlock()
  }
}

function holdFolder(dataDir: string): () => void {
  try {
    return lock(join(dataDir, DATABASE))
  } catch (cause) {
    throw new ToldError(
      {
        zh: `${dataDir} 上有小二正在运行。先停掉它，再恢复。`,
        en: `A 小二 is running on ${dataDir}. Stop it first, then restore.`,
      },
      { cause },
    )
  }
}

/** Every file as the manifest has it, and the database whole with every row. */
async function prove(folder: string, manifest: Manifest): Promise<void> {
  for (const { path, bytes, sha256 } of manifest.files) {
    const found = await hashFile(join(folder, path)).catch(() => undefined)
    if (found?.sha256 === sha256 && found.bytes === bytes) continue
    const place = join(folder, path)
    throw new ToldError({
      zh: `${place} ${found ? '和备份清单里的校验值不一致' : '不见了'}，备份已损坏。请换一个备份。`,
      en: `${place} ${found ? 'is not what the manifest says' : 'is missing'}: the backup is damaged. Take another one.`,
    })
  }
  const { migrations, rows } = inspectCopy(join(folder, DATABASE))
  if (isDeepStrictEqual({ migrations, rows }, { migrations: manifest.migrations, rows: manifest.rows })) return
  throw new ToldError({
    zh: `${join(folder, DATABASE)} 的行数和备份清单不一致，备份已损坏。请换一个备份。`,
    en: `${join(folder, DATABASE)} has other rows than the manifest says: the backup is damaged. Take another one.`,
  })
}

function needKnown({ migrations, version }: Manifest, known: readonly string[]): void {
  const strange = migrations.filter((name) => !known.includes(name))
  if (strange.length === 0) return
  throw new ToldError({
    zh: `这个备份由更新的小二（${version}）写成，数据库里有 ${strange.join('、')}。先升级到那个版本，再恢复。`,
    en: `A newer 小二 (${version}) made this backup: its database has had ${strange.join(', ')}. Upgrade to that release first.`,
  })
}

/** Moves what lies there into a folder beside it; undefined where there was nothing. */
async function clear(dataDir: string, backup: string, force: boolean): Promise<string | undefined> {
  await rm(join(dataDir, DRAFT), { recursive: true, force: true })
  // A backup that is kept below the data folder must stay where it is read from.
  const [own] = relative(resolve(dataDir), resolve(backup)).split(sep)
  const entries = (await readdir(dataDir)).filter(
    (name) => !name.startsWith(LOCK_NAME) && !name.startsWith(ASIDE) && name !== MODELS && name !== own,
  )
  if (entries.length === 0) return undefined
  if (!force) {
    throw new ToldError({
      zh: `${dataDir} 里已经有数据（${entries.slice(0, 3).join('、')}…）。确定要换成备份，加上 --force：旧的会先移到一旁，不会删除。`,
      en: `${dataDir} holds data already (${entries.slice(0, 3).join(', ')} …). To put the backup in its place add --force: what is there is moved aside first, not deleted.`,
    })
  }
  const aside = join(dataDir, `${ASIDE}${new Date().toISOString().replace(/[-:.]/g, '')}`)
  await mkdir(aside, { mode: 0o700 })
  // The database first: a crash halfway leaves a folder without one, and never an old one with a new log beside it.
  const order = entries.toSorted((a, b) => Number(b === DATABASE) - Number(a === DATABASE))
  for (const name of order) await rename(join(dataDir, name), join(aside, name))
  return aside
}

/** Everything beside its place first, then into it by its name, the database last: until then nothing would serve half a backup. */
async function bringIn(backup: string, dataDir: string, { files }: Manifest): Promise<void> {
  const draft = join(dataDir, DRAFT)
  const paths = files.map(({ path }) => path).toSorted((a, b) => Number(a === DATABASE) - Number(b === DATABASE))
  for (const path of paths) {
    const to = join(draft, path)
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await copyFile(join(backup, path), to)
    await sync(to)
  }
  for (const path of paths) {
    await mkdir(dirname(join(dataDir, path)), { recursive: true })
    await rename(join(draft, path), join(dataDir, path))
  }
  await rm(draft, { recursive: true })
  await sync(dataDir)
}
