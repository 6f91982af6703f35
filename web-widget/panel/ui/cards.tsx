import { toSafeUrl } from '../../core/rich-text.ts'
import type { Order, Product } from '../../core/wire.ts'
import { useChat } from './chat-context.ts'
import { Icon } from './icon.tsx'

export function ProductCard({ product }: { product: Product }) {
  const { server, texts } = useChat()
  // A path is a page of the shop that the widget stands on; pictures come from our server.
  const href = toSafeUrl(product.url, location.href)
  const image = product.image && toSafeUrl(product.image, server)
  const inside = (
    <>
      {image ? (
        <img class="card-image" src={image} alt="" loading="lazy" />
      ) : (
        <span class="card-image">
          <Icon name="bag" />
        </span>
      )}
      <span class="card-words">
        <span class="card-title">{product.name}</span>
        <span class="card-price">{product.price}</span>
        {href && <span class="card-link">{texts.viewProduct}</span>}
      </span>
    </>
  )
  if (!href) return <div class="card">{inside}</div>
  const samePlace = new URL(href).origin === location.origin
  return (
    <a class="card" href={href} {...(!samePlace && { target: '_blank', rel: 'noopener noreferrer' })}>
      {inside}
    </a>
  )
}

export function OrderCard({ order }: { order: Order }) {
  const { texts } = useChat()
  return (
    <div class="card order">
      <div class="order-top">
        <span>
          {texts.order} {order.number}
        </span>
        <strong class="order-status">{order.statusText}</strong>
      </div>
      <p class="order-items">{order.items}</p>
      <div class="order-bottom">
        <span>
          {texts.orderPlaced} {order.placedOn}
        </span>
        <strong>{order.total}</strong>
      </div>
    </div>
  )
}
