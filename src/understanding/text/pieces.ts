/** Shorter messages hold one thought. */
const SHORTEST_WHOLE = 7
const SHORTEST_PIECE = 3
const MOST_PIECES = 6
/** Marks and words that end a thought; a space does so only between Chinese, where words are not spaced. */
const ENDS =
  /[,.!?;:~…，。！？；：、～\n]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|另外|顺便(?:再?问一?下)?|对了|还有个?问题|\b(?:and also|also|by the way|btw)\b/u

/** The parts of a long message that may each hold the question; none when there is only one. */
export function toPieces(normalised: string): readonly string[] {
  if (normalised.length <= SHORTEST_WHOLE) return []

  const pieces = normalised.split(ENDS).filter((piece) => piece.trim().length >= SHORTEST_PIECE)
  return pieces.length < 2 ? [] : pieces.slice(0, MOST_PIECES)
}
