export interface Pasted {
  /** What was not there yet, in its order. */
  readonly added: readonly string[]
  /** Lines that were there already, or stood twice among those pasted. */
  readonly known: number
}

/** `1.`, `2、`, `(3)`, `④`, `- `, `• `, `一、` before the words. */
const MARK =
  /^\s*(?:(?:[(（]?\d{1,3}[)）.、．:：](?!\d)|[①-⑳]|[(（]?[一二三四五六七八九十]{1,3}[)）、．])\s*|[-*•·–—●○■▪]\s+)/u
const QUOTED = /^(["“「'‘『])(.*)(["”」'’』])[,，]?$/u
const LONGEST = 500

/** Takes one utterance from each line, without numbers, bullets and quotes around it, and leaves out what is there already. */
export function pasteMany(text: string, there: readonly string[]): Pasted {
  const seen = new Set(there.map(toKey))
  const added: string[] = []
  let known = 0
  for (const line of text.split(/\r\n|\r|\n|\u2028/)) {
    const words = clean(line)
    if (words === '') continue

    const key = toKey(words)
    if (seen.has(key)) known += 1
    else added.push(words)
    seen.add(key)
  }
  return { added, known }
}

function clean(line: string): string {
  const words = line.replace(MARK, '').trim()
  return (QUOTED.exec(words)?.[2] ?? words).trim().slice(0, LONGEST)
}

/** Utterances that differ only in width, case, gaps or the mark at their end teach the same. */
function toKey(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[?!.。~～…]+$/u, '')
}
