/** Eight by six pixels, as a browser writes them. */
export const PICTURES = {
  jpg: Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAZEAACAwEAAAAAAAAAAAAAAAAABAEREgL/xAAVAQEBAAAAAAAAAAAAAAAAAAAFB//EABoRAQEAAwEBAAAAAAAAAAAAAAMBAAIRQQT/2gAMAwEAAhEDEQA/AI5VXhbWJ6nVXYAB3dPoSqt7tfcqQjoGkM5yTzP/2Q==',
    'base64',
  ),
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAYAAAD+Bd/7AAAAL0lEQVR4AYSMwQkAAAgCpZUcqpnaqZ3qK34U7iHoFbmnLHlKISQPBg3FhdngD+8PAAD//3GzlSMAAAAGSURBVAMA2nsVlRD/NP0AAAAASUVORK5CYII=',
    'base64',
  ),
  webp: Buffer.from(
    'UklGRjYCAABXRUJQVlA4WAoAAAAgAAAABwAABQAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggSAAAAPABAJ0BKggABgABQCYlsAJ0ugACuiwNAAD+958ovc7HFCgotdtKP/lsc3u3DsXVb/6vTPf8f7lH/w+yFUf/ZwP+5wP3TAAAAA==',
    'base64',
  ),
  /** Two frames, that go round. */
  gif: Buffer.from(
    [
      '47494638396108000600800000 00ff000000ff',
      '21ff0b4e45545343415045322e300301000000',
      '21f904000a000000 2c000000000800060000 021c0408102040800001020408102040800001020408102040800001020500',
      '21f904000a000000 2c000000000800060000 021c4c983061c2840913264c983061c2840913264c983061c2840913260500',
      '3b',
    ]
      .join('')
      .replaceAll(' ', ''),
    'hex',
  ),
} as const

/** Says where it was taken, and should not be there any more. */
export const CANARY = 'GPS 30.2741 N 120.1551 E'
const canary = Buffer.from(CANARY)

/** A segment of a JPEG file. */
export function segment(marker: number, content: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(2 + content.length, 2)
  return Buffer.concat([head, content])
}

/** Exif as a camera writes it: which side is up, and where it was. */
export function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(orientation, 18)
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, canary]))
}

export function chunk(name: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length, 0)
  head.write(name, 4, 'latin1')
  // Nobody checks the sum of what is thrown away.
  return Buffer.concat([head, content, Buffer.alloc(4)])
}

export function riffChunk(name: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}

/** The same pictures with all that cameras and programs write into them, and something behind their end. */
export function laden(kind: keyof typeof PICTURES, orientation = 1): Buffer {
  const plain = PICTURES[kind]
  switch (kind) {
    case 'jpg':
      return Buffer.concat([
        plain.subarray(0, 2),
        exif(orientation),
        segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), canary])),
        segment(0xed, canary),
        segment(0xfe, canary),
        plain.subarray(2),
        canary,
      ])
    case 'png':
      return Buffer.concat([
        plain.subarray(0, 33),
        chunk('tEXt', canary),
        chunk('eXIf', canary),
        chunk('prVt', canary),
        plain.subarray(33),
        canary,
      ])
    case 'webp': {
      const body = Buffer.concat([plain.subarray(12), riffChunk('EXIF', canary), riffChunk('XMP ', canary)])
      const whole = Buffer.concat([plain.subarray(0, 12), body, canary])
      whole.writeUInt32LE(4 + body.length, 4)
      whole[20] = (whole[20] ?? 0) | 0x0c
      return whole
    }
    case 'gif': {
      const block = Buffer.concat([Buffer.from([canary.length]), canary, Buffer.from([0])])
      const comment = Buffer.concat([Buffer.from([0x21, 0xfe]), block])
      const other = Buffer.concat([Buffer.from([0x21, 0xff, 11]), Buffer.from('XMP DataXMP'), block])
      return Buffer.concat([plain.subarray(0, 19), comment, other, plain.subarray(19), canary])
    }
  }
}
