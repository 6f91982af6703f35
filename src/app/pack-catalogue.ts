import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { compareVersions, type Pack } from '../domain/pack.ts'
import { readPack } from '../knowledge/packs.ts'
import { newShopFiles } from '../knowledge/write-shop.ts'
import type { PackCatalogue } from '../ports/packs.ts'
import type { Log } from '../ports/world.ts'

/** Packs that lie in these folders, read anew each time: there are few, and an owner may put one there at any time. */
export function openPackCatalogue(folders: readonly string[], log: Pick<Log, 'warn'>): PackCatalogue {
  const list = async () => {
    const newest = new Map<string, Pack>()
    for (const folder of folders) {
      const names = await readdir(folder).catch(() => [])
      for (const name of names.filter((one) => one.endsWith('.json'))) {
        const pack = await readPack(join(folder, name)).catch((error: unknown) => {
          log.warn({ error, file: name }, 'a pack cannot be read, and is left out')
        })
        const other = pack && newest.get(pack.id)
        if (pack && (!other || compareVersions(pack.version, other.version) > 0)) newest.set(pack.id, pack)
      }
    }
    return [...newest.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  }
  return { list, find: async (id) => (await list()).find((pack) => pack.id === id), newShop: newShopFiles }
}
