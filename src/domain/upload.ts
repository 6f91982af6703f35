/** A file that somebody has sent, as it is kept. */
export interface StoredFile {
  /** As people read it; its ending is that of its kind. */
  readonly name: string
  readonly size: number
  readonly mime: string
}

/** Kinds of files that are taken besides pictures, by file ending. What they are is decided by their bytes. */
export const FILE_KINDS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  txt: 'text/plain',
  csv: 'text/csv',
} as const

export type FileEnding = keyof typeof FILE_KINDS

const LONGEST_NAME = 80
/** Controls, what paths and shells are made of, and marks that turn the direction of writing and so hide an ending. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]+/gu

/** What a person has named a file, made safe to show and to save, with the ending of what it is. */
export function toFileName(given: string, ending: FileEnding): string {
  const bare = given
    .normalize('NFC')
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+/, '')
  const own = `.${ending}`
  const stem = bare.toLowerCase().endsWith(own) ? bare.slice(0, -own.length) : bare
  const short = [...stem]
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/[. ]+$/, '')
  return `${short || 'file'}${own}`
}

/** Programs, scripts and disk images, and archives, in which they could hide. */
const DANGEROUS =
  /\.(?:exe|com|scr|pif|cpl|dll|sys|msi|msp|mst|bat|cmd|ps1|psm1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|lnk|url|reg|inf|jar|class|apk|ipa|app|dmg|pkg|deb|rpm|sh|bash|command|desktop|iso|img|vhd|vhdx|zip|rar|7z|gz|tgz|bz2|xz|tar|cab|docm|xlsm|pptm|bin)$/i

/** What a zip holds says what it is; undefined for what may not be sent. */
export function zipEnding(entries: readonly string[], given: string): FileEnding | undefined {
  const office = entries.includes('[Content_Types].xml')
  // A macro is a program, whatever the document is called.
  if (entries.some((name) => DANGEROUS.test(name.replace(/[. ]+$/, '')))) return undefined
  if (office && entries.some((name) => name.startsWith('word/'))) return 'docx'
  if (office && entries.some((name) => name.startsWith('xl/'))) return 'xlsx'
  return /\.zip$/i.test(given) ? 'zip' : undefined
}
