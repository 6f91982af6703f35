import { joined, slice, textAt, viewOf } from './bytes.ts'
import type { CleanPicture } from './clean-picture.ts'

const SIGNATURE = 8
/** Length, name and checksum of a chunk. */
const AROUND = 12
/** What is seen: pixels, colours, transparency, and the frames of an animation. Texts, times and places are not among them. */
const KEPT = [
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs', 'bKGD'],
  ...['acTL', 'fcTL', 'fdAT'],
]

/** Chunk after chunk up to `IEND` (the PNG specification, chapter 5). */
export function readPng(bytes: Uint8Array): CleanPicture | undefined {
  const view = viewOf(bytes)
  if (textAt(bytes, SIGNATURE + 4, 4) !== 'IHDR') return undefined

  const kept = [slice(bytes, 0, SIGNATURE)]
  for (let at = SIGNATURE; ; ) {
    const length = view.getUint32(at)
    const name = textAt(bytes, at + 4, 4)
    const chunk = slice(bytes, at, at + AROUND + length)
    if (KEPT.includes(name)) kept.push(chunk)
    if (name === 'IEND') break
    at += chunk.length
  }
  return { width: view.getUint32(SIGNATURE + 8), height: view.getUint32(SIGNATURE + 12), bytes: joined(kept) }
}
