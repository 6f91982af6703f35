import { type Agent, requireRole } from '../../domain/agent.ts'
import { AppError } from '../../domain/errors.ts'
import type { NewShop, Pack } from '../../domain/pack.ts'
import type { PackDeps } from './list-packs.ts'
import { readDraft, seenOf } from './read-draft.ts'
import { type DraftSaveDeps, saveDraftFile } from './save-draft-file.ts'

const SHOP = 'shop.yaml'

/**
 * Makes a shop of the draft that begins with nothing but this pack: what it is called and when it is open stays, all other knowledge goes. What
 * serves goes on until the draft is published, and can be rolled back to afterwards. Throws `pack_not_found`.
 */
export async function startFromPack(deps: PackDeps & DraftSaveDeps, owner: Agent, id: string): Promise<Pack> {
  requireRole(owner, 'owner')
  const pack = await deps.packs.find(id)
  if (!pack) throw new AppError('pack_not_found')

  const before = await readDraft(deps)
  const files = deps.packs.newShop(toNewShop(deps.editing.scribe.read(before.files[SHOP] ?? '')), pack)
  const paths = [...new Set([...Object.keys(before.files), ...Object.keys(files)])]
  // Each may be run again: what is in the draft already is no change, and the version is kept last.
  for (const path of paths.filter((one) => before.files[one] !== files[one])) {
    const text = files[path]
    await saveDraftFile(deps, owner, {
      path,
      ...(text !== undefined && { text }),
      seen: seenOf(await readDraft(deps), path),
    })
  }
  const { version, title } = pack
  const at = deps.clock.now()
  await deps.storage.transaction(async ({ packs, audit }) => {
    await packs.save({ id, version, title, files: pack.files, at, by: { id: owner.id, name: owner.name } })
    await audit.add({ at, actor: owner.id, action: 'pack.installed', target: id, detail: { version, alone: true } })
  })
  return pack
}

/** What a shop keeps of itself; whatever is not of the usual form is left to be written anew. */
function toNewShop(raw: unknown): NewShop {
  const { shop = {}, hours = {} } = (raw ?? {}) as Partial<Record<'shop' | 'hours', Record<string, unknown>>>
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const said = (value: unknown) =>
    typeof value === 'string' || (typeof value === 'object' && value !== null) ? (value as NewShop['name']) : undefined
  const language = shop['language'] === 'en' ? 'en' : shop['language'] === 'zh' ? 'zh' : undefined
  return {
    name: said(shop['name']) ?? '',
    language,
    timeZone: text(shop['time_zone']),
    currency: text(shop['currency']),
    greeting: said(shop['greeting']),
    accent: text(shop['accent']),
    hours: hours['weekly'] as NewShop['hours'],
  }
}
