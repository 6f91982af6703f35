import { listUsableAnswers } from '../../domain/choose-answer.ts'
import type { Thread } from '../../domain/events.ts'
import type { IntentId } from '../../domain/ids.ts'
import type { Product } from '../../domain/knowledge.ts'
import type { ProductCard } from '../../domain/message.ts'
import { toProductCard } from '../../domain/present.ts'
import type { Deps } from '../deps.ts'
import { gatherFacts } from './gather-facts.ts'

/** An intent's answer, filled in. */
export interface Reply {
  readonly text: string
  /** Index of the answer within its list. */
  readonly answer: number
  readonly facts: Readonly<Record<string, string>>
  readonly image?: string
  readonly products?: readonly ProductCard[]
}

/** The first answer of an intent that may be said and whose facts are all known; the product's own answers go first. */
export async function findReply(
  deps: Deps,
  thread: Thread,
  intent: IntentId,
  product: Product | undefined,
): Promise<Reply | undefined> {
  const { knowledge, renderer } = deps.live.current()
  const { locale } = thread.conversation
  const facts = await gatherFacts(deps, thread, product)

  for (const answers of [product?.answers[intent] ?? [], knowledge.intents.get(intent)?.answers ?? []]) {
    for (const { answer, index } of listUsableAnswers(answers, facts)) {
      const rendered = renderer.render(answer.say, facts, locale)
      if ('missing' in rendered || rendered.text === '') continue

      const cards = answer.products.flatMap((id) => knowledge.products.get(id) ?? [])
      return {
        text: rendered.text,
        answer: index,
        facts: rendered.used,
        ...(answer.image !== undefined && { image: answer.image }),
        ...(cards.length > 0 && { products: cards.map((one) => toProductCard(one, knowledge, locale)) }),
      }
    }
  }
  return undefined
}
