import { toSimplified } from '../tables/han.ts'

/** As in `normalise`: what comes later is rarely more than a repetition, and the work stays bounded. */
const LONGEST = 600

/**
 * One spelling of width, case, script and quotes. Unlike `normalise` it keeps every character, because
 * `xxxl`, `5'7"` and `100000` mean what they say.
 */
export function toReadable(text: string): string {
  const cut = text.slice(0, LONGEST).toLowerCase()
  if (/^\p{ASCII}*$/u.test(cut)) return cut

  const plain = cut.normalize('NFKC').toLowerCase().replace(/[’‘′]/g, "'").replace(/[“”″]/g, '"')
  let simple = ''
  let from = 0
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at)
    const other = toSimplified(code)
    if (other === code) continue

    simple += plain.slice(from, at) + String.fromCharCode(other)
    from = at + 1
  }
  return from === 0 ? plain : simple + plain.slice(from)
}
