import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Versions that are kept besides those in use: who goes back to one finds it there. What is not is written anew from the database. */
export const VERSIONS_KEPT = 5
/** What another process writes at this moment is not half-written by a crash. */
const DRAFT_MILLISECONDS = 3_600_000
const DRAFT = /^draft-/

/** Removes the folders of old versions from a workshop, but for the newest and those in use, and what crashes have left half-written. */
export async function pruneVersions(
  workshop: string,
  { inUse, now = Date.now() }: { readonly inUse: readonly string[]; readonly now?: number },
): Promise<void> {
  const folders = await Promise.all((await readdir(workshop)).map((name) => look(workshop, name)))
  const found = folders.flat().toSorted((a, b) => b.at - a.at)
  const versions = found.filter(({ name }) => !DRAFT.test(name) && !inUse.includes(name))
  const drafts = found.filter(({ name, at }) => DRAFT.test(name) && at < now - DRAFT_MILLISECONDS)
  for (const { name } of versions.slice(VERSIONS_KEPT)) await remove(workshop, name)
  for (const { name } of drafts) await rm(join(workshop, name), { recursive: true, force: true })
}

/** Another process with the same data folder may have removed it meanwhile. */
async function look(workshop: string, name: string) {
  const found = await stat(join(workshop, name)).catch(() => undefined)
  return found ? [{ name, at: found.mtimeMs }] : []
}

/** At once, under a name that nobody takes for a version: what is there is whole. */
async function remove(workshop: string, name: string): Promise<void> {
  const away = join(workshop, `draft-old-${name}`)
  const mine = await rename(join(workshop, name), away).then(
    () => true,
    () => false,
  )
  if (mine) await rm(away, { recursive: true, force: true })
}
