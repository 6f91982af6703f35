import { isOpen, nextOpening, spansOn, toClock, toLocalTime } from '../../domain/calendar.ts'
import type { Order } from '../../domain/commerce.ts'
import type { Facts, FactValue } from '../../domain/conditions.ts'
import type { Thread } from '../../domain/events.ts'
import type { KnowledgeBase, Product } from '../../domain/knowledge.ts'
import { type Locale, type LocalizedText, textIn } from '../../domain/localized-text.ts'
import { formatMoney, statusText } from '../../domain/present.ts'
import type { Deps } from '../deps.ts'

/** What an answer may say now: `docs/knowledge.md` lists the facts. Orders are there for verified customers only. */
export async function gatherFacts(deps: Deps, thread: Thread, product: Product | undefined): Promise<Facts> {
  const { knowledge } = deps.live.current()
  const { customer, conversation } = thread
  const order = customer.verified ? await findOrder(deps, thread) : undefined

  return {
    ...shopFacts(knowledge, conversation.locale),
    ...timeFacts(knowledge, deps.clock.now(), conversation.locale),
    'desk.open': deps.roster.onDuty().length > 0 || isOpen(knowledge.calendar, deps.clock.now()),
    'customer.tier': customer.tier,
    'customer.verified': customer.verified,
    ...(customer.name !== undefined && { 'customer.name': customer.name }),
    ...(product && productFacts(product, knowledge, conversation.locale)),
    ...(order && orderFacts(order, knowledge, conversation.locale)),
  }
}

/** The order being talked about, if it is this customer's, else the newest. */
async function findOrder(deps: Deps, { customer, conversation }: Thread): Promise<Order | undefined> {
  const wanted = conversation.context.orderNumber
  const order = wanted === undefined ? undefined : await deps.storage.orders.find(wanted)
  if (order?.customerId === customer.id) return order

  return (await deps.storage.orders.listOf(customer.id, 1))[0]
}

function shopFacts({ shop }: KnowledgeBase, locale: Locale): Facts {
  const own = Object.entries(shop.facts).map(([key, text]) => [`shop.${key}`, textIn(text, locale, shop.language)])
  return { ...(Object.fromEntries(own) as Facts), 'shop.name': textIn(shop.name, locale, shop.language) }
}

function timeFacts({ calendar }: KnowledgeBase, now: number, locale: Locale): Facts {
  const local = toLocalTime(now, calendar.timeZone)
  const back = backAt(calendar, now, locale)
  return {
    clock: toClock(local.minutes),
    today: local.date,
    weekday: local.weekday,
    'desk.hours': deskHours(calendar, local.date),
    ...(back !== undefined && { 'desk.next_open': back }),
  }
}

/** Today's hours as text: `09:00–12:30, 13:30–22:00`; empty on a closed day. */
export function deskHours(calendar: KnowledgeBase['calendar'], date: string): string {
  return spansOn(calendar, date)
    .map((span) => `${toClock(span.from)}–${toClock(span.until)}`)
    .join(', ')
}

/** When people are back, in words; undefined while open. */
export function backAt(calendar: KnowledgeBase['calendar'], now: number, locale: Locale): string | undefined {
  const next = nextOpening(calendar, now)
  if (!next) return undefined

  const clock = toClock(next.minutes)
  if (locale === 'zh') {
    const day =
      next.inDays === 0
        ? '今天'
        : next.inDays === 1
          ? '明天'
          : `${Number(next.date.slice(5, 7))} 月 ${Number(next.date.slice(8))} 日`
    return `${day} ${clock}`
  }
  const day = next.inDays === 0 ? 'today' : next.inDays === 1 ? 'tomorrow' : `on ${next.date}`
  return `${day} at ${clock}`
}

function productFacts(product: Product, { shop }: KnowledgeBase, locale: Locale): Facts {
  const say = (text: LocalizedText) => textIn(text, locale, shop.language)
  const separator = locale === 'zh' ? '、' : ', '
  const colors = [...new Set(product.variants.flatMap((one) => (one.color === undefined ? [] : [say(one.color)])))]
  const sizes = [...new Set(product.variants.flatMap((one) => one.size ?? []))]
  const attributes = Object.entries(product.attributes).map(([key, text]) => [`product.${key}`, say(text)])
  const facts: Record<string, FactValue> = {
    ...(Object.fromEntries(attributes) as Facts),
    'product.name': say(product.name),
    'product.price': formatMoney(product.price, shop.currency, locale),
    'product.stock': product.variants.reduce((sum, one) => sum + one.stock, 0),
    'product.summary': say(product.summary),
  }
  if (colors.length > 0) facts['product.colors'] = colors.join(separator)
  if (sizes.length > 0) facts['product.sizes'] = sizes.join(separator)
  if (product.sizeTable) facts['product.size_table'] = sizeTableText(product.sizeTable, say)
  return facts
}

function sizeTableText(table: NonNullable<Product['sizeTable']>, say: (text: LocalizedText) => string): string {
  return table.rows
    .map((row) => {
      const cells = Object.entries(table.columns).flatMap(([key, title]) =>
        row.cells[key] === undefined ? [] : `${say(title)} ${row.cells[key]}`,
      )
      return `${row.size}: ${cells.join(' / ')} (${table.unit})`
    })
    .join('\n')
}

function orderFacts(order: Order, { shop, calendar }: KnowledgeBase, locale: Locale): Facts {
  const facts: Record<string, FactValue> = {
    'order.number': order.number,
    'order.status': order.status,
    'order.status_text': statusText(order.status, locale),
    'order.total': formatMoney(order.total, order.currency, locale),
    'order.placed_on': toLocalTime(order.placedAt, calendar.timeZone).date,
    'order.items': order.items.map((item) => `${item.title} ×${item.quantity}`).join(locale === 'zh' ? '、' : ', '),
  }
  const parcel = order.parcels.at(-1)
  if (!parcel) return facts

  const last = parcel.events.at(-1)
  const when = (at: number) => {
    const local = toLocalTime(at, shop.timeZone)
    return `${local.date} ${toClock(local.minutes)}`
  }
  facts['parcel.carrier'] = parcel.carrier
  facts['parcel.number'] = parcel.trackingNumber
  facts['parcel.status'] = parcel.status
  if (last) {
    facts['parcel.last_event'] = last.text
    facts['parcel.last_event_at'] = when(last.at)
  }
  if (parcel.etaAt !== undefined) facts['parcel.eta'] = toLocalTime(parcel.etaAt, shop.timeZone).date
  return facts
}
