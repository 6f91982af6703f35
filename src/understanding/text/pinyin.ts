import { findSyllable } from '../tables/han.ts'
import { ENGLISH_LOOK_ALIKES } from './english-look-alikes.ts'

const LONGEST_SYLLABLE = 6
/** Interjections that pinyin-pro lists as readings; as typed pinyin they would make anything a syllable. */
const NOT_TYPED = new Set(['m', 'n', 'ng', 'hm', 'hng', 'e', 'o', 'ei', 'a'])

/** The longest run that is worth splitting; typed pinyin comes in words, not in sentences without spaces. */
const LONGEST_RUN = 40

/** Words repeat, and splitting one takes longer than all else that is done with it. */
const REMEMBERED = 20_000
const splits = new Map<string, readonly number[] | undefined>()

/** The syllable ids of a typed run (`tuikuan`), or undefined when it is not pinyin from end to end. */
export function toSyllables(run: string): readonly number[] | undefined {
  if (run.length < 2 || run.length > LONGEST_RUN || ENGLISH_LOOK_ALIKES.has(run)) return undefined
  if (splits.has(run)) return splits.get(run)

  if (splits.size >= REMEMBERED) splits.clear()
  const syllables = split(run)
  splits.set(run, syllables)
  return syllables
}

/** Splits into as few syllables as possible. */
function split(run: string): readonly number[] | undefined {
  const fewest = new Array<number>(run.length + 1).fill(Number.POSITIVE_INFINITY)
  const cameFrom = new Array<number>(run.length + 1).fill(-1)
  fewest[0] = 0
  for (let end = 1; end <= run.length; end++) {
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      const count = (fewest[start] ?? Number.POSITIVE_INFINITY) + 1
      if (count >= (fewest[end] ?? 0) || !isTyped(run.slice(start, end))) continue
      fewest[end] = count
      cameFrom[end] = start
    }
  }
  if (fewest[run.length] === Number.POSITIVE_INFINITY) return undefined

  const ids: number[] = []
  for (let end = run.length; end > 0; end = cameFrom[end] ?? 0) {
    ids.unshift(findSyllable(run.slice(cameFrom[end], end)))
  }
  return ids
}

function isTyped(piece: string): boolean {
  return !NOT_TYPED.has(piece) && findSyllable(piece) > 0
}
