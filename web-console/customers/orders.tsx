import type { OrderView } from '../../src/protocol/http.ts'
import { OrderActions } from '../desk/side/order-actions.tsx'
import { formatDate, formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'

interface OrdersProps {
  readonly orders: readonly OrderView[]
  readonly verified: boolean
}

/** The customer's orders with their parcels, newest first. */
export function Orders({ orders, verified }: OrdersProps) {
  const { customer } = useTexts()
  return (
    <section className="block">
      <h2>
        {customer.orders}
        {orders.length > 0 ? <span className="count">{orders.length}</span> : null}
      </h2>
      {orders.length === 0 ? (
        <p className="none">{verified ? customer.noOrders : customer.noOrdersUnverified}</p>
      ) : null}
      {orders.map((order) => (
        <Order key={order.number} order={order} />
      ))}
    </section>
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
          <li key={item.title}>
            {item.image ? <img src={item.image} alt="" loading="lazy" /> : null}
            <span>{item.title}</span>
            <small>×{item.quantity}</small>
          </li>
        ))}
      </ul>
      <p className="order-total">
        <span>{texts.customer.placed(formatDate(order.placedAt, locale))}</span>
        <b>{order.total}</b>
      </p>
      {order.parcels.map((parcel) => (
        <p key={parcel.trackingNumber} className="parcel">
          <span>
            {texts.customer.parcel} {parcel.carrier} <span className="mono">{parcel.trackingNumber}</span> ·{' '}
            {texts.customer.parcelStatus[parcel.status] ?? parcel.status}
          </span>
          {parcel.lastEvent ? (
            <small>
              {formatMoment(parcel.lastEvent.at, locale)} {parcel.lastEvent.text}
            </small>
          ) : null}
        </p>
      ))}
      <OrderActions order={order} />
    </article>
  )
}
