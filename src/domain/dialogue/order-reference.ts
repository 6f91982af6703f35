import type { Order } from '../commerce.ts'

const LATEST =
  /上次(?:买|拍|下单|那单|的?订单)|刚(?:刚|才)?(?:买|下的?单|拍|付款?|订)的?|最近(?:的|买的)?(?:那|一|这)?(?:单|个?订单|笔)|最新的?(?:一|那)?(?:单|个?订单)|\b(?:latest|newest|most recent|last) order\b|\bjust (?:bought|ordered|placed)\b/i
const PREVIOUS =
  /上上?一?(?:单|个订单|笔订单)|前一?(?:单|个订单)|之前(?:那|的那?)(?:单|个订单)|另外?(?:的|一|那)*(?:单|个订单)|\b(?:previous|earlier|other|another|older) (?:order|one)\b|\bthe (?:one|order) before\b/i

/** "不是最近那单" says which one is not meant. */
const NOT_MEANT = new RegExp(`(?:不是|不要|\\bnot)\\s*(?:the\\s+|my\\s+)?(?:${LATEST.source}|${PREVIOUS.source})`, 'gi')

/** How an order is spoken of without its number. */
export function readOrderReference(text: string): 'latest' | 'previous' | undefined {
  const said = text.replace(NOT_MEANT, ' ')
  if (PREVIOUS.test(said)) return 'previous'
  return LATEST.test(said) ? 'latest' : undefined
}

/** The words that refer to an order, so that a message made of nothing else is known for one. */
export function orderReferenceWords(text: string): readonly string[] {
  return [PREVIOUS, LATEST].flatMap((pattern) => pattern.exec(text)?.[0] ?? [])
}

/** `orders` newest first. "The previous one" is the one before the order under discussion, or before the newest. */
export function referredOrder(
  reference: 'latest' | 'previous',
  orders: readonly Order[],
  current: string | undefined,
): Order | undefined {
  if (reference === 'latest') return orders[0]

  const at = current === undefined ? 0 : orders.findIndex(({ number }) => number === current)
  return orders[at + 1] ?? (orders.length === 1 ? orders[0] : undefined)
}
