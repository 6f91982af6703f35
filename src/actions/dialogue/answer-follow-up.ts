import type { Choice } from '../../domain/dialogue/choice.ts'
import { isEllipsis } from '../../domain/dialogue/ellipsis.ts'
import { orderReferenceWords } from '../../domain/dialogue/order-reference.ts'
import { itemsText } from '../../domain/facts/order-facts.ts'
import { textOf } from '../../domain/facts/say.ts'
import { footWords } from '../../domain/flow/read-measure.ts'
import type { Deps } from '../deps.ts'
import { answerIntent, askWhichProduct } from './answer-intent.ts'
import { botTexts } from './bot-texts.ts'
import { followUpIntent } from './follow-up.ts'
import { refineAdvice } from './refine-advice.ts'
import type { Reply } from './reply.ts'
import type { Turn } from './turn.ts'

/** A product or an order that was chosen: the question that waits for it, else an opening. */
export async function answerChoice(deps: Deps, turn: Turn, choice: Choice): Promise<Reply | undefined> {
  const { heard, focus, speech } = turn
  const texts = botTexts(speech.locale)
  switch (choice.kind) {
    case 'product': {
      const asked = followUpIntent(turn, 'product')
      if (asked !== undefined) return answerIntent(deps, turn, asked)
      return openProduct(turn)
    }
    case 'order': {
      const asked = followUpIntent(turn, 'order')
      if (asked !== undefined) return answerIntent(deps, turn, asked)
      if (!focus.order) return undefined
      return {
        text: texts.orderChosen(focus.order.number, itemsText(focus.order, speech)),
        rule: 'opening:order',
        context: { ...heard.context, offered: [] },
      }
    }
    // A button of a task that is over means nothing any more, but what it says may.
    default:
      return undefined
  }
}

/** A product was named or chosen, and nothing asked of it yet. */
function openProduct({ focus, heard, speech }: Turn): Reply {
  const name = focus.product ? textOf(focus.product.name, speech) : ''
  return {
    text: botTexts(speech.locale).product(name),
    rule: 'opening:product',
    context: { ...heard.context, misses: 0, offered: [] },
  }
}

/** "那黑色的呢", "L呢", an order number alone: what was asked before is asked of something else. */
export async function answerFollowUp(deps: Deps, turn: Turn): Promise<Reply | undefined> {
  const { heard, focus } = turn
  const refined = await refineAdvice(deps, turn)
  if (refined) return refined
  const words = [
    ...focus.variantWords,
    ...orderReferenceWords(heard.text),
    ...footWords(heard.text),
    ...(heard.text.match(/^\D{0,2}(\d{2,5})(?=\D{0,2}$)/)?.slice(1) ?? []),
  ]
  if (!isEllipsis(heard.text, heard.understood.entities, words)) return undefined

  const intent = followUpIntent(turn)
  if (intent !== undefined) return answerIntent(deps, turn, intent)
  if (focus.named.length > 0) return openProduct(turn)
  return focus.among.length > 1 ? askWhichProduct(turn, focus.among) : undefined
}
