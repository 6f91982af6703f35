import type { Agent } from '../../domain/agent.ts'
import { type CannedMessage, gapOf } from '../../domain/canned-reply.ts'
import type { Facts } from '../../domain/conditions.ts'
import { orderFacts, parcelFacts } from '../../domain/facts/order-facts.ts'
import { productFacts } from '../../domain/facts/product-facts.ts'
import type { Speech } from '../../domain/facts/say.ts'
import { customerFacts, shopFacts, timeFacts } from '../../domain/facts/shop-facts.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Locale, LocalizedText } from '../../domain/localized-text.ts'
import { orderIn } from '../../domain/order-in-language.ts'
import type { Renderer } from '../../ports/world.ts'
import { getThread } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'
import { findOwnOrder, listShopperOrders } from '../dialogue/shopper-orders.ts'
import { getCannedReply } from './canned-replies.ts'

/** A message as it will be sent. `gaps` names what is not known and stands in the text as a gap. */
export type RenderedMessage =
  | { readonly kind: 'text'; readonly text: string; readonly gaps: readonly string[] }
  | Exclude<CannedMessage, { kind: 'text' }>

/** A canned reply filled in for one conversation, in the language that is spoken there. */
export async function renderCannedReply(
  deps: Deps,
  agent: Agent,
  input: { readonly id: string; readonly conversationId: ConversationId },
): Promise<readonly RenderedMessage[]> {
  const { messages } = await getCannedReply(deps, agent, input.id)
  const { renderer } = deps.live.current()
  const { facts, locale } = await gatherCannedFacts(deps, agent, input.conversationId)
  return messages.map((message) =>
    message.kind === 'text' ? { kind: 'text', ...fill(renderer, message.text, { facts, locale }) } : message,
  )
}

/** Renders until nothing is missing: what is not known becomes a gap, never a hole in the sentence. */
function fill(
  renderer: Renderer,
  text: LocalizedText,
  { facts, locale }: { readonly facts: Facts; readonly locale: Locale },
): { readonly text: string; readonly gaps: readonly string[] } {
  const gaps: Record<string, string> = {}
  for (;;) {
    const rendered = renderer.render(text, { ...facts, ...gaps }, locale)
    if ('text' in rendered) return { text: rendered.text, gaps: Object.keys(gaps) }
    // Figures that a template works out by itself have nothing behind them: the agent fills in the whole.
    if ('unbacked' in rendered) return { text: gapOf(rendered.unbacked.join(' ')), gaps: [...rendered.unbacked] }
    gaps[rendered.missing] = gapOf(rendered.missing)
  }
}

async function gatherCannedFacts(
  deps: Deps,
  agent: Agent,
  conversationId: ConversationId,
): Promise<{ readonly facts: Facts; readonly locale: Locale }> {
  const { conversation, customer } = await getThread(deps, conversationId)
  const { knowledge } = deps.live.current()
  const { context } = conversation
  const locale = context.spoken ?? conversation.locale
  const { language, timeZone, currency } = knowledge.shop
  const speech: Speech = { locale, language, timeZone, currency, now: deps.clock.now() }
  const product = context.productId === undefined ? undefined : knowledge.products.get(context.productId)
  const orders = await listShopperOrders(deps, customer, context.proven ?? [])
  const named = orders.find(({ number }) => number === context.orderNumber)
  const old = context.orderNumber === undefined ? undefined : findOwnOrder(deps, customer, context.orderNumber)
  // The order that is being talked about, else the newest.
  const found = named ?? (await old) ?? orders[0]
  const order = found && orderIn(found, knowledge.products, locale, language)

  const facts: Facts = {
    ...shopFacts(knowledge, speech),
    ...timeFacts(knowledge, deps.roster.onDuty().length, speech),
    ...customerFacts(customer),
    'agent.name': agent.name,
    ...(product && productFacts(product, speech)),
    ...(order && orderFacts(order, orders.length, speech)),
    ...(order && parcelFacts(order, knowledge.dialogue.stuckHours, speech)),
  }
  return { facts, locale }
}
