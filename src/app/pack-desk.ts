import { join } from 'node:path'
import type { PackDeps } from '../actions/knowledge/list-packs.ts'
import type { DraftSaveDeps } from '../actions/knowledge/save-draft-file.ts'
import { type Config, PACKS_DIR } from '../config/config.ts'
import type { Agent } from '../domain/agent.ts'
import type { Pack } from '../domain/pack.ts'
import { ToldError } from '../domain/told-error.ts'
import { buildPack, readPack, writePack } from '../knowledge/packs.ts'
import { createScribe } from '../knowledge/scribe.ts'
import { createLanes } from '../storage/lanes.ts'
import { createShopFolder, type NewShop } from './create-shop-folder.ts'
import { openKnowledgeFolder } from './knowledge-folder.ts'
import { createLog } from './log.ts'
import { openStorage } from './open-storage.ts'
import { openPackCatalogue } from './pack-catalogue.ts'

/** Whoever sits at the keyboard of the machine may do what an owner may. */
const KEEPER: Agent = {
  id: 'command-line',
  login: 'command-line',
  name: 'xiaoer',
  role: 'owner',
  active: true,
  presence: 'offline',
  createdAt: 0,
  groups: [],
}

export interface PackDesk {
  readonly deps: PackDeps & DraftSaveDeps
  readonly keeper: Agent
  close(): Promise<void>
}

/** What packs are taken in with, beside a running server or without one. */
export async function openPackDesk(config: Config): Promise<PackDesk> {
  const { storage } = await openStorage(config, { shared: true })
  const folder = config.knowledgeDir
  const nothing = () => {
    throw new Error('Nothing serves here.')
  }
  const editing = {
    scribe: createScribe({ folder }),
    folder: openKnowledgeFolder({ folder, live: { current: nothing, report: nothing } }),
    workshop: { prepare: nothing, replay: nothing },
    checker: { begin: nothing, current: nothing, cancel: nothing },
  } as unknown as PackDeps['editing']
  const packs = openPackCatalogue(packFolders(config), createLog('warn'))
  const deps = { storage, editing, packs, clock: { now: () => Date.now() }, lanes: createLanes() }
  return { deps, keeper: KEEPER, close: () => storage.close() }
}

function packFolders({ dataDir }: Config): readonly string[] {
  return [PACKS_DIR, join(dataDir, 'packs')]
}

/** Builds a pack of its description and returns where it lies. */
export async function makePack(
  source: string,
  folder = PACKS_DIR,
): Promise<{ readonly pack: Pack; readonly path: string }> {
  const pack = await buildPack(source)
  return { pack, path: await writePack(pack, folder) }
}

/**
 * Makes the folder of a new shop from a pack, by its name or its file, and keeps the pack in the shop's database: by it a later version
 * is told from what the shop has changed.
 */
export async function foundShop(
  config: Config,
  wish: { readonly folder: string; readonly pack: string; readonly profile: NewShop },
): Promise<Pack> {
  const pack = await findPack(config, wish.pack)
  await createShopFolder(wish.folder, { pack, profile: wish.profile })
  const { storage } = await openStorage(config, { shared: true })
  try {
    const { id, version, title, files } = pack
    await storage.packs.save({ id, version, title, files, at: Date.now() })
  } finally {
    await storage.close()
  }
  return pack
}

async function findPack(config: Config, name: string): Promise<Pack> {
  if (name.endsWith('.json')) return readPack(name)
  const catalogue = openPackCatalogue(packFolders(config), createLog('warn'))
  const found = await catalogue.find(name)
  if (found) return found
  const known = (await catalogue.list()).map(({ id }) => id).join(', ')
  throw new ToldError({
    zh: `没有叫「${name}」的行业包。${known === '' ? '先运行 npm run build' : `现有：${known}`}。`,
    en: `There is no pack "${name}". ${known === '' ? 'Run npm run build first' : `There are: ${known}`}.`,
  })
}

export type { NewShop }
