import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'

/** Stemming is a chain of regular expressions; shoppers' words repeat, so each is stemmed once. */
const REMEMBERED = 20_000
const stems = new Map<string, string>()

/** The Porter stem of a lower-case English word (natural's implementation). */
export function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known

  if (stems.size >= REMEMBERED) stems.clear()
  const found = porter.stem(word)
  stems.set(word, found)
  return found
}
