import { describe, expect, it } from 'vitest'
import { cleanPicture } from '../../../src/domain/pictures/clean-picture.ts'
import { CANARY, chunk, exif, laden, PICTURES, segment } from '../../support/pictures.ts'

const KINDS = Object.keys(PICTURES) as (keyof typeof PICTURES)[]
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1')

describe('a picture', () => {
  it.each(KINDS)('of kind %s keeps its size and loses what it says of whoever took it', (kind) => {
    const clean = cleanPicture(laden(kind), kind)

    expect(clean).toMatchObject({ width: 8, height: 6 })
    expect(text(laden(kind))).toContain(CANARY)
    expect(text(clean?.bytes)).not.toContain(CANARY)
    expect(text(clean?.bytes)).toBe(text(cleanPicture(PICTURES[kind], kind)?.bytes))
  })

  it.each(KINDS)('of kind %s that has nothing to lose stays as it is', (kind) => {
    const clean = cleanPicture(PICTURES[kind], kind)?.bytes ?? new Uint8Array()

    expect(text(cleanPicture(clean, kind)?.bytes)).toBe(text(clean))
    expect(clean.length).toBeGreaterThan(50)
  })

  it.each(KINDS)('of kind %s that ends too early is none, wherever it ends', (kind) => {
    const whole = Buffer.from(cleanPicture(PICTURES[kind], kind)?.bytes ?? [])
    for (let length = 0; length < whole.length - 2; length += 1) {
      expect([length, cleanPicture(whole.subarray(0, length), kind)]).toEqual([length, undefined])
    }
  })

  it.each(KINDS)('of kind %s that is damaged never breaks the reader', (kind) => {
    const whole = laden(kind, 6)
    let state = 7
    const next = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state % below
    }
    for (let round = 0; round < 3000; round += 1) {
      const damaged = Buffer.from(whole)
      for (let hits = 0; hits <= next(4); hits += 1) damaged[next(damaged.length)] = next(256)
      const clean = cleanPicture(damaged, kind)
      expect(clean === undefined || clean.bytes.length <= damaged.length + 36).toBe(true)
    }
  })

  it.each([1, 3, 6, 8])('that lies on its side %i goes on doing so, and Exif says nothing else', (orientation) => {
    const clean = Buffer.from(cleanPicture(laden('jpg', orientation), 'jpg')?.bytes ?? [])
    const again = Buffer.from(cleanPicture(clean, 'jpg')?.bytes ?? [])
    const at = clean.indexOf('Exif')

    expect(at > 0).toBe(orientation !== 1)
    if (at > 0) expect(clean.readUInt16BE(at + 24)).toBe(orientation)
    expect(again.equals(clean)).toBe(true)
  })

  it('with a broken Exif is taken without it', () => {
    const broken = exif(6)
    broken.writeUInt32LE(0xffff_fff0, 14)
    const bytes = Buffer.concat([PICTURES.jpg.subarray(0, 2), broken, PICTURES.jpg.subarray(2)])

    expect(text(cleanPicture(bytes, 'jpg')?.bytes)).not.toContain('Exif')
  })
})

describe('a picture that would fill a browser’s memory', () => {
  const bombOf = { jpg: jpegOf, png: pngOf, gif: gifOf, webp: webpOf }
  function pngOf(width: number, height: number): Buffer {
    const bytes = Buffer.from(PICTURES.png)
    bytes.writeUInt32BE(width, 16)
    bytes.writeUInt32BE(height, 20)
    return bytes
  }
  function jpegOf(width: number, height: number): Buffer {
    const bytes = Buffer.from(PICTURES.jpg)
    const at = bytes.indexOf(Buffer.from([0xff, 0xc0]))
    bytes.writeUInt16BE(height, at + 5)
    bytes.writeUInt16BE(width, at + 7)
    return bytes
  }
  function gifOf(width: number, height: number): Buffer {
    const bytes = Buffer.from(PICTURES.gif)
    bytes.writeUInt16LE(width, 6)
    bytes.writeUInt16LE(height, 8)
    return bytes
  }
  function webpOf(width: number, height: number): Buffer {
    const bytes = Buffer.from(PICTURES.webp)
    bytes.writeUIntLE(width - 1, 24, 3)
    bytes.writeUIntLE(height - 1, 27, 3)
    return bytes
  }

  it.each(KINDS)('is refused as %s, whatever few bytes it needs', (kind) => {
    const bomb = bombOf[kind]

    expect(cleanPicture(bomb(16_384, 3000), kind)).toMatchObject({ width: 16_384, height: 3000 })
    expect(cleanPicture(bomb(16_384, 4000), kind)).toBeUndefined()
    expect(cleanPicture(bomb(16_385, 8), kind)).toBeUndefined()
    expect(cleanPicture(bomb(60_000, 60_000), kind)).toBeUndefined()
  })

  it('is refused without any pixels', () => {
    expect(cleanPicture(pngOf(0, 6), 'png')).toBeUndefined()
    expect(
      cleanPicture(Buffer.concat([PICTURES.png.subarray(0, 8), chunk('IEND', Buffer.alloc(0))]), 'png'),
    ).toBeUndefined()
    expect(
      cleanPicture(Buffer.concat([PICTURES.jpg.subarray(0, 2), segment(0xfe, Buffer.from('x'))]), 'jpg'),
    ).toBeUndefined()
  })

  it('is refused with a frame that is larger than the picture says', () => {
    const bytes = Buffer.from(PICTURES.gif)
    const frame = bytes.indexOf(0x2c, 40)
    bytes.writeUInt16LE(60_000, frame + 5)

    expect(cleanPicture(bytes, 'gif')).toBeUndefined()
  })
})
