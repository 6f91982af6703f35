import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'

/** Words and numbers in lower case; Han characters are left where they run. */
export function toWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []
}

/** English words by their Porter stems without stop words, as natural cuts them; all words where nothing else is left. */
export function toStems(text: string): string[] {
  const stems = (stemmer as typeof stemmer & Stemmer).tokenizeAndStem(text)
  return stems.length > 0 ? stems : toWords(text).map((word) => stemmer.stem(word))
}

/** What src/understanding/natural.d.ts has no need to declare. */
interface Stemmer {
  tokenizeAndStem(text: string): string[]
}

const CHARACTERS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

/** Single Han characters; everything else as whole words. */
export function toCharacters(text: string): string[] {
  return text.toLowerCase().match(CHARACTERS) ?? []
}

/** Han characters and words, and each with its neighbour, as the rule is a word of two characters. */
export function toCharactersAndPairs(text: string): string[] {
  const characters = toCharacters(text)
  return [...characters, ...characters.slice(1).map((character, at) => `${characters[at]}${character}`)]
}
