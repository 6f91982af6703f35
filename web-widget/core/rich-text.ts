export interface Piece {
  /** Where it starts in the whole text. */
  readonly at: number
  readonly text: string
  readonly href?: string
}

// Chinese punctuation never belongs to an address, though nothing but a space would end it in English.
const ADDRESS = /https?:\/\/[^\s<>"'`\u3000-\u303f\uff00-\uffef\u201c\u201d\u2018\u2019\u4e00-\u9fff]+/gi
const TRAILING = /[.,;:!?)\]}]+$/

/** An address that may be followed or shown: http and https only. `undefined` is what to do with all others. */
export function toSafeUrl(address: string, base: string): string | undefined {
  try {
    const url = new URL(address, base)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
  } catch {
    return undefined
  }
}

function trimAddress(found: string): string {
  const trailing = TRAILING.exec(found)?.[0] ?? ''
  // `…/wiki/A_(b)` keeps its bracket.
  if (trailing.startsWith(')') && found.includes('(')) return found.slice(0, found.length - trailing.length + 1)
  return found.slice(0, found.length - trailing.length)
}

/** Text and links, as data: whoever shows it makes text nodes of it, so no markup can come in. */
export function toPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimAddress(match[0])
    const href = toSafeUrl(address, 'https://invalid.invalid')
    if (!href || !/^https?:\/\/[^/]/i.test(address)) continue
    if (match.index > done) pieces.push({ at: done, text: text.slice(done, match.index) })
    pieces.push({ at: match.index, text: address, href })
    done = match.index + address.length
  }
  if (done < text.length) pieces.push({ at: done, text: text.slice(done) })
  return pieces
}
