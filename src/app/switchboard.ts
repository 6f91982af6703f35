import type { SettingStore } from '../ports/storage.ts'
import type { Switchboard } from '../ports/world.ts'

/** Keeps the console's switch in memory: it is looked at for every message. */
export async function createSwitchboard(store: SettingStore): Promise<Switchboard> {
  let current = await store.getReception()
  let changes = 0

  return {
    current: () => current,
    change: async (next) => {
      await store.setReception(next)
      changes += 1
      current = next
    },
    refresh: async () => {
      const before = changes
      const read = await store.getReception()
      // What was switched here meanwhile is newer than what was read.
      if (before === changes) current = read
    },
  }
}
