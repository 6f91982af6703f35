import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { isAbsolute, join, normalize, sep } from 'node:path'
import { z } from 'zod'
import { ToldError } from '../../domain/told-error.ts'

export const MANIFEST = 'manifest.json'
export const DATABASE = 'xiaoer.db'

/** A name below the backup's folder, and nowhere else: a manifest may come from anybody. */
const InnerPath = z
  .string()
  .refine((path) => !isAbsolute(path) && normalize(path) === path && !path.split(sep).includes('..'), 'leads elsewhere')

/** What a backup holds. Whoever restores compares all of it. */
export const Manifest = z.object({
  format: z.literal(1),
  /** The release that made it. */
  version: z.string(),
  /** Epoch milliseconds: every message that was acknowledged before is in it. */
  startedAt: z.number(),
  endedAt: z.number(),
  /** Migrations that the database has had. */
  migrations: z.array(z.string()),
  /** Rows by table. */
  rows: z.record(z.string(), z.number()),
  files: z.array(z.object({ path: InnerPath, bytes: z.number(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).min(1),
})
export type Manifest = z.infer<typeof Manifest>

export async function readManifest(backup: string): Promise<Manifest> {
  const text = await readFile(join(backup, MANIFEST), 'utf8').catch((cause: unknown) => {
    throw new ToldError(
      {
        zh: `${backup} 不是一个完整的备份：里面没有 ${MANIFEST}。请写备份文件夹本身，例如 backups/xiaoer-20261128T071500000Z。`,
        en: `${backup} is no whole backup: it has no ${MANIFEST}. Name the folder of one backup, as backups/xiaoer-20261128T071500000Z.`,
      },
      { cause },
    )
  })
  const result = Manifest.safeParse(parseJson(text))
  if (result.success) return result.data

  const [issue] = result.error.issues
  const place = `${join(backup, MANIFEST)} (${issue?.path.join('.')}: ${issue?.message})`
  throw new ToldError({
    zh: `${place} 看不懂，可能已损坏，或由更新的小二写成。请换一个备份，或先升级。`,
    en: `${place} cannot be read: it is damaged, or a newer 小二 wrote it. Take another backup, or upgrade first.`,
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export async function hashFile(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}
