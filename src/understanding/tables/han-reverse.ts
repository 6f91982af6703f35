import { syllableOf, toSimplified } from './han.ts'
import { FIRST_HAN, LAST_HAN } from './layout.ts'

/** The tables read backwards; only tools that disturb texts need them. */
interface Reverse {
  readonly traditional: ReadonlyMap<number, number>
  readonly bySyllable: ReadonlyMap<number, readonly string[]>
}

let reverse: Reverse | undefined

function reversed(): Reverse {
  if (reverse) return reverse

  const traditional = new Map<number, number>()
  const bySyllable = new Map<number, string[]>()
  for (let code = FIRST_HAN; code <= LAST_HAN; code++) {
    const simple = toSimplified(code)
    if (simple !== code && !traditional.has(simple)) traditional.set(simple, code)
    if (simple !== code) continue
    const same = bySyllable.get(syllableOf(code))
    if (same) same.push(String.fromCharCode(code))
    else bySyllable.set(syllableOf(code), [String.fromCharCode(code)])
  }
  reverse = { traditional, bySyllable }
  return reverse
}

/** A traditional form of a simplified character; others come back as they are. */
export function traditionalOf(char: string): string {
  const code = reversed().traditional.get(char.charCodeAt(0))
  return code === undefined ? char : String.fromCharCode(code)
}

/** Simplified characters that sound the same, tones aside. */
export function charactersBySound(char: string): readonly string[] {
  const syllable = syllableOf(char.charCodeAt(0))
  return syllable === 0 ? [] : (reversed().bySyllable.get(syllable) ?? [])
}
