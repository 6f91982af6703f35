import { joined, slice, textAt, viewOf } from './bytes.ts'
import type { CleanPicture } from './clean-picture.ts'

const HEADER = 13
const EXTENSION = 0x21
const IMAGE = 0x2c
const TRAILER = 0x3b
const GRAPHIC_CONTROL = 0xf9
const APPLICATION = 0xff
/** How often an animation runs; any other program's data is left out. */
const LOOPS = ['NETSCAPE2.0', 'ANIMEXTS1.0']

/** Block after block up to the trailer (GIF89a). Comments and texts are left out. */
export function readGif(bytes: Uint8Array): CleanPicture | undefined {
  const view = viewOf(bytes)
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)]
  let at = HEADER + colours(view.getUint8(10))
  const kept = [slice(bytes, 0, at)]
  let images = 0
  for (;;) {
    const kind = view.getUint8(at)
    if (kind === TRAILER) break
    const end = kind === IMAGE ? endOfImage(view, at) : kind === EXTENSION ? endOfBlocks(view, at + 2) : 0
    if (end === 0) return undefined
    if (kind === IMAGE) {
      if (reaches(view, at).x > width || reaches(view, at).y > height) return undefined
      images += 1
    }
    if (kind === IMAGE || isKept(bytes, at)) kept.push(slice(bytes, at, end))
    at = end
  }
  return images === 0 ? undefined : { width, height, bytes: joined([...kept, Uint8Array.of(TRAILER)]) }
}

/** Bytes of a table of colours that these flags announce. */
function colours(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function reaches(view: DataView, at: number): { x: number; y: number } {
  const [left, top] = [view.getUint16(at + 1, true), view.getUint16(at + 3, true)]
  return { x: left + view.getUint16(at + 5, true), y: top + view.getUint16(at + 7, true) }
}

function endOfImage(view: DataView, at: number): number {
  return endOfBlocks(view, at + 10 + colours(view.getUint8(at + 9)) + 1)
}

/** Each block says its length; one of length 0 ends them. */
function endOfBlocks(view: DataView, from: number): number {
  let at = from
  for (;;) {
    const length = view.getUint8(at)
    at += 1 + length
    if (length === 0) return at
  }
}

function isKept(bytes: Uint8Array, at: number): boolean {
  const label = bytes[at + 1]
  return label === GRAPHIC_CONTROL || (label === APPLICATION && LOOPS.includes(textAt(bytes, at + 3, 11)))
}
