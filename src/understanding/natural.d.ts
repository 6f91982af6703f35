// natural's own types describe its index, which would load database drivers; we take one file of it.
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string }
  export default stemmer
}

declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  export function LevenshteinDistance(a: string, b: string): number
  export function DamerauLevenshteinDistance(a: string, b: string, options: { readonly restricted: boolean }): number
}
