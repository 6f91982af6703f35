import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import { type PackStanding, standOf } from '../../domain/pack.ts'
import type { Deps } from '../deps.ts'
import { readDraft } from './read-draft.ts'

export type PackDeps = Pick<Deps, 'storage' | 'editing' | 'packs'>

/** Every pack that the shop has or could have, by id. */
export async function listPacks(deps: PackDeps, supervisor: Agent): Promise<readonly PackStanding[]> {
  requireRole(supervisor, 'supervisor')
  const installed = new Map((await deps.storage.packs.list()).map((pack) => [pack.id, pack]))
  const available = new Map((await deps.packs.list()).map((pack) => [pack.id, pack]))
  const { files: mine } = await readDraft(deps)
  return [...new Set([...installed.keys(), ...available.keys()])]
    .sort()
    .map((id) =>
      standOf({ installed: installed.get(id), available: available.get(id), mine }, deps.editing.scribe.merge),
    )
}

/** One of them; throws `pack_not_found`. */
export async function getPack(deps: PackDeps, supervisor: Agent, id: string): Promise<PackStanding> {
  const found = (await listPacks(deps, supervisor)).find((one) => (one.available ?? one.installed)?.id === id)
  if (!found) throw new AppError('pack_not_found')
  return found
}
