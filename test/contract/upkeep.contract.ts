import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'
import { NOON } from './given.ts'

export function describeUpkeep(opened: Opened): void {
  describe('upkeep', () => {
    it('writes a proof as often as it is asked, beside what else is kept there', async () => {
      const { storage } = opened()
      await storage.settings.setReception({ mode: 'assist' })

      await Promise.all([storage.proveWritable(NOON), storage.proveWritable(NOON + 1)])
      await storage.proveWritable(NOON + 2)

      expect(await storage.settings.getReception()).toEqual({ mode: 'assist' })
    })

    it('finds no migration missing after opening', async () => {
      expect(await opened().storage.listPendingMigrations()).toEqual([])
    })
  })
}
