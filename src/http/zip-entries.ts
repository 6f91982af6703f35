/** The end record without its comment, and a comment at its longest. */
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const ENTRY_BYTES = 46
const END_MARK = 0x06054b50
const ENTRY_MARK = 0x02014b50
/** More than anybody sends to a shop; a directory this long was made to hold somebody up. */
const MOST_ENTRIES = 5000

/** The names in a zip by its central directory, which is what programs unpack by; undefined if it is no whole zip. */
export function listZip(bytes: Buffer): readonly string[] | undefined {
  const end = findEnd(bytes)
  if (end === undefined) return undefined

  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count > MOST_ENTRIES) return undefined

  const names: string[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > end || bytes.readUInt32LE(at) !== ENTRY_MARK) return undefined
    const nameBytes = bytes.readUInt16LE(at + 28)
    const from = at + ENTRY_BYTES
    names.push(bytes.subarray(from, from + nameBytes).toString('utf8'))
    at = from + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  // Programs may find more behind a directory that does not reach its end.
  return at === end ? names : undefined
}

function findEnd(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT)
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END_MARK && at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length) return at
  }
  return undefined
}
