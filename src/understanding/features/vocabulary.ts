/** Feature hash → dense id, in an open-addressing table (linear probing, at most half full). */
export interface Vocabulary {
  size: number
  keys: Int32Array
  /** Id + 1, so that zero means free. */
  slots: Int32Array
  /** Feature group by id. */
  groups: Uint8Array
}

export function createVocabulary(): Vocabulary {
  return { size: 0, keys: new Int32Array(8192), slots: new Int32Array(8192), groups: new Uint8Array(4096) }
}

/** -1 for a feature that no example shows. */
export function findId({ keys, slots }: Vocabulary, hash: number): number {
  const mask = slots.length - 1
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const slot = slots[at] ?? 0
    if (slot === 0) return -1
    if (keys[at] === hash) return slot - 1
  }
}

/** The id of a feature, a new one if it was never seen. */
export function learnId(vocabulary: Vocabulary, hash: number, group: number): number {
  const known = findId(vocabulary, hash)
  if (known >= 0) return known

  if ((vocabulary.size + 1) * 2 > vocabulary.slots.length) grow(vocabulary)
  const id = vocabulary.size++
  vocabulary.groups[id] = group
  place(vocabulary, hash, id)
  return id
}

function place({ keys, slots }: Vocabulary, hash: number, id: number): void {
  const mask = slots.length - 1
  let at = hash & mask
  while (slots[at] !== 0) at = (at + 1) & mask
  keys[at] = hash
  slots[at] = id + 1
}

function grow(vocabulary: Vocabulary): void {
  const { keys, slots, groups } = vocabulary
  vocabulary.keys = new Int32Array(keys.length * 2)
  vocabulary.slots = new Int32Array(slots.length * 2)
  vocabulary.groups = new Uint8Array(slots.length)
  vocabulary.groups.set(groups)
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] ?? 0
    if (slot !== 0) place(vocabulary, keys[at] ?? 0, slot - 1)
  }
}
