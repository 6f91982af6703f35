import type { Order, OrderItem, OrderStatus, Parcel } from '../domain/commerce.ts'
import type { KnowledgeBase } from '../domain/knowledge.ts'
import { textIn } from '../domain/localized-text.ts'
import type { Storage } from '../ports/storage.ts'
import type { Clock, DemoPeople, Ids } from '../ports/world.ts'
import { signIdentity } from '../security/tokens.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface DemoOrder {
  readonly number: string
  readonly status: OrderStatus
  readonly daysAgo: number
  readonly items: readonly { readonly product: string; readonly variant: number; readonly quantity: number }[]
  readonly parcel?: {
    readonly carrier: string
    readonly number: string
    readonly status: Parcel['status']
    /** Hours ago, oldest first. */
    readonly events: readonly { readonly hoursAgo: number; readonly text: string }[]
    readonly etaInDays?: number
  }
}

interface DemoCustomer {
  readonly key: string
  readonly name: string
  readonly phone: string
  readonly orders: readonly DemoOrder[]
}

/** Three customers of the demo shop, each with something to ask about. */
const CUSTOMERS: readonly DemoCustomer[] = [
  {
    key: 'lin',
    name: '林晓雨',
    phone: '13857120416',
    orders: [
      {
        number: 'XM202611180037',
        status: 'shipped',
        daysAgo: 3,
        items: [{ product: 'linen-dress', variant: 1, quantity: 1 }],
        parcel: {
          carrier: '中通快递',
          number: '78650123349871',
          status: 'in_transit',
          events: [
            { hoursAgo: 62, text: '【杭州市】良渚营业部已揽收' },
            { hoursAgo: 48, text: '【杭州市】已离开杭州转运中心，发往武汉' },
            { hoursAgo: 20, text: '【武汉市】已到达武汉转运中心' },
          ],
          etaInDays: 1,
        },
      },
      {
        number: 'XM202610020012',
        status: 'completed',
        daysAgo: 50,
        items: [{ product: 'hand-cream', variant: 0, quantity: 2 }],
      },
    ],
  },
  {
    key: 'chen',
    name: '陈浩',
    phone: '13916668802',
    orders: [
      {
        number: 'XM202611220005',
        status: 'paid',
        daysAgo: 0.3,
        items: [{ product: 'running-shoes', variant: 1, quantity: 1 }],
      },
    ],
  },
  {
    key: 'emma',
    name: 'Emma Wilson',
    phone: '18621173350',
    orders: [
      {
        number: 'XM202611140021',
        status: 'delivered',
        daysAgo: 7,
        items: [
          { product: 'health-kettle', variant: 0, quantity: 1 },
          { product: 'tea-gift-box', variant: 0, quantity: 1 },
        ],
        parcel: {
          carrier: '顺丰速运',
          number: 'SF1402278651093',
          status: 'delivered',
          events: [
            { hoursAgo: 160, text: '【杭州市】顺丰速运已收取快件' },
            { hoursAgo: 136, text: '【上海市】快件派送中，派送员正在为您派送' },
            { hoursAgo: 133, text: '【上海市】已签收，签收人：前台' },
          ],
        },
      },
    ],
  },
]

/** Puts the demo shop's customers and orders into an empty database; what is there already stays. */
export async function seedDemo(world: {
  storage: Storage
  clock: Clock
  ids: Ids
  knowledge: KnowledgeBase
}): Promise<void> {
  const { storage, ids, clock } = world
  for (const person of CUSTOMERS) {
    const identity = { kind: 'shop', value: person.key } as const
    if (await storage.customers.findByIdentity(identity)) continue

    await storage.transaction(async (stores) => {
      const customer = await stores.customers.create({ id: ids.next(), locale: 'zh', at: clock.now() })
      await stores.customers.addIdentity(customer.id, identity)
      await stores.customers.update(customer.id, { name: person.name, phone: person.phone, verified: true })
      await stores.orders.save(person.orders.map((order) => toOrder(order, customer.id, clock.now(), world.knowledge)))
    })
  }
}

/** Lets visitors of the demo shop browse as one of them. */
export function createDemoPeople(identitySecret: string): DemoPeople {
  return {
    customers: CUSTOMERS.map(({ key, name }) => ({ key, name })),
    sign: async (key) => {
      const person = CUSTOMERS.find((one) => one.key === key)
      return person && signIdentity(identitySecret, { shopId: key, name: person.name, phone: person.phone })
    },
  }
}

function toOrder(draft: DemoOrder, customerId: string, now: number, knowledge: KnowledgeBase): Order {
  const items = draft.items.flatMap((item) => toItem(item, knowledge))
  return {
    number: draft.number,
    customerId,
    status: draft.status,
    currency: knowledge.shop.currency,
    total: items.reduce((sum, item) => sum + item.unitPrice * item.quantity, 0),
    items,
    placedAt: now - draft.daysAgo * DAY,
    history: [],
    parcels: draft.parcel ? [toParcel(draft.parcel, now)] : [],
    refunds: [],
  }
}

/** An owner who has changed the products finds the demo orders without what is no longer sold. */
function toItem(
  { product: id, variant: index, quantity }: DemoOrder['items'][number],
  { products, shop }: KnowledgeBase,
): OrderItem[] {
  const product = products.get(id)
  const variant = product?.variants[index]
  if (!product || !variant) return []

  const say = (text: NonNullable<typeof variant.color>) => textIn(text, shop.language, shop.language)
  const options = [variant.color === undefined ? '' : say(variant.color), variant.size ?? ''].filter(Boolean).join(' ')
  const title = options ? `${say(product.name)}（${options}）` : say(product.name)
  return [{ productId: id, sku: variant.sku, title, quantity, unitPrice: product.price }]
}

function toParcel(parcel: NonNullable<DemoOrder['parcel']>, now: number): Parcel {
  return {
    trackingNumber: parcel.number,
    carrier: parcel.carrier,
    status: parcel.status,
    events: parcel.events.map(({ hoursAgo, text }) => ({ at: now - hoursAgo * HOUR, text })),
    ...(parcel.etaInDays !== undefined && { etaAt: now + parcel.etaInDays * DAY }),
  }
}
