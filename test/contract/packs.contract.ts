import { describe, expect, it } from 'vitest'
import type { InstalledPack } from '../../src/domain/pack.ts'
import type { Opened } from './every-store.ts'
import { NOON } from './given.ts'

const RETAIL: InstalledPack = {
  id: 'retail-zh',
  version: '1.0.0',
  title: { zh: '零售通用', en: 'Retail' },
  files: { 'faq/shipping.yaml': '\ufeffintents: []\r\n', 'flows/a.yaml': '' },
  at: NOON,
  by: { id: 'mina', name: 'Mina' },
}

export function describePacks(opened: Opened): void {
  describe('packs', () => {
    const packs = () => opened().storage.packs

    it('keeps each as it came, word for word, in the order of their ids', async () => {
      const { by: _, ...food } = { ...RETAIL, id: 'food-zh' }
      await packs().save(RETAIL)
      await packs().save(food)

      expect(await packs().list()).toEqual([food, RETAIL])
      expect(await packs().find('retail-zh')).toEqual(RETAIL)
      expect(await packs().find('nothing')).toBeUndefined()
    })

    it('has one version of a pack: the last that was kept', async () => {
      await packs().save(RETAIL)
      const { by: _, ...next } = { ...RETAIL, version: '1.1.0', files: {}, at: NOON + 1 }
      await packs().save(next)

      expect(await packs().list()).toEqual([next])
    })
  })
}
