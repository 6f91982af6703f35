import { listUsableAnswers } from '../../domain/choose-answer.ts'
import type { IntentId } from '../../domain/ids.ts'
import type { Answer } from '../../domain/knowledge.ts'
import type { Option } from '../../domain/message.ts'
import type { Deps } from '../deps.ts'
import { type Cards, cardsFor, choicesAmong } from './cards.ts'
import { gatherFacts, type Topic } from './gather-facts.ts'
import type { Turn } from './turn.ts'
import { wantedBy } from './wanted-facts.ts'

/** Answers with facts filled in. */
export type FoundReply = Cards & {
  readonly text: string
  /** Index of the answer within its list. */
  readonly answer: number
  /** Index of the list. */
  readonly list: number
  readonly facts: Readonly<Record<string, string>>
  readonly image?: string
  /** What the cards let the shopper choose from. */
  readonly choices: readonly Option[]
  /** What this answer offers; absent: what its intent or flow does. */
  readonly next?: readonly IntentId[]
}

export interface SearchedReply {
  readonly reply?: FoundReply
  /** The first fact of the product that was wanting, where it cost a better answer. */
  readonly missing?: string
}

/** The first of these answers that may be said and whose facts are all known; lists go one after the other. */
export async function findReply(
  deps: Deps,
  turn: Turn,
  topic: Topic,
  lists: readonly (readonly Answer[])[],
): Promise<SearchedReply> {
  const { renderer } = turn.brain
  const known = await gatherFacts(deps, turn, topic, wantedBy(lists.flat(), renderer))
  const { facts } = known
  let missing: string | undefined

  for (const [list, answers] of lists.entries()) {
    for (const { answer, index } of listUsableAnswers(answers, facts)) {
      const rendered = renderer.render(answer.say, facts, turn.speech.locale)
      if ('missing' in rendered) {
        if (topic.product && rendered.missing.startsWith('product.')) missing ??= rendered.missing
        continue
      }
      if ('unbacked' in rendered) {
        deps.log.warn(
          { figures: rendered.unbacked.length },
          'an answer with figures that no fact vouches for was not said',
        )
        continue
      }
      if (rendered.text === '') continue

      const cards = await cardsFor(turn, topic, known, answer.show, answer.products)
      const reply = {
        text: rendered.text,
        answer: index,
        list,
        facts: rendered.used,
        ...(answer.image !== undefined && { image: answer.image }),
        ...(answer.next && { next: answer.next }),
        choices: choicesAmong(turn, topic, known, answer.show),
        ...cards,
      }
      // An answer about the product is a good one, whatever was missing before it.
      const isAboutProduct = Object.keys(rendered.used).some((fact) => fact.startsWith('product.'))
      return { reply, ...(missing !== undefined && !isAboutProduct && { missing }) }
    }
  }
  return missing === undefined ? {} : { missing }
}
