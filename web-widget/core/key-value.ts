/** Text kept by key. A store that cannot keep anything still answers from memory for as long as the page lives. */
export interface KeyValue {
  find(key: string): string | undefined
  put(key: string, value: string): void
  remove(key: string): void
  listKeys(): readonly string[]
}

export function createMemoryKeyValue(): KeyValue {
  const values = new Map<string, string>()
  return {
    find: (key) => values.get(key),
    put: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
    listKeys: () => [...values.keys()],
  }
}
