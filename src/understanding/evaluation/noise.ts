import type { LabelledRow } from '../../domain/evaluation/parse-labelled.ts'
import { createRandom, type Random } from '../learner/random.ts'
import { isHan, spell, syllableOf } from '../tables/han.ts'
import { charactersBySound, traditionalOf } from '../tables/han-reverse.ts'

/** How messages are disturbed, to see what a matcher loses by it. */
export const NOISES = ['typo', 'homophone', 'traditional', 'punctuation', 'pinyin'] as const
export type Noise = (typeof NOISES)[number]

const SEED = 7
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const OPENINGS = { zh: ['您好 ', '在吗？', '亲，', ''], en: ['hi ', 'hello, ', 'hey!! ', ''] }
const CLOSINGS = { zh: ['~', '谢谢', '！！', '😂', ''], en: [' thanks', '!!', ' 😂', '...', ''] }
const INSERTS = ['！', '~', '…', '😂', '，', ' ']

/** One slip a message, always the same one for the same file; without noise the rows come back as they are. */
export function disturb(rows: readonly LabelledRow[], noise: Noise | undefined): readonly LabelledRow[] {
  if (!noise) return rows

  const random = createRandom(SEED)
  const alphabet = [...new Set(rows.flatMap(({ utterance }) => [...utterance]))].filter(isHanChar)
  return rows.map((row) => ({ ...row, utterance: disturbText(row.utterance, noise, random, alphabet) }))
}

function disturbText(text: string, noise: Noise, random: Random, alphabet: readonly string[]): string {
  const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(random() * of.length)]
  const chars = [...text]
  const han = [...chars.keys()].filter((at) => isHanChar(chars[at] ?? ''))
  switch (noise) {
    case 'typo':
      return han.length > 0 ? replaceAt(chars, pick(han), pick(alphabet)) : mistype(text, random)
    case 'homophone': {
      const at = pick(han)
      const sounds =
        at === undefined ? [] : charactersBySound(chars[at] ?? '').filter((char) => alphabet.includes(char))
      return replaceAt(chars, at, pick(sounds.filter((char) => char !== chars[at ?? 0])))
    }
    case 'traditional':
      return chars.map(traditionalOf).join('')
    case 'punctuation': {
      const language = han.length > 0 ? 'zh' : 'en'
      const at = Math.floor(random() * (chars.length + 1))
      const middle = language === 'zh' ? [...chars.slice(0, at), pick(INSERTS), ...chars.slice(at)].join('') : text
      return `${pick(OPENINGS[language]) ?? ''}${middle}${pick(CLOSINGS[language]) ?? ''}`
    }
    case 'pinyin':
      return typePinyin(chars, pick(han.filter((at) => han.includes(at + 1))))
  }
}

function isHanChar(char: string): boolean {
  return isHan(char.charCodeAt(0))
}

function replaceAt(chars: readonly string[], at: number | undefined, by: string | undefined): string {
  return chars.map((char, place) => (place === at ? (by ?? char) : char)).join('')
}

/** One letter swapped with the next, dropped, doubled or struck wrong, in a word of at least four. */
function mistype(text: string, random: Random): string {
  const words = [...text.matchAll(/[a-z]{4,}/gi)]
  const word = words[Math.floor(random() * words.length)]
  if (!word) return text

  const at = word.index + 1 + Math.floor(random() * (word[0].length - 2))
  const [before, here, next, after] = [text.slice(0, at), text[at] ?? '', text[at + 1] ?? '', text.slice(at + 2)]
  const wrong = LETTERS[Math.floor(random() * LETTERS.length)] ?? here
  const slips = [next + here, next, here + here + next, wrong + next]
  return before + (slips[Math.floor(random() * slips.length)] ?? '') + after
}

/** Two characters that stand together, typed as one run of pinyin. */
function typePinyin(chars: readonly string[], at: number | undefined): string {
  if (at === undefined) return chars.join('')

  const typed = [at, at + 1].map((place) => spell(syllableOf(chars[place]?.charCodeAt(0) ?? 0))).join('')
  return [...chars.slice(0, at), typed, ...chars.slice(at + 2)].join('')
}
