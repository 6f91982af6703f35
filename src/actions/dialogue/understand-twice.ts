import { verdictOf } from '../../domain/decide-reply.ts'
import { orderReferenceWords } from '../../domain/dialogue/order-reference.ts'
import { withoutLinks } from '../../domain/dialogue/product-link.ts'
import type { Understood } from '../../domain/understanding.ts'
import type { Brain } from '../../ports/world.ts'
import type { Stored } from '../conversations/store-message.ts'

/**
 * Reads a message, and reads it once more without the names in it where it is not clear: "防晒衣尺码怎么选" asks what
 * "这款尺码怎么选" asks. Of the two readings the surer one counts; what the message names is named either way.
 */
export function understandTwice(
  { understanding, knowledge }: Brain,
  { conversation, message }: Stored,
  text: string,
): Understood {
  const read = (words: string) => understanding.understand({ text: words, locale: conversation.locale, at: message.at })
  const first = read(withoutLinks(text))
  const isClear = verdictOf(first.candidates, knowledge.thresholds) === 'answer'
  if (isClear && (first.questions.length > 0 || !HAS_PARTS.test(text))) return first

  const bare = withoutNames(withoutLinks(text), first)
  if (bare === text) return first
  const second = read(bare)
  const questions = second.questions.length > first.questions.length ? second.questions : first.questions
  if (isClear || (second.candidates[0]?.confidence ?? 0) <= (first.candidates[0]?.confidence ?? 0)) {
    return { ...first, questions }
  }
  return { ...first, candidates: second.candidates, outOfScope: second.outOfScope, questions }
}

/** What may hold more than one question. */
const HAS_PARTS = /[,?!;，。？！；\n]\s*\S|\p{Script=Han}\s+\p{Script=Han}/u

/** A size of goods that are measured: 500ml, 1.5 L. */
const MEASURED = /\d+(?:\.\d+)?\s?(?:ml|l|kg|g|cm|w|毫升|升|克)(?![a-z])(?:的|装)?/gi

function withoutNames(text: string, { entities, language }: Understood): string {
  const something = language === 'zh' ? '这款' : 'it'
  const names = entities.filter(({ kind }) => kind === 'product').map((one) => one.text)
  const unnamed = names.reduce((left, name) => replaceOnce(left, name, something), text)
  const unreferred = orderReferenceWords(text).reduce((left, words) => replaceOnce(left, words, ''), unnamed)
  return unreferred.replace(MEASURED, '')
}

function replaceOnce(text: string, words: string, by: string): string {
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  return at < 0 ? text : text.slice(0, at) + by + text.slice(at + words.length)
}
