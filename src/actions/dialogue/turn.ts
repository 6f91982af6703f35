import type { Order } from '../../domain/commerce.ts'
import { offeredProducts } from '../../domain/dialogue/choice.ts'
import { type DialogueContext, freshContext } from '../../domain/dialogue/context.ts'
import type { Heard } from '../../domain/dialogue/heard.ts'
import { pointAt } from '../../domain/dialogue/pointing.ts'
import type { Speech } from '../../domain/facts/say.ts'
import type { Product } from '../../domain/knowledge.ts'
import { plainLocale } from '../../domain/localized-text.ts'
import { saidIn } from '../../domain/message.ts'
import { orderIn } from '../../domain/order-in-language.ts'
import type { Understood } from '../../domain/understanding.ts'
import type { Brain } from '../../ports/world.ts'
import type { Stored } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'
import { type Focus, findFocus } from './find-focus.ts'
import { readChoice } from './read-choice.ts'
import { findOwnOrder, listShopperOrders, withOrder } from './shopper-orders.ts'
import { understandTwice } from './understand-twice.ts'

/** All that the bot's turn rests on: the message as it was understood, what it is about, and whose orders may be spoken of. */
export interface Turn {
  readonly stored: Stored
  readonly brain: Brain
  readonly speech: Speech
  /** Its context already holds what the message names. */
  readonly heard: Heard
  readonly focus: Focus
  /** The orders that this shopper may hear of, newest first. Read once. */
  orders(): Promise<readonly Order[]>
}

const NOTHING_HEARD: Understood = {
  language: 'zh',
  candidates: [],
  outOfScope: 1,
  questions: [],
  entities: [],
  mood: 'calm',
  wantsPerson: false,
  threatensLaw: false,
}

/** Pictures of the last messages are kept for a flow that will ask for them. */
const PICTURES_KEPT = 4

export async function openTurn(deps: Deps, stored: Stored): Promise<Turn> {
  const { message, conversation, customer } = stored
  const brain = deps.live.current()
  const { knowledge } = brain
  const now = deps.clock.now()
  const before = freshContext(conversation.context, now, knowledge.dialogue.forgetMinutes)
  const told = (order: Order) => orderIn(order, knowledge.products, conversation.locale, knowledge.shop.language)
  const orders = once(async () => (await listShopperOrders(deps, customer, before.proven ?? [])).map(told))

  const chosen = await readChoice(message.body, before, knowledge, orders)
  const words = withoutRefusal(saidIn(message.body), before)
  const pointed = chosen || before.flow ? undefined : pointAt(words, productsShown(before, brain), before.productId)
  const choice = chosen ?? (pointed?.rest === '' ? { kind: 'product' as const, id: pointed.product.id } : undefined)
  const text = pointed?.rest || words
  const understood = choice || text === '' ? NOTHING_HEARD : understand(deps, brain, stored, text)
  const findOwn = async (number: string) => {
    const own = await findOwnOrder(deps, customer, number)
    return own && told(own)
  }
  const said = { text, understood, choice, pointed: pointed?.product, body: message.body, context: before, knowledge }
  const focus = await findFocus({ ...said, orders, findOwn })
  const pictures = message.body.kind === 'image' ? [message.body.url] : []
  const heard = { text, ...(choice && { choice }), pictures, understood, tier: customer.tier }

  return {
    stored,
    brain,
    speech: speechOf(stored, brain, now),
    heard: {
      ...heard,
      context: { ...contextWith(before, focus, { ...heard, context: before }, now), ...shownAfter(before, brain) },
    },
    focus,
    orders: once(async () => withOrder(await orders(), focus.order)),
  }
}

function understand({ log, metrics }: Deps, brain: Brain, stored: Stored, text: string): Understood {
  const begun = performance.now()
  const understood = understandTwice(brain, stored, text)
  metrics.understood(performance.now() - begun)
  const [best] = understood.candidates
  log.debug({ intent: best?.intent, confidence: best?.confidence, mood: understood.mood }, 'a message is understood')
  return understood
}

/** The products that the last reply offered, else those that were offered before. */
function productsShown({ offered, shown = [] }: DialogueContext, { knowledge }: Brain): readonly Product[] {
  const ids = offeredProducts(offered)
  return (ids.length > 1 ? ids : shown).flatMap((id) => knowledge.products.get(id) ?? [])
}

function shownAfter(before: DialogueContext, brain: Brain): Pick<DialogueContext, 'shown'> {
  const shown = productsShown(before, brain).map(({ id }) => id)
  return shown.length > 1 ? { shown } : {}
}

/** "都不是 我要的是保温杯": what is refused is done with, what is wanted is the question. */
function withoutRefusal(text: string, { offered }: DialogueContext): string {
  if (offered.length === 0) return text
  return /^\s*(?:都不是|都不要|不是这些|none of (?:these|those|them))[\s,，。.]+(.{2,})$/i.exec(text)?.[1] ?? text
}

function speechOf({ conversation }: Stored, { knowledge }: Brain, now: number): Speech {
  const { language, timeZone, currency } = knowledge.shop
  return { locale: conversation.locale, language, timeZone, currency, now }
}

/** What the message names is from now on what is being talked about. */
function contextWith(context: DialogueContext, focus: Focus, heard: Heard, now: number): DialogueContext {
  const { variant, ...rest } = context
  const isOther = focus.product !== undefined && focus.product.id !== context.productId
  const kept = isOther ? undefined : variant
  const said = focus.variant.color === undefined && focus.variant.size === undefined ? undefined : focus.variant
  const build = buildIn(heard)
  const spoken = plainLocale(heard.text)
  return {
    ...rest,
    touchedAt: now,
    ...(spoken && { spoken }),
    ...(focus.product && { productId: focus.product.id }),
    ...(focus.order && { orderNumber: focus.order.number }),
    ...((said ?? kept) && { variant: { ...kept, ...said } }),
    ...(build && { build: { ...context.build, ...build } }),
    ...(heard.pictures.length > 0 && {
      pictures: [...(context.pictures ?? []), ...heard.pictures].slice(-PICTURES_KEPT),
    }),
  }
}

function buildIn({ understood }: Heard) {
  const height = understood.entities.flatMap((one) => (one.kind === 'height' ? one.cm : []))[0]
  const weight = understood.entities.flatMap((one) => (one.kind === 'weight' ? one.kg : []))[0]
  if (height === undefined && weight === undefined) return undefined
  return { ...(height !== undefined && { height }), ...(weight !== undefined && { weight }) }
}

/** Asks once, and not at all where nobody wants to know. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => {
    result ??= read()
    return result
  }
}
