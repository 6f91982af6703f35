import { type OrderItem, reachedAt } from '../../domain/commerce.ts'
import { type CaseStory, tellCase, tellReturn } from './case-story.ts'
import { type Chance, createChance, draw } from './chance.ts'
import type { Numbered } from './number-orders.ts'
import { CASES_SINCE, deliveredAt, isWorn, splitNewest } from './returns.ts'
import type { Shelf } from './shelf.ts'
import { DAY, HOUR, type ShopTime } from './shop-time.ts'

const EXCHANGES = 8
const INVOICES = 6
const REFUSED = 2

/** Exchanges, invoices, and returns that were refused; those of the last days are not settled yet. */
export function listOtherCases(orders: readonly Numbered[], shelf: Shelf, time: ShopTime): readonly CaseStory[] {
  const chance = createChance('other cases')
  const recent = orders.filter((order) => isRecent(order, time.now) && order.refunds.length === 0)
  const worn = recent.filter(({ items }) => items.some((item) => isWorn(item, shelf)))
  const [newest, others] = splitNewest(worn)
  const drawn = draw(chance, others, EXCHANGES + REFUSED, () => 1)
  return [
    ...newest.map((order) => tellExchange(chance, order, shelf, time)),
    ...drawn.slice(0, EXCHANGES).map((order) => tellExchange(chance, order, shelf, time)),
    ...drawn.slice(EXCHANGES).map((order) => tellRefusal(order, shelf, time)),
    ...draw(
      chance,
      recent.filter(({ invoice }) => invoice),
      INVOICES,
      () => 1,
    ).map((order) => tellInvoice(order, time.now)),
  ]
}

function isRecent(order: Numbered, now: number): boolean {
  const age = now - (reachedAt(order, 'delivered') ?? now)
  return age > 6 * HOUR && age < CASES_SINCE
}

function wornItem({ items }: Numbered, shelf: Shelf): OrderItem | undefined {
  return items.find((item) => isWorn(item, shelf)) ?? items[0]
}

function tellExchange(chance: Chance, order: Numbered, shelf: Shelf, time: ShopTime): CaseStory {
  const item = wornItem(order, shelf)
  const at = deliveredAt(order) + Math.min(chance.between(0.2, 3) * DAY, (time.now - deliveredAt(order)) * 0.7)
  const isSmall = chance.happens(0.6)
  return tellCase(
    {
      person: order.person,
      type: 'exchange',
      title: `换货 · ${item?.title ?? ''}`,
      orderNumber: order.number,
      ...(item && { sku: item.sku }),
      details: [
        { label: '换货商品', text: item?.title ?? '' },
        { label: '原因', text: isSmall ? '尺码偏小' : '尺码偏大' },
        { label: '想换成', text: isSmall ? '大一码' : '小一码' },
      ],
      at,
    },
    [
      [
        time.atWork(at + chance.between(1, 5) * HOUR),
        'waiting',
        'agent',
        '换货申请已通过，请寄回商品，仓库收到后马上发出新的一件',
      ],
      [time.atWork(at + chance.between(4, 5) * DAY), 'in_progress', 'agent', '仓库已收到寄回的商品，新的一件正在打包'],
      [time.atWork(at + chance.between(6, 7) * DAY), 'resolved', 'agent', '新的一件已发出，运费由我们承担'],
    ],
    time.now,
  )
}

function tellRefusal(order: Numbered, shelf: Shelf, time: ShopTime): CaseStory {
  const item = wornItem(order, shelf)
  const at = deliveredAt(order) + Math.min(2 * DAY, (time.now - deliveredAt(order)) * 0.5)
  return tellReturn(
    { order, items: item ? [item] : [], reason: '穿了一次，不太喜欢', at },
    [[time.atWork(at + 3 * HOUR), 'rejected', 'agent', '商品已经穿着和洗涤，影响再次销售，这次没办法退货，抱歉']],
    time.now,
  )
}

function tellInvoice(order: Numbered, now: number): CaseStory {
  const { invoice } = order
  const at = deliveredAt(order) + 2 * HOUR
  const doneAt = invoice?.status === 'issued' ? invoice.at : Number.POSITIVE_INFINITY
  return tellCase(
    {
      person: order.person,
      type: 'invoice',
      title: `开发票 · ${order.number}`,
      orderNumber: order.number,
      details: [
        { label: '类型', text: invoice?.kind === 'company' ? '企业' : '个人' },
        { label: '抬头', text: invoice?.title ?? '' },
      ],
      at,
    },
    [
      [at + 1, 'in_progress', 'bot', '已登记开票信息，电子发票会在交易完成后开出'],
      [doneAt, 'resolved', 'agent', '电子发票已开出，请查收'],
    ],
    now,
  )
}
