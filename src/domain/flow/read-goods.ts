import type { Order } from '../commerce.ts'
import type { Heard } from '../dialogue/heard.ts'
import { readOrderReference, referredOrder } from '../dialogue/order-reference.ts'
import type { Product } from '../knowledge.ts'
import { textIn } from '../localized-text.ts'
import { readVariant, variantsOf, variantText } from '../skills/variants.ts'
import type { FlowSlot, SlotValue } from './flow.ts'
import type { SlotWorld } from './slot-world.ts'

/** All items of an order at once. */
export const ALL_ITEMS = '*'

/** The orders that a slot may take. */
export function eligibleOrders({ orders: statuses }: FlowSlot, orders: readonly Order[]): readonly Order[] {
  return statuses.length === 0 ? orders : orders.filter(({ status }) => statuses.includes(status))
}

/** An order by card, number, "上一单", or what is in it. One whose status does not fit is taken too: then a rule says why not. */
export function readOrder(slot: FlowSlot, heard: Heard, world: SlotWorld): SlotValue | undefined {
  const { choice, text, understood } = heard
  const [named] = understood.entities.flatMap((one) => (one.kind === 'order_number' ? one.value : []))
  const number = choice?.kind === 'order' ? choice.number : named
  const byNumber = number === undefined ? undefined : world.orders.find((order) => order.number === number)
  if (number !== undefined) return byNumber && toOrderValue(byNumber, world)

  const eligible = eligibleOrders(slot, world.orders)
  const current = world.order?.number ?? world.orderBefore
  const reference = readOrderReference(text)
  for (const orders of [eligible, world.orders]) {
    const found = reference ? referredOrder(reference, orders, current) : byContents(orders, world)
    if (found) return toOrderValue(found, world)
  }
  return undefined
}

/** "买裙子那单": one order alone must hold what the message names. */
function byContents(orders: readonly Order[], { named, among }: SlotWorld): Order | undefined {
  const ids = new Set([...named, ...among].map(({ id }) => id))
  if (ids.size === 0) return undefined
  const holding = orders.filter(({ items }) => items.some(({ productId }) => ids.has(productId)))
  return holding.length === 1 ? holding[0] : undefined
}

export function toOrderValue(order: Order, { orderText }: SlotWorld): SlotValue {
  return { value: order.number, text: orderText(order) }
}

/** An item of the chosen order, by the product or the colour and size that are named. */
export function readItem(
  { text, understood }: Heard,
  { order, named, among, products, locale }: SlotWorld,
): SlotValue | undefined {
  if (!order) return undefined
  const [only] = order.items
  if (
    /全部|全都|都[要退换]|整单|所有|\b(?:all|both|everything|the whole order)\b/i.test(text) &&
    order.items.length > 1
  ) {
    return { value: ALL_ITEMS, text: locale === 'zh' ? '整单' : 'the whole order' }
  }
  // A name that several products bear counts where one of them is in the order.
  const ids = new Set([...named, ...among].map(({ id }) => id))
  const fits = order.items.filter((item) => {
    const product = products.get(item.productId)
    if (ids.has(item.productId)) return true
    if (ids.size > 0 || !product) return false
    const said = readVariant(text, understood.entities, product)
    const chosen = said.named.length === 0 ? [] : variantsOf(product, said)
    return chosen.some(({ sku }) => sku === item.sku)
  })
  const [fit] = fits
  if (fit && fits.length === 1) return { value: fit.sku, text: fit.title }
  return only && order.items.length === 1 ? { value: only.sku, text: only.title } : undefined
}

/** The first product of a flow, or the second: then it is compared with the first. One name alone is compared with what was talked about before. */
export function readProduct(
  { choice }: Heard,
  world: SlotWorld,
  { place, of, asked }: { readonly place: number; readonly of: number; readonly asked: boolean },
): SlotValue | undefined {
  const { named, among, product, before, products } = world
  const pressed = choice?.kind === 'product' ? products.get(choice.id) : undefined
  if (pressed && (asked || place === 0)) return toProductValue(pressed, world)

  // "对比两款面霜": where just two bear the name, these are meant.
  const said = of > 1 && named.length === 0 && among.length === 2 ? among : named
  const [first, second] = said
  const isOther = before !== undefined && second === undefined && (first ? before.id !== first.id : among.length > 2)
  if (place === 0) return toProductValue(of > 1 && isOther && !asked ? before : (first ?? product), world)
  if (place > 1) return toProductValue(said[place], world)
  return toProductValue(second ?? (asked || isOther ? first : undefined), world)
}

function toProductValue(product: Product | undefined, { locale, language }: SlotWorld): SlotValue | undefined {
  return product && { value: product.id, text: textIn(product.name, locale, language) }
}

/** Another colour or size of the item: what is not named stays as it is. */
export function readVariantSlot(
  said: Heard | { readonly sku: string },
  { product, item, locale, language }: SlotWorld,
  asked: boolean,
): SlotValue | undefined {
  if (!product) return undefined
  if ('sku' in said) {
    const pressed = product.variants.find(({ sku }) => sku === said.sku)
    return pressed && { value: pressed.sku, text: variantText(pressed, locale, language) }
  }
  const read = readVariant(said.text, said.understood.entities, product)
  if (read.color === undefined && read.size === undefined) return undefined

  const current = product.variants.find(({ sku }) => sku === item?.sku)
  const wanted = { color: read.color, size: read.size }
  const [variant, ...others] = variantsOf(product, {
    ...(wanted.color !== undefined && { color: wanted.color }),
    ...(wanted.size !== undefined && { size: wanted.size }),
  })
  if (!variant) return undefined
  if (others.length === 0) return variant.sku === item?.sku && !asked ? undefined : toValue(variant)

  const same = [variant, ...others].find((one) =>
    wanted.size === undefined ? one.size === current?.size : String(one.color) === String(current?.color),
  )
  return same && same.sku !== item?.sku ? toValue(same) : undefined

  function toValue(one: typeof variant) {
    return one && { value: one.sku, text: variantText(one, locale, language) }
  }
}
