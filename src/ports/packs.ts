import type { InstalledPack, NewShop, Pack } from '../domain/pack.ts'
import type { KnowledgeFiles } from './nodes.ts'

/** The packs that the shop has taken in, each as it came. */
export interface PackStore {
  /** By id. */
  list(): Promise<readonly InstalledPack[]>
  find(id: string): Promise<InstalledPack | undefined>
  /** Keeps it in place of another version of the same pack. */
  save(pack: InstalledPack): Promise<void>
}

/** The packs that could be taken in: those that came with the program, and those that lie in the data folder. */
export interface PackCatalogue {
  /** The newest version of each, by id. What cannot be read is left out. */
  list(): Promise<readonly Pack[]>
  find(id: string): Promise<Pack | undefined>
  /** All the files of a shop that begins with nothing but this pack. They load. */
  newShop(shop: NewShop, pack: Pack): KnowledgeFiles
}
