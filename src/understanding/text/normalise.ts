import { isHan, toSimplified } from '../tables/han.ts'
import { HAN_NUMBER, parseChineseNumber } from './chinese-number.ts'

/** Longer messages are judged by their beginning: the question is in it, and the work stays bounded. */
const LONGEST = 600

/** Letters three or more times running (`soooo`, `!!!!!`) say no more than twice, marks no more than once. */
const LETTER_RUNS = /([a-z])\1{2,}/g
const HAN_RUNS = /(\p{Script=Han})\1{2,}/gu
const MARK_RUNS = /([^\p{L}\p{N}\s])\1+/gu
const PICTURES = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0e|\ufe0f|\u20e3/gu
const APOSTROPHES = /(?<=[a-z])['’`](?=[a-z])/g

/** Numbers are spelled out before a unit alone: 三天 is 3天, but 万一 and 一直 are words. */
const SPELLED_NUMBERS = new RegExp(
  `(?<![第零〇一二两三四五六七八九十百千万])${HAN_NUMBER}(?=天|个?小时|分钟|块|元|毛|件|双|个月|号|斤|公斤|米|厘米|码|折|年|周|岁|盒|瓶|套|包|箱|条|只|台)`,
  'g',
)

/**
 * One spelling for what means the same: width (NFKC), case, traditional → simplified, no emoji,
 * no runs of repeated letters or marks, numbers in digits. Word order, negation and question words are never touched.
 */
export function normalise(text: string): string {
  const cut = text.length > LONGEST ? text.slice(0, LONGEST) : text
  const plain = isPlain(cut) ? cut : cut.normalize('NFKC').replace(PICTURES, ' ')
  const collapsed = plain
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .replace(LETTER_RUNS, '$1$1')
    .replace(HAN_RUNS, '$1$1')
    .replace(MARK_RUNS, '$1')
  return simplify(collapsed).replace(SPELLED_NUMBERS, toDigits).trim()
}

function toDigits(spelled: string): string {
  return parseChineseNumber(spelled)?.toString() ?? spelled
}

/** Letters and digits only: two texts with the same key are the same question. */
export function exactKey(normalised: string): string {
  return normalised.replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The fast path: printable ASCII and Han need neither NFKC nor a search for emoji. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (!(code < 0x80 || (isHan(code) && code >= 0x4e00))) return false
  }
  return true
}

function simplify(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (toSimplified(code) !== code) return simplifyFrom(text, at)
  }
  return text
}

function simplifyFrom(text: string, first: number): string {
  let simple = text.slice(0, first)
  for (let at = first; at < text.length; at++) {
    simple += String.fromCharCode(toSimplified(text.charCodeAt(at)))
  }
  return simple
}
