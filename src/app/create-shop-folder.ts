import { readdir } from 'node:fs/promises'
import type { NewShop, Pack } from '../domain/pack.ts'
import { ToldError } from '../domain/told-error.ts'
import { writeFiles } from '../knowledge/load.ts'
import { newShopFiles } from '../knowledge/write-shop.ts'

export type { NewShop }

/** What a new shop begins with. */
export interface NewShopWish {
  readonly pack: Pack
  readonly profile: NewShop
}

/**
 * Makes a folder of knowledge for a new shop. Throws where something lies there already: nobody's knowledge is written over. The caller
 * keeps the pack in the store, so that a later version can be told from the shop's own changes.
 */
export async function createShopFolder(folder: string, wish: NewShopWish): Promise<void> {
  const there = await readdir(folder).catch(() => [])
  if (there.length > 0) {
    throw new ToldError({
      zh: `文件夹 ${folder} 不是空的。换一个新的文件夹，免得盖掉已有的知识。`,
      en: `The folder ${folder} is not empty. Name a new one, so that no knowledge is written over.`,
    })
  }
  await writeFiles(folder, newShopFiles(wish.profile, wish.pack))
}
