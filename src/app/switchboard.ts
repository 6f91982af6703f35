import type { SettingStore } from '../ports/storage.ts'
import type { Switchboard } from '../ports/world.ts'

/** Keeps the console's switch in memory: it is looked at for every message. */
export async function createSwitchboard(store: SettingStore): Promise<Switchboard> {
  let current = await store.getReception()

  return {
    current: () => current,
    change: async (next) => {
      await store.setReception(next)
      current = next
    },
    refresh: async () => {
      current = await store.getReception()
    },
  }
}
