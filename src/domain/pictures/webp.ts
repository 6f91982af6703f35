import { joined, slice, textAt, viewOf } from './bytes.ts'
import type { CleanPicture } from './clean-picture.ts'

const HEADER = 12
const KEPT = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']
/** Flags of `VP8X` that announce what is left out: Exif and XMP. */
const ANNOUNCED = 0x08 | 0x04

/** The chunks of a RIFF file (the WebP container specification). */
export function readWebp(bytes: Uint8Array): CleanPicture | undefined {
  const view = viewOf(bytes)
  const end = 8 + view.getUint32(4, true)
  const kept: Uint8Array[] = []
  let size: { width: number; height: number } | undefined
  for (let at = HEADER; at + 8 <= end; ) {
    const name = textAt(bytes, at, 4)
    const length = view.getUint32(at + 4, true)
    // The last padding byte is left out by some programs.
    const chunk = slice(bytes, at, Math.min(at + 8 + length + (length % 2), Math.max(bytes.length, at + 8 + length)))
    size ??= sizeIn(name, chunk)
    if (KEPT.includes(name)) kept.push(name === 'VP8X' ? withoutAnnounced(chunk) : chunk)
    at += 8 + length + (length % 2)
  }
  const hasPixels = kept.some((chunk) => ['VP8 ', 'VP8L', 'ANMF'].includes(textAt(chunk, 0, 4)))
  return size && hasPixels ? { ...size, bytes: toRiff(kept) } : undefined
}

/** Of the canvas, or of the only frame. */
function sizeIn(name: string, chunk: Uint8Array): { width: number; height: number } | undefined {
  const view = viewOf(chunk)
  if (name === 'VP8X') return { width: 1 + uint24(view, 12), height: 1 + uint24(view, 15) }
  if (name === 'VP8L') {
    const bits = view.getUint32(9, true)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  if (name !== 'VP8 ') return undefined
  return { width: view.getUint16(14, true) & 0x3fff, height: view.getUint16(16, true) & 0x3fff }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}

function withoutAnnounced(chunk: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(chunk)
  copy[8] = (copy[8] ?? 0) & ~ANNOUNCED
  return copy
}

function toRiff(chunks: readonly Uint8Array[]): Uint8Array {
  const body = joined(chunks)
  const header = new Uint8Array(HEADER)
  header.set(
    [...'RIFF'].map((letter) => letter.charCodeAt(0)),
    0,
  )
  viewOf(header).setUint32(4, 4 + body.length, true)
  header.set(
    [...'WEBP'].map((letter) => letter.charCodeAt(0)),
    8,
  )
  return joined([header, body])
}
