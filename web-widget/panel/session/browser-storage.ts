import { createMemoryKeyValue, type KeyValue } from '../../core/key-value.ts'
import { KEY_PREFIX } from '../../core/keys.ts'

function findLocalStorage(): Storage | undefined {
  try {
    const probe = `${KEY_PREFIX}probe`
    localStorage.setItem(probe, '1')
    localStorage.removeItem(probe)
    return localStorage
  } catch {
    return undefined
  }
}

/** What survives a reload. Where the browser forbids it or is full, memory holds the rest for this page. */
export function openBrowserStorage(): KeyValue {
  const memory = createMemoryKeyValue()
  const disk = findLocalStorage()
  if (!disk) return memory

  return {
    find: (key) => memory.find(key) ?? disk.getItem(key) ?? undefined,
    put(key, value) {
      try {
        disk.setItem(key, value)
        memory.remove(key)
      } catch {
        disk.removeItem(key)
        memory.put(key, value)
      }
    },
    remove(key) {
      disk.removeItem(key)
      memory.remove(key)
    },
    listKeys: () => [...new Set([...Object.keys(disk), ...memory.listKeys()])],
  }
}
