import type { ComponentChildren } from 'preact'
import { toSafeUrl } from '../../core/rich-text.ts'
import type { Option, Order, Product } from '../../core/wire.ts'
import { useChat } from './chat-context.ts'
import { Icon } from './icon.tsx'

/** `reply`: what pressing the card says; without one it only shows. */
interface Reply {
  readonly reply?: Option | undefined
}

/** The words by which a card is known. Where it can be pressed they are a button that reaches over the whole card. */
function Press({ reply, children }: Reply & { children: ComponentChildren }) {
  const { session } = useChat()
  if (!reply) return <>{children}</>
  return (
    <button
      type="button"
      class="card-press"
      onClick={() => session.send({ kind: 'choice', choice: reply.value, text: reply.label })}
    >
      {children}
    </button>
  )
}

interface LinkProps {
  readonly class: string
  readonly href: string
  readonly label?: string
  readonly children: ComponentChildren
}

/** Pages of the shop follow one another; those of another place open beside it. */
function ShopLink({ href, label, children, class: name }: LinkProps) {
  const samePlace = new URL(href).origin === location.origin
  return (
    <a
      class={name}
      href={href}
      aria-label={label}
      {...(!samePlace && { target: '_blank', rel: 'noopener noreferrer' })}
    >
      {children}
    </a>
  )
}

export function ProductCard({ product, reply }: Reply & { product: Product }) {
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
        <Press reply={reply}>
          <span class="card-title">{product.name}</span>
        </Press>
        <span class="card-price">{product.price}</span>
        {href &&
          (reply ? (
            <ShopLink class="card-link" href={href} label={`${texts.viewProduct} ${product.name}`}>
              {texts.viewProduct}
            </ShopLink>
          ) : (
            <span class="card-link">{texts.viewProduct}</span>
          ))}
      </span>
      {reply && <Icon name="go" />}
    </>
  )
  if (reply || !href) return <div class={reply ? 'card press' : 'card'}>{inside}</div>
  return (
    <ShopLink class="card" href={href}>
      {inside}
    </ShopLink>
  )
}

export function OrderCard({ order, reply }: Reply & { order: Order }) {
  const { texts } = useChat()
  return (
    <div class={reply ? 'card column press' : 'card column'}>
      <div class="card-top">
        <Press reply={reply}>
          {texts.order} {order.number}
        </Press>
        <strong class="card-status">{order.statusText}</strong>
        {reply && <Icon name="go" />}
      </div>
      <p>{order.items}</p>
      <div class="card-bottom">
        <span>
          {texts.orderPlaced} {order.placedOn}
        </span>
        <strong>{order.total}</strong>
      </div>
    </div>
  )
}
