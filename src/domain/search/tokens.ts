/** One token of a text, and where it stands in the text as it was written. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Characters that are words of their own: a text in them has no spaces to go by. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const LETTER = /[\p{L}\p{M}]/u
const DIGIT = /\p{N}/u

/** Also out of the middle of what one sign stands for: ㈱ is written (株). */
const SIGNS = /[^\p{L}\p{M}\p{N}]/gu

/** More of one message is not searched: a pasted log must not fill the index. */
const MAX_TOKENS = 4000
const MAX_WORD = 60
/** People ask for an order by the end of its number. */
const TAIL = 4
const LONG_NUMBER = 7

type Kind = 'cjk' | 'letter' | 'digit'

interface Piece {
  readonly kind: Kind
  /** In one form of width and case, one entry for each character of the text. */
  readonly characters: readonly Token[]
}

/**
 * Splits a text into what the index knows it by. Chinese as overlapping pairs, the last character of a stretch alone, so that
 * every character begins a token: 我要退货 → 我要 要退 退货 货. Letters and digits as words of one kind: iPhone15 → iphone 15.
 * After all others stand the last four digits of long numbers.
 */
export function tokenise(text: string): readonly Token[] {
  const pieces = piecesOf(text)
  const tokens = pieces.flatMap((piece) => (piece.kind === 'cjk' ? pairsOf(piece.characters) : [wordOf(piece)]))
  return [...tokens.slice(0, MAX_TOKENS), ...pieces.flatMap(tailOf)]
}

/** What has to stand in a text one after the other; the last token may be the beginning of a longer one. */
export interface Phrase {
  readonly tokens: readonly string[]
  readonly open: boolean
}

/** A stretch without spaces is one phrase; what stands in quotation marks is one too, with its spaces. */
const TERM = /["“”「」]([^"“”「」]+)["“”「」]|(\S+)/gu

/** What is searched for: every phrase has to occur. A phrase of nothing but signs asks for nothing. */
export function toPhrases(query: string): readonly Phrase[] {
  const phrases = [...query.matchAll(TERM)].flatMap(([, quoted, word]) => toPhrase(quoted ?? word ?? ''))
  return phrases.filter((one, at) => phrases.findIndex((other) => sameAs(one, other)) === at).slice(0, 8)
}

function toPhrase(term: string): readonly Phrase[] {
  const pieces = piecesOf(term)
  const last = pieces.at(-1)
  if (!last) return []

  const tokens = pieces.flatMap((piece) => {
    if (piece.kind !== 'cjk') return [wordOf(piece).text]
    const pairs = pairsOf(piece.characters).map((token) => token.text)
    // At the end of a phrase the text may go on: 退货 is found in 退货吗, where 货 does not stand alone.
    return piece === last && pairs.length > 1 ? pairs.slice(0, -1) : pairs
  })
  return [{ tokens, open: last.kind !== 'cjk' || last.characters.length === 1 }]
}

function sameAs(one: Phrase, other: Phrase): boolean {
  return one.tokens.join(' ') === other.tokens.join(' ')
}

/** Whether a token of a text is the one that a phrase has at this place. */
export function fits(phrase: Phrase, at: number, token: string): boolean {
  const wanted = phrase.tokens[at] ?? ''
  return phrase.open && at === phrase.tokens.length - 1 ? token.startsWith(wanted) : token === wanted
}

function piecesOf(text: string): readonly Piece[] {
  const pieces: { kind: Kind; characters: Token[] }[] = []
  let current: { kind: Kind; characters: Token[] } | undefined
  let at = 0
  for (const character of text) {
    const form = character.normalize('NFKC').toLowerCase().replace(SIGNS, '')
    const kind = kindOf(form)
    const token = { text: form, start: at, end: at + character.length }
    at += character.length
    if (kind === undefined) current = undefined
    else if (current?.kind === kind) current.characters.push(token)
    else {
      current = { kind, characters: [token] }
      pieces.push(current)
    }
  }
  return pieces
}

function kindOf(form: string): Kind | undefined {
  if (CJK.test(form)) return 'cjk'
  if (DIGIT.test(form)) return 'digit'
  return LETTER.test(form) ? 'letter' : undefined
}

function pairsOf(characters: readonly Token[]): readonly Token[] {
  return characters.map((one, at) => {
    const next = characters[at + 1]
    return next ? { text: one.text + next.text, start: one.start, end: next.end } : one
  })
}

function wordOf({ characters }: Piece): Token {
  // A letter and its accent are one, as they are when they were typed as one.
  const text = characters
    .map((one) => one.text)
    .join('')
    .normalize('NFC')
  return { text: text.slice(0, MAX_WORD), start: characters[0]?.start ?? 0, end: characters.at(-1)?.end ?? 0 }
}

function tailOf({ kind, characters }: Piece): readonly Token[] {
  if (kind !== 'digit' || characters.length < LONG_NUMBER) return []
  return [wordOf({ kind, characters: characters.slice(-TAIL) })]
}
