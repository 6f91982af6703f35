import type { IntentId } from '../ids.ts'
import type { HumanReply, KeptQuestion, QuestionKey } from './kept-question.ts'

export const CLUSTER_ORDERS = ['size', 'rise', 'newest'] as const
export type ClusterOrder = (typeof CLUSTER_ORDERS)[number]

/** Questions that ask the same. */
export interface QuestionCluster {
  /** The id of its most typical question's message. */
  readonly id: string
  /** The most typical first. */
  readonly questions: readonly KeptQuestion[]
  /** How many were asked on each day of the period. */
  readonly days: readonly number[]
  /** More were asked in the newer half of the period than in the older one: 1 and more; fewer: below 1. */
  readonly rise: number
  /** What was weighed for them by what serves now, and its share; the nearest first. */
  readonly nearest: readonly { readonly intent: IntentId; readonly share: number }[]
  /** How many of those looked at what serves now would answer. */
  readonly answeredNow: number
  readonly lookedAt: number
}

export interface RepliedQuestion extends QuestionKey {
  readonly reply: HumanReply
}

/** The shares of a period's days: each question counts on the day on which it was asked. */
export function countDays(
  questions: readonly Pick<KeptQuestion, 'at'>[],
  starts: readonly number[],
): readonly number[] {
  const counts = starts.map(() => 0)
  for (const { at } of questions) {
    const day = starts.findLastIndex((start) => start <= at)
    if (day >= 0) counts[day] = (counts[day] ?? 0) + 1
  }
  return counts
}

/** The newer half against the older one, as if one more had been asked in each: few say little. */
export function riseOf(days: readonly number[]): number {
  const half = Math.floor(days.length / 2)
  const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0)
  return (sum(days.slice(days.length - half)) + 1) / (sum(days.slice(0, half)) + 1)
}

/** Different wordings, the most typical first. */
export function differentTexts(questions: readonly Pick<KeptQuestion, 'text'>[], most: number): readonly string[] {
  return [...new Set(questions.map(({ text }) => text))].slice(0, most)
}

/** What people really replied, the reply that is most like all others first; the same words once. */
export function replyTexts(questions: readonly KeptQuestion[], most: number): readonly RepliedQuestion[] {
  const replied = questions.flatMap(({ conversationId, seq, reply }) => (reply ? [{ conversationId, seq, reply }] : []))
  const pairs = replied.map(({ reply }) => pairsOf(reply.text))
  const central = replied.map((one, at) => ({
    one,
    score: pairs.reduce((sum, other) => sum + likeness(pairs[at] ?? new Set(), other), 0),
  }))
  const told = new Set<string>()
  return central
    .toSorted((a, b) => b.score - a.score)
    .map(({ one }) => one)
    .filter(({ reply }) => !told.has(reply.text) && told.add(reply.text))
    .slice(0, most)
}

/** Every two characters that follow one another. */
function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')]
  return new Set(characters.slice(1).map((one, at) => `${characters[at]}${one}`))
}

/** Dice's coefficient. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((one) => b.has(one)).length
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

const LONGEST_TITLE = 16

/** A name for a new intent: the words of its most typical question without marks and what was masked. */
export function suggestTitle(text: string): string {
  const words = text
    .replace(/[*\d]{3,}/g, '')
    .replace(/[，。！？?!,.~～…]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const bare = words.replace(/^(?:你好|您好|请问|问一下|那|hi|hello)\s*/iu, '').replace(/[吗呢吧呀啊嘛么不]+$/u, '')
  return [...(bare === '' ? words : bare)].slice(0, LONGEST_TITLE).join('').trim()
}
