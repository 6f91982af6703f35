import type { ProductId } from '../../domain/ids.ts'
import { syllableOf } from '../tables/han.ts'
import { toSyllables } from '../text/pinyin.ts'
import type { Hit } from './phrasebook.ts'
import type { ProductNames } from './products.ts'

const ALL_HAN = /^\p{Script=Han}{2,}$/u
/** Shorter runs are words of English oftener than names in pinyin. */
const TYPED = /(?<![a-z0-9])[a-z]{4,40}(?![a-z0-9])/g
const LEAST_SYLLABLES = 2

/** Finds Chinese names that were typed as toneless pinyin in one run: `yamaqun`. Two syllables count only as the whole run. */
export function createTypedNameFinder(
  products: readonly ProductNames[],
): (text: string) => readonly Hit<readonly ProductId[]>[] {
  const bySound = new Map<string, ProductId[]>()
  for (const { id, names } of products) {
    for (const name of names) {
      if (!ALL_HAN.test(name)) continue
      const sound = [...name].map((char) => syllableOf(char.charCodeAt(0))).join(' ')
      bySound.set(sound, [...new Set([...(bySound.get(sound) ?? []), id])])
    }
  }
  const sounds = [...bySound].toSorted(([a], [b]) => b.length - a.length)

  return (text) =>
    [...text.matchAll(TYPED)].flatMap((match) => {
      const syllables = toSyllables(match[0])
      if (!syllables || syllables.length < LEAST_SYLLABLES) return []
      const said = syllables.join(' ')
      const found = sounds.find(([sound]) => said === sound || (sound.split(' ').length > 2 && holds(said, sound)))
      return found ? [{ start: match.index, end: match.index + match[0].length, value: found[1] }] : []
    })
}

function holds(said: string, sound: string): boolean {
  return ` ${said} `.includes(` ${sound} `)
}
