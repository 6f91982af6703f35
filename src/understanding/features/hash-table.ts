/** Hash → a number that is not 0, in two arrays (open addressing, linear probing): it lies in files and crosses threads as it is. */
export interface HashTable {
  readonly hashes: Int32Array
  /** 0 where the slot is free. */
  readonly values: Int32Array
}

/** An empty table for so many entries; it does not grow. */
export function createHashTable(entries: number): HashTable {
  const size = 2 ** Math.ceil(Math.log2(entries * 1.6 + 2))
  return { hashes: new Int32Array(size), values: new Int32Array(size) }
}

/** Enters a value, unless the hash has one. */
export function enter(table: HashTable, hash: number, value: number): void {
  const slot = slotOf(table, hash)
  if (table.values[slot] !== 0) return

  table.hashes[slot] = hash
  table.values[slot] = value
}

/** The value of a hash, 0 if it has none. */
export function lookUp(table: HashTable, hash: number): number {
  return table.values[slotOf(table, hash)] ?? 0
}

function slotOf({ hashes, values }: HashTable, hash: number): number {
  const mask = hashes.length - 1
  let slot = hash & mask
  while (values[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask
  return slot
}
