import type { OrderView } from '../../src/protocol/http.ts'
import { OrderActions } from '../desk/side/order-actions.tsx'
import { formatDate } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { FoldBlock } from './fold-block.tsx'
import { Parcel } from './parcel.tsx'

interface OrdersProps {
  readonly orders: readonly OrderView[]
  readonly verified: boolean
}

/** The customer's orders with their parcels, newest first. */
export function Orders({ orders, verified }: OrdersProps) {
  const { customer } = useTexts()
  return (
    <FoldBlock name="orders" title={customer.orders} count={orders.length}>
      {orders.length === 0 ? (
        <p className="none">{verified ? customer.noOrders : customer.noOrdersUnverified}</p>
      ) : null}
      {orders.map((order) => (
        <Order key={order.number} order={order} />
      ))}
    </FoldBlock>
  )
}

/** One order with its parcels. */
export function Order({ order }: { readonly order: OrderView }) {
  const texts = useTexts()
  const locale = useLocale()
  return (
    <article className="order-box">
      <header>
        <span className="mono">{order.number}</span>
        <i className="chip">{texts.customer.orderStatus[order.status] ?? order.status}</i>
      </header>
      <ul className="order-items">
        {order.items.map((item) => (
          <li key={`${item.title}:${item.variant}`}>
            {item.image ? <img src={item.image} alt="" loading="lazy" /> : null}
            <span>
              {item.title}
              {item.variant && !item.title.includes(item.variant) ? <small>{item.variant}</small> : null}
            </span>
            <small>×{item.quantity}</small>
          </li>
        ))}
      </ul>
      <p className="order-total">
        <span>{texts.customer.placed(formatDate(order.placedAt, locale))}</span>
        <b>{order.total}</b>
      </p>
      {order.parcels.map((parcel) => (
        <Parcel key={parcel.trackingNumber} parcel={parcel} />
      ))}
      <OrderActions order={order} />
    </article>
  )
}
