import type { Order } from '../../domain/commerce.ts'
import type { Choice } from '../../domain/dialogue/choice.ts'
import type { DialogueContext, VariantChoice } from '../../domain/dialogue/context.ts'
import { readOrderReference, referredOrder } from '../../domain/dialogue/order-reference.ts'
import { findLinked } from '../../domain/dialogue/product-link.ts'
import type { KnowledgeBase, Product } from '../../domain/knowledge.ts'
import type { MessageBody } from '../../domain/message.ts'
import { readVariant } from '../../domain/skills/variants.ts'
import type { Understood } from '../../domain/understanding.ts'

/** What a message is about. */
export interface Focus {
  /** The product that it names, or that was being talked about. */
  readonly product?: Product
  /** Every product that it names, in its order. */
  readonly named: readonly Product[]
  /** The products among which a shared name leaves the choice. */
  readonly among: readonly Product[]
  /** The colour and size that it names. */
  readonly variant: VariantChoice
  /** Stretches of the message that name a colour or size of the product. */
  readonly variantWords: readonly string[]
  /** Colours and sizes that it names and the product does not have. */
  readonly unknown: readonly string[]
  /** The order that it names, if the shopper may hear of it. */
  readonly order?: Order
  /** An order number that it names, whosever it is. */
  readonly orderNumber?: string
}

interface Said {
  readonly text: string
  readonly understood: Understood
  readonly choice: Choice | undefined
  /** One of the products that were shown, where the words point at it. */
  readonly pointed: Product | undefined
  readonly body: MessageBody
  readonly context: DialogueContext
  readonly knowledge: KnowledgeBase
  orders(): Promise<readonly Order[]>
  /** An order of this customer that the list does not hold any more. */
  findOwn(number: string): Promise<Order | undefined>
}

export async function findFocus(said: Said): Promise<Focus> {
  const { text, understood, context, knowledge } = said
  const { named, among } = findNamed(said)
  const current = knowledge.products.get(context.productId ?? '')
  const { order, orderNumber } = await findOrder(said, [...named, ...among])
  const bought = named.length === 0 ? await findBought(said, among, order) : undefined
  const product = named[0] ?? bought ?? (among.length > 0 ? undefined : current)
  const read = product && readVariant(text, understood.entities, product)
  return {
    ...(product && { product }),
    named: bought ? [bought] : named,
    among: bought ? [] : among,
    variant: {
      ...(read?.color !== undefined && { color: read.color }),
      ...(read?.size !== undefined && { size: read.size }),
    },
    variantWords: read?.named ?? [],
    unknown: read?.unknown ?? [],
    ...(order && { order }),
    ...(orderNumber !== undefined && { orderNumber }),
  }
}

/** A card, a button, a link, or names. A name that several bear means the one being talked about, if that is one of them. */
function findNamed({
  text,
  understood,
  choice,
  pointed,
  body,
  context,
  knowledge,
}: Said): Pick<Focus, 'named' | 'among'> {
  const { products } = knowledge
  const pressed = body.kind === 'product' ? body.product.id : choice?.kind === 'product' ? choice.id : undefined
  const direct = pointed ?? (pressed === undefined ? findLinked(text, products) : products.get(pressed))
  if (direct) return { named: [direct], among: [] }

  const named: Product[] = []
  const among: Product[] = []
  for (const entity of understood.entities) {
    if (entity.kind !== 'product') continue
    const ids = entity.among ?? [entity.product]
    const id =
      ids.length === 1 || ids.includes(context.productId ?? '')
        ? ids.length === 1
          ? ids[0]
          : context.productId
        : undefined
    const product = products.get(id ?? '')
    if (product && !named.includes(product)) named.push(product)
    if (!product) among.push(...ids.flatMap((one) => products.get(one) ?? []))
  }
  return { named, among: [...new Set(among)] }
}

async function findOrder(
  { text, understood, choice, context, orders, findOwn }: Said,
  contents: readonly Product[],
): Promise<Pick<Focus, 'order' | 'orderNumber'>> {
  const [typed] = understood.entities.flatMap((one) => (one.kind === 'order_number' ? one.value : []))
  const number = choice?.kind === 'order' ? choice.number : typed
  if (number !== undefined) {
    const order = (await orders()).find((one) => one.number === number) ?? (await findOwn(number))
    return { orderNumber: number, ...(order && { order }) }
  }
  const [tracking] = understood.entities.flatMap((one) => (one.kind === 'tracking_number' ? one.value : []))
  if (tracking !== undefined) {
    const order = (await orders()).find(({ parcels }) => parcels.some((one) => one.trackingNumber === tracking))
    return order ? { order, orderNumber: order.number } : {}
  }
  const reference = readOrderReference(text)
  const order = reference
    ? referredOrder(reference, await orders(), context.orderNumber)
    : contents.length > 0 && ORDER_OF.test(text)
      ? findHolding(await orders(), contents)
      : undefined
  return order ? { order, orderNumber: order.number } : {}
}

/** "连衣裙那单": an order is spoken of by what is in it. */
const ORDER_OF = /[这那]一?(?:单|个订单|笔订单)|\b(?:the|my) order with\b/i

/** The one order that holds any of these. */
function findHolding(orders: readonly Order[], contents: readonly Product[]): Order | undefined {
  const ids = new Set(contents.map(({ id }) => id))
  const holding = orders.filter(({ items }) => items.some(({ productId }) => ids.has(productId)))
  return holding.length === 1 ? holding[0] : undefined
}

const OF_THE_ORDER = /刚[买下拍]|我[买拍订]|买的|[这那][双件条个款台瓶单]|\b(?:my|this|that|bought|ordered)\b/i

/** "刚买的裙子", "这双鞋": of the order that is spoken of, the one product that it can be. */
async function findBought(
  { text, context, orders, knowledge }: Said,
  among: readonly Product[],
  named: Order | undefined,
): Promise<Product | undefined> {
  const isOpen = among.length > 1 || context.productId === undefined
  if (!isOpen || !OF_THE_ORDER.test(text)) return undefined

  const order = named ?? (await orders()).find(({ number }) => number === context.orderNumber)
  const items = order?.items.flatMap(({ productId }) => knowledge.products.get(productId) ?? []) ?? []
  const fits = among.length > 1 ? items.filter((item) => among.includes(item)) : items
  const [only, ...others] = [...new Set(fits)]
  return others.length === 0 ? only : undefined
}
