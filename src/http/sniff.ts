import { FILE_KINDS, type FileEnding, zipEnding } from '../domain/upload.ts'
import { listZip } from './zip-entries.ts'

/** What is taken in, by its bytes. What a file claims to be counts only where its bytes leave it open. */
export type Sniffed =
  | { readonly kind: 'picture'; readonly ending: PictureEnding }
  | { readonly kind: 'file'; readonly ending: FileEnding }

/** The first bytes of each kind of picture that is taken, by file ending. */
const PICTURES = {
  jpg: { mime: 'image/jpeg', starts: (b: Buffer) => b.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  png: { mime: 'image/png', starts: (b: Buffer) => b.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n' },
  gif: { mime: 'image/gif', starts: (b: Buffer) => /^GIF8[79]a$/.test(b.subarray(0, 6).toString('latin1')) },
  webp: {
    mime: 'image/webp',
    starts: (b: Buffer) =>
      b.subarray(0, 4).toString('latin1') === 'RIFF' && b.subarray(8, 12).toString('latin1') === 'WEBP',
  },
} as const
type PictureEnding = keyof typeof PICTURES
const PICTURE_ENDINGS = Object.keys(PICTURES) as readonly PictureEnding[]

/** Undefined for what is not taken. */
export function sniff(bytes: Buffer, given: string): Sniffed | undefined {
  const picture = PICTURE_ENDINGS.find((ending) => PICTURES[ending].starts(bytes))
  if (picture) return { kind: 'picture', ending: picture }

  const ending = sniffFile(bytes, given)
  return ending && { kind: 'file', ending }
}

/** The type of a picture by the ending of its name; undefined for anything else. */
export function pictureType(name: string): string | undefined {
  const ending = PICTURE_ENDINGS.find((one) => name.endsWith(`.${one}`))
  return ending && PICTURES[ending].mime
}

export function fileType(ending: FileEnding): string {
  return FILE_KINDS[ending]
}

function sniffFile(bytes: Buffer, given: string): FileEnding | undefined {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf'
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    const entries = listZip(bytes)
    return entries && zipEnding(entries, given)
  }
  const [, ending] = /\.(txt|csv)$/i.exec(given) ?? []
  return ending !== undefined && isText(bytes) ? (ending.toLowerCase() as FileEnding) : undefined
}

/** Text as people's programs write it: UTF-8, or the GB 18030 of a Chinese Excel, and no control characters. */
function isText(bytes: Buffer): boolean {
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  return text !== undefined && text.trim() !== '' && !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text)
}

function decode(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
