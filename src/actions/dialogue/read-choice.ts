import type { Order } from '../../domain/commerce.ts'
import { type Choice, NONE_OF_THESE, offeredProducts, parseChoice } from '../../domain/dialogue/choice.ts'
import { chooseOffered } from '../../domain/dialogue/choose-offered.ts'
import type { DialogueContext } from '../../domain/dialogue/context.ts'
import { isYes } from '../../domain/dialogue/phrases.ts'
import type { KnowledgeBase, Product } from '../../domain/knowledge.ts'
import { textsOf } from '../../domain/localized-text.ts'
import type { MessageBody } from '../../domain/message.ts'

/** What was pressed, or chosen in words of what the last reply offered ("第二个", "蓝色那个", "都不是"). */
export async function readChoice(
  body: MessageBody,
  { offered, clarified }: DialogueContext,
  knowledge: KnowledgeBase,
  orders: () => Promise<readonly Order[]>,
): Promise<Choice | undefined> {
  const knows = (intent: string) => knowledge.intents.has(intent)
  if (body.kind === 'choice') return parseChoice(body.choice, knows)
  if (body.kind === 'product') return { kind: 'product', id: body.product.id }
  if (body.kind === 'order') return { kind: 'order', number: body.order.number }
  if (body.kind !== 'text' || offered.length === 0) return undefined

  const [first, ...rest] = offered.filter(({ value }) => value !== NONE_OF_THESE)
  // Asked "do you mean this one?", a yes means it.
  if (clarified && first && rest.length === 0 && isYes(body.text)) return parseChoice(first.value, knows)

  const byPrice = chooseByPrice(body.text, offered, knowledge)
  if (byPrice) return byPrice

  const known = offered.some(({ value }) => value.startsWith('order:')) ? await orders() : []
  const chosen = chooseOffered(
    body.text,
    offered.map((option) => ({ option, words: wordsFor(parseChoice(option.value, knows), knowledge.products, known) })),
  )
  return chosen && parseChoice(chosen === 'none' ? NONE_OF_THESE : chosen.value, knows)
}

/** What else an option is known by: a product by its other names and colours, an order by what is in it. */
function wordsFor(
  choice: Choice | undefined,
  products: ReadonlyMap<string, Product>,
  orders: readonly Order[],
): readonly string[] {
  if (choice?.kind === 'order') {
    return orders.find(({ number }) => number === choice.number)?.items.map(({ title }) => title) ?? []
  }
  const product = choice?.kind === 'product' ? products.get(choice.id) : undefined
  if (!product) return []
  const colors = product.variants.flatMap(({ color }) => (color === undefined ? [] : textsOf(color)))
  return [...product.aliases, ...textsOf(product.name), ...colors]
}

const CHEAPEST =
  /(?:最?便宜|最?实惠)的?(?:那个|那款|一款|一个)$|^(?:哪[个款]|which (?:one )?is)\s*(?:更|最|the )?(?:便宜|cheap(?:er|est))(?: one)?[?？]?$/i
const DEAREST =
  /(?:最?贵)的?(?:那个|那款|一款|一个)$|^(?:哪[个款]|which (?:one )?is)\s*(?:更|最|the )?(?:贵|more expensive|most expensive|dearer)(?: one)?[?？]?$/i

/** "便宜的那个", "which is cheaper": of the products that were shown, by price. */
function chooseByPrice(
  text: string,
  offered: DialogueContext['offered'],
  { products }: KnowledgeBase,
): Choice | undefined {
  const said = text.trim()
  const isCheapest = CHEAPEST.test(said)
  if (!isCheapest && !DEAREST.test(said)) return undefined

  const shown = offeredProducts(offered).flatMap((id) => products.get(id) ?? [])
  const [cheapest] = shown.toSorted((a, b) => (isCheapest ? a.price - b.price : b.price - a.price))
  return shown.length > 1 && cheapest ? { kind: 'product', id: cheapest.id } : undefined
}
