/** Feature hash → dense id, in an open-addressing table (linear probing, at most half full). */
export interface Vocabulary {
  size: number
  /** Id + 1, so that zero means free. */
  slots: Int32Array
  /** Hash by id. */
  hashes: Int32Array
  /** Feature group by id. */
  groups: Uint8Array
}

export function createVocabulary(): Vocabulary {
  return { size: 0, slots: new Int32Array(8192), hashes: new Int32Array(4096), groups: new Uint8Array(4096) }
}

/** -1 for a feature that no example shows. */
export function findId({ slots, hashes }: Vocabulary, hash: number): number {
  const mask = slots.length - 1
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const id = (slots[at] ?? 0) - 1
    if (id < 0 || hashes[id] === hash) return id
  }
}

/** The id of a feature, a new one if it was never seen. */
export function learnId(vocabulary: Vocabulary, hash: number, group: number): number {
  const known = findId(vocabulary, hash)
  if (known >= 0) return known

  if ((vocabulary.size + 1) * 2 > vocabulary.slots.length) grow(vocabulary)
  const id = vocabulary.size++
  vocabulary.hashes[id] = hash
  vocabulary.groups[id] = group
  place(vocabulary.slots, hash, id)
  return id
}

function place(slots: Int32Array, hash: number, id: number): void {
  const mask = slots.length - 1
  let at = hash & mask
  while (slots[at] !== 0) at = (at + 1) & mask
  slots[at] = id + 1
}

function grow(vocabulary: Vocabulary): void {
  const { slots, hashes, groups, size } = vocabulary
  vocabulary.slots = new Int32Array(slots.length * 2)
  vocabulary.hashes = new Int32Array(slots.length)
  vocabulary.hashes.set(hashes)
  vocabulary.groups = new Uint8Array(slots.length)
  vocabulary.groups.set(groups)
  for (let id = 0; id < size; id++) place(vocabulary.slots, hashes[id] ?? 0, id)
}

/** Without the room it had for growing. */
export function trimmed({ size, slots, hashes, groups }: Vocabulary): Vocabulary {
  return { size, slots, hashes: hashes.slice(0, size), groups: groups.slice(0, size) }
}
