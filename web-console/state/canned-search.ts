import type { CannedReplyView } from '../../src/protocol/composing.ts'
import { createFuzzySearch } from './fuzzy-search.ts'

/** Where typed letters stand for the characters of a text, as 0-based places; null if they do not. */
export type MatchPinyin = (text: string, letters: string) => readonly number[] | null

/** How well a reply fits, best first. */
const CODE = 0
const CODE_STARTS = 1
const PINYIN_STARTS = 2
const TITLE = 3
const PINYIN_INSIDE = 4
const FOLDER = 5
const TEXT = 6
const ORDER = 1 / 10_000

/** Finds canned replies by short code, title, folder and words, in any case, with typos, in pinyin or its initials. */
export function createCannedSearch(
  replies: readonly CannedReplyView[],
  matchPinyin: MatchPinyin | undefined,
): (query: string) => readonly CannedReplyView[] {
  const byTitle = createFuzzySearch(replies, ({ title }) => [title])
  const byText = createFuzzySearch(replies, textsOf)
  return (query) => {
    const wanted = query.normalize('NFKC').trim().toLowerCase()
    if (wanted === '') return replies

    const titles = new Map(byTitle(wanted).map((reply, at) => [reply.id, at]))
    const texts = new Map(byText(wanted).map((reply, at) => [reply.id, at]))
    const rank = (reply: CannedReplyView): number => {
      const inTitle = titles.get(reply.id)
      const inText = texts.get(reply.id)
      return Math.min(
        rankCode(reply.code, wanted),
        rankPinyin(reply, wanted, matchPinyin),
        inTitle === undefined ? Infinity : TITLE + inTitle * ORDER,
        reply.folder.toLowerCase().startsWith(wanted) ? FOLDER : Infinity,
        inText === undefined ? Infinity : TEXT + inText * ORDER,
      )
    }
    return replies
      .map((reply) => ({ reply, rank: rank(reply) }))
      .filter((one) => one.rank < Infinity)
      .sort((a, b) => a.rank - b.rank)
      .map(({ reply }) => reply)
  }
}

function rankCode(code: string, wanted: string): number {
  if (code === wanted) return CODE
  return code.startsWith(wanted) ? CODE_STARTS : Infinity
}

function rankPinyin({ title, folder }: CannedReplyView, wanted: string, match: MatchPinyin | undefined): number {
  const letters = wanted.replace(/[\s']+/g, '')
  if (!match || !/^[a-z]+$/.test(letters)) return Infinity
  const [first] = match(title, letters) ?? []
  if (first !== undefined) return first === 0 ? PINYIN_STARTS : PINYIN_INSIDE
  return match(folder, letters)?.[0] === 0 ? FOLDER : Infinity
}

function textsOf({ messages }: CannedReplyView): readonly string[] {
  return messages.flatMap((message) => {
    if (message.kind === 'text') return [message.text.zh, message.text.en].filter((one) => one !== undefined)
    return message.kind === 'file' ? [message.name] : []
  })
}
