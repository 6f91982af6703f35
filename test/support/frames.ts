/**
 * WebSocket frames (RFC 6455) as a load generator needs them: text and close frames, unfragmented, masked with a key of zeros, which
 * leaves the payload as it is. socket.io-client costs more CPU than the server that it loads; this costs next to nothing.
 */
const TEXT = 0x81
const MASKED = 0x80
const OPCODE = 0x0f
const CLOSE = 8
const PING = 9

/** One masked text frame. */
export function toFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const head = length < 126 ? 6 : 8
  if (length > 0xffff) throw new Error('a load generator sends short messages only')
  const frame = Buffer.alloc(head + length)
  frame[0] = TEXT
  if (length < 126) frame[1] = MASKED | length
  else {
    frame[1] = MASKED | 126
    frame.writeUInt16BE(length, 2)
  }
  frame.write(text, head)
  return frame
}

/** Cuts a stream of bytes into the texts of its frames; what is not whole yet waits for the next bytes. */
export function createFrameReader(onText: (text: string) => void, onClose: () => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)

  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (;;) {
      if (rest.length < 2) return
      const short = (rest[1] ?? 0) & 0x7f
      const head = short === 127 ? 10 : short === 126 ? 4 : 2
      if (rest.length < head) return
      const length = short === 127 ? Number(rest.readBigUInt64BE(2)) : short === 126 ? rest.readUInt16BE(2) : short
      if (rest.length < head + length) return
      const opcode = (rest[0] ?? 0) & OPCODE
      const text = rest.toString('utf8', head, head + length)
      rest = rest.subarray(head + length)
      if (opcode === CLOSE) onClose()
      // No connection of a load generator lives long enough to be missed for an unanswered ping.
      else if (opcode !== PING) onText(text)
    }
  }
}
