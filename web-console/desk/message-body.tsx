import type { DeskMessage } from '../../src/protocol/console.ts'
import { useTexts } from '../texts/use-texts.ts'
import { DetailsCard, TableCard } from './fact-cards.tsx'
import { FileCard } from './file-card.tsx'
import { Marked } from './marked.tsx'
import { useThreadScope } from './thread-scope.ts'

type Body = DeskMessage['body']
type Product = Extract<Body, { kind: 'product' }>['product']
type Order = Extract<Body, { kind: 'order' }>['order']

/** What a message holds. Text is text: React escapes it, and line breaks are kept by CSS. */
export function MessageBody({ body }: { readonly body: Body }) {
  switch (body.kind) {
    case 'text':
      return (
        <>
          {body.text ? (
            <p className="bubble">
              <Marked text={body.text} />
            </p>
          ) : null}
          {body.image ? <Picture url={body.image} /> : null}
          {body.products && body.products.length > 0 ? <Products products={body.products} /> : null}
          <Facts body={body} />
          {body.quickReplies && body.quickReplies.length > 0 ? <Options options={body.quickReplies} /> : null}
        </>
      )
    case 'clarify':
      return (
        <>
          <p className="bubble">
            <Marked text={body.text} />
          </p>
          <Options options={body.choices} />
        </>
      )
    case 'choice':
      return <Choice text={body.text} />
    case 'image':
      return <Picture url={body.url} />
    case 'file':
      return <FileCard {...body} />
    case 'product':
      return <Products products={[body.product]} />
    case 'order':
      return (
        <div className="cards">
          <OrderCard order={body.order} />
        </div>
      )
    case 'note':
      return (
        <p className="bubble">
          <Marked text={body.text} />
        </p>
      )
    case 'recalled':
    case 'event':
      return null
  }
}

function Choice({ text }: { readonly text: string }) {
  const texts = useTexts()
  return (
    <p className="bubble">
      <Marked text={text} /> <i className="picked">{texts.thread.picked}</i>
    </p>
  )
}

function Picture({ url }: { readonly url: string }) {
  const texts = useTexts()
  const scope = useThreadScope()
  const picture = <img src={url} alt={texts.thread.image} loading="lazy" />
  if (scope) {
    return (
      <button type="button" className="picture" title={texts.zoom.open} onClick={() => scope.zoom(url)}>
        {picture}
      </button>
    )
  }
  return (
    <a href={url} target="_blank" rel="noreferrer noopener" className="picture">
      {picture}
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
            <b>
              <Marked text={product.name} />
            </b>
            <em>{product.price}</em>
          </span>
        </a>
      ))}
    </div>
  )
}

/** Orders, a comparison, details: what the shopper sees as cards below the words. */
function Facts({ body }: { readonly body: Extract<Body, { kind: 'text' }> }) {
  const texts = useTexts()
  const { orders = [], table, details = [] } = body
  return (
    <>
      {orders.length > 0 ? (
        <div className="cards">
          {orders.map((order) => (
            <OrderCard key={order.number} order={order} />
          ))}
        </div>
      ) : null}
      {table ? <TableCard table={table} label={texts.thread.comparison(table.columns)} /> : null}
      {details.length > 0 ? (
        <div className="cards">
          {details.map((one) => (
            <DetailsCard key={one.title} details={one} />
          ))}
        </div>
      ) : null}
    </>
  )
}

function OrderCard({ order }: { readonly order: Order }) {
  return (
    <div className="card order">
      <span>
        <b className="mono">
          <Marked text={order.number} />
        </b>
        <small>{order.items}</small>
        <small>
          {order.placedOn} · {order.total} · {order.statusText}
        </small>
      </span>
    </div>
  )
}
