import { readGif } from './gif.ts'
import { readJpeg } from './jpeg.ts'
import { readPng } from './png.ts'
import { readWebp } from './webp.ts'

export type PictureKind = 'jpg' | 'png' | 'gif' | 'webp'

/** A picture without what only tells of whoever took it. */
export interface CleanPicture {
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

/** More than any phone's picture of five megabytes holds. To show one pixel a browser needs four bytes, whatever the file needs. */
const MOST_PIXELS = 50_000_000
const LONGEST_SIDE = 16_384

const READERS: Readonly<Record<PictureKind, (bytes: Uint8Array) => CleanPicture | undefined>> = {
  jpg: readJpeg,
  png: readPng,
  gif: readGif,
  webp: readWebp,
}

/**
 * The picture with place, time, device, comments and whatever hangs behind its end left out; undefined where it is not whole,
 * or would take more memory than a picture may. What can be seen of it, and which side is up, stays.
 */
export function cleanPicture(bytes: Uint8Array, kind: PictureKind): CleanPicture | undefined {
  try {
    const picture = READERS[kind](bytes)
    return picture && isShowable(picture) ? picture : undefined
  } catch (error) {
    // Read beyond the end: half a picture.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

export function isShowable({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return width > 0 && height > 0 && Math.max(width, height) <= LONGEST_SIDE && width * height <= MOST_PIXELS
}
