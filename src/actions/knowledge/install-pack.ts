import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import { changes, type Pack, type PackStanding } from '../../domain/pack.ts'
import type { YamlEdit } from '../../ports/knowledge-editing.ts'
import { getPack, type PackDeps } from './list-packs.ts'
import { readDraft, seenOf } from './read-draft.ts'
import { type DraftSaveDeps, saveDraftFile } from './save-draft-file.ts'

const SHOP = 'shop.yaml'

/**
 * Takes the newest version of a pack into the draft: what the shop has not touched is replaced, what both have changed is merged, and
 * nothing that the shop has written is lost. It serves once the draft is published. Throws `pack_current` where there is nothing newer.
 */
export async function installPack(deps: PackDeps & DraftSaveDeps, owner: Agent, id: string): Promise<PackStanding> {
  requireRole(owner, 'owner')
  const standing = await getPack(deps, owner, id)
  const { available, installed, newer, plan } = standing
  if (!available || !newer) throw new AppError('pack_current')

  // Each may be run again: what is in the draft already is no change, and the version is kept last.
  for (const { path, text } of plan.filter(changes)) {
    await saveDraftFile(deps, owner, { path, text, seen: seenOf(await readDraft(deps), path) })
  }
  await addFacts(deps, owner, available)
  const { version, title, files } = available
  const at = deps.clock.now()
  await deps.storage.transaction(async ({ packs, audit }) => {
    await packs.save({ id, version, title, files, at, by: { id: owner.id, name: owner.name } })
    await audit.add({
      at,
      actor: owner.id,
      action: installed ? 'pack.upgraded' : 'pack.installed',
      target: id,
      detail: { version, ...(installed && { from: installed.version }) },
    })
  })
  return standing
}

/** Names in `shop.yaml` what the pack's answers need, so that they load; without a usual value a fact waits for the owner. */
async function addFacts(deps: PackDeps & DraftSaveDeps, owner: Agent, pack: Pack): Promise<void> {
  const { scribe } = deps.editing
  const draft = await readDraft(deps)
  const text = draft.files[SHOP]
  if (text === undefined) return

  const shop = scribe.read(text) as { shop?: { facts?: Readonly<Record<string, unknown>> | null } } | null
  const there = shop?.shop?.facts ?? {}
  const edits: readonly YamlEdit[] = pack.facts
    .filter(({ name }) => !(name in there))
    .map(({ name, usual }) => ({ path: ['shop', 'facts', name], value: usual ?? null }))
  if (edits.length === 0) return
  await saveDraftFile(deps, owner, { path: SHOP, text: scribe.edit(text, edits), seen: seenOf(draft, SHOP) })
}
