import { joined, slice, textAt, viewOf } from './bytes.ts'
import type { CleanPicture } from './clean-picture.ts'

const START = 2
const SCAN = 0xda
const END = 0xd9
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COMMENT = 0xfe
const ORIENTATION = 0x0112

/** Segment after segment up to the end of the image (ITU T.81, annex B). */
export function readJpeg(bytes: Uint8Array): CleanPicture | undefined {
  const view = viewOf(bytes)
  const kept = [slice(bytes, 0, START)]
  let size: { width: number; height: number } | undefined
  let upright = 1
  for (let at = START; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === END) break
    const end = at + 2 + view.getUint16(at + 2)
    const segment = slice(bytes, at, end)
    if (isFrame(marker)) size ??= { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === APP1) upright = readOrientation(segment) ?? upright
    if (isKept(marker, segment)) kept.push(segment)
    at = end
    if (marker === SCAN) {
      at = endOfScan(view, end)
      kept.push(slice(bytes, end, at))
    }
  }
  const [start, ...rest] = kept
  if (!size || !start || rest.length === 0) return undefined
  const told = upright === 1 ? [] : [orientationSegment(upright)]
  return { ...size, bytes: joined([start, ...told, ...rest, Uint8Array.of(0xff, END)]) }
}

/** Of a frame's header; three of the same range are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** The density, the colours, and what Adobe's decoders need; of all other programs' data and comments nothing. */
function isKept(marker: number, segment: Uint8Array): boolean {
  if (marker === COMMENT) return false
  if (marker < APP0 || marker > APP15) return true
  if (marker === APP0) return textAt(segment, 4, 4) === 'JFIF'
  if (marker === APP2) return segment.length > 16 && textAt(segment, 4, 11) === 'ICC_PROFILE'
  return marker === APP14 && textAt(segment, 4, 5) === 'Adobe'
}

/** Within a scan 0xff is followed by 0, or by the mark of a restart. */
function endOfScan(view: DataView, from: number): number {
  for (let at = from; ; at += 1) {
    if (view.getUint8(at) !== 0xff) continue
    const next = view.getUint8(at + 1)
    const within = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!within) return at
  }
}

/** Which side is up: the one thing of Exif that can be seen. Undefined where it is not said. */
function readOrientation(segment: Uint8Array): number | undefined {
  if (segment.length < 18 || textAt(segment, 4, 4) !== 'Exif') return undefined
  const tiff = viewOf(segment.subarray(10))
  try {
    const little = tiff.getUint16(0) === 0x4949
    const directory = tiff.getUint32(4, little)
    for (let entry = 0; entry < tiff.getUint16(directory, little); entry += 1) {
      const at = directory + 2 + entry * 12
      const value = tiff.getUint16(at + 8, little)
      if (tiff.getUint16(at, little) === ORIENTATION) return value >= 1 && value <= 8 ? value : undefined
    }
  } catch (error) {
    // What is broken in there goes anyway.
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}

/** Exif that says nothing else. */
function orientationSegment(value: number): Uint8Array {
  const segment = new Uint8Array(36)
  const view = viewOf(segment)
  view.setUint16(0, 0xff00 | APP1)
  view.setUint16(2, 34)
  segment.set(
    [...'Exif'].map((letter) => letter.charCodeAt(0)),
    4,
  )
  // Big-endian, one directory at 8 with one entry: a short.
  view.setUint32(10, 0x4d4d002a)
  view.setUint32(14, 8)
  view.setUint16(18, 1)
  view.setUint16(20, ORIENTATION)
  view.setUint16(22, 3)
  view.setUint32(24, 1)
  view.setUint16(28, value)
  return segment
}
