/** One step of MurmurHash3 (Austin Appleby, public domain): mixes a number into a 32-bit hash. */
export function mix(hash: number, value: number): number {
  let part = Math.imul(value, 0xcc9e2d51)
  part = Math.imul((part << 15) | (part >>> 17), 0x1b873593)
  const mixed = hash ^ part
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0
}

/** Hash of a piece of a string, without cutting the piece out. */
export function hashText(seed: number, text: string, from = 0, to = text.length): number {
  let hash = seed
  for (let at = from; at < to; at++) hash = mix(hash, text.charCodeAt(at))
  return finish(hash)
}

/** MurmurHash3's finaliser, so that near values fall far apart in the tables. */
export function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) | 0
}
