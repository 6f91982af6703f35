import type { DeskMessage } from '../../src/protocol/console.ts'
import { useTexts } from '../texts/use-texts.ts'

type Body = DeskMessage['body']
type Product = Extract<Body, { kind: 'product' }>['product']
type Order = Extract<Body, { kind: 'order' }>['order']

/** What a message holds. Text is text: React escapes it, and line breaks are kept by CSS. */
export function MessageBody({ body }: { readonly body: Body }) {
  switch (body.kind) {
    case 'text':
      return (
        <>
          <p className="bubble">{body.text}</p>
          {body.image ? <Picture url={body.image} /> : null}
          {body.products && body.products.length > 0 ? <Products products={body.products} /> : null}
          {body.quickReplies && body.quickReplies.length > 0 ? <Options options={body.quickReplies} /> : null}
        </>
      )
    case 'clarify':
      return (
        <>
          <p className="bubble">{body.text}</p>
          <Options options={body.choices} />
        </>
      )
    case 'choice':
      return <Choice text={body.text} />
    case 'image':
      return <Picture url={body.url} />
    case 'product':
      return <Products products={[body.product]} />
    case 'order':
      return <OrderCard order={body.order} />
    case 'note':
      return <p className="bubble">{body.text}</p>
    case 'event':
      return null
  }
}

function Choice({ text }: { readonly text: string }) {
  const texts = useTexts()
  return (
    <p className="bubble">
      {text} <i className="picked">{texts.thread.picked}</i>
    </p>
  )
}

function Picture({ url }: { readonly url: string }) {
  const texts = useTexts()
  return (
    <a href={url} target="_blank" rel="noreferrer noopener" className="picture">
      <img src={url} alt={texts.thread.image} loading="lazy" />
    </a>
  )
}

function Options({ options }: { readonly options: readonly { value: string; label: string }[] }) {
  const texts = useTexts()
  return (
    <ul className="options" aria-label={texts.thread.choices}>
      {options.map((option) => (
        <li key={option.value}>{option.label}</li>
      ))}
    </ul>
  )
}

function Products({ products }: { readonly products: readonly Product[] }) {
  return (
    <div className="cards">
      {products.map((product) => (
        <a key={product.id} href={product.url} target="_blank" rel="noreferrer noopener" className="card">
          {product.image ? <img src={product.image} alt="" loading="lazy" /> : null}
          <span>
            <b>{product.name}</b>
            <em>{product.price}</em>
          </span>
        </a>
      ))}
    </div>
  )
}

function OrderCard({ order }: { readonly order: Order }) {
  return (
    <div className="cards">
      <div className="card order">
        <span>
          <b className="mono">{order.number}</b>
          <small>{order.items}</small>
          <small>
            {order.placedOn} · {order.total} · {order.statusText}
          </small>
        </span>
      </div>
    </div>
  )
}
