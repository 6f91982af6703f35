import { Button, Input, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import type { ProductCardView } from '../../../src/protocol/common.ts'
import type { ProductDetail } from '../../../src/protocol/knowledge.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { useDesk } from '../../shell/desk-context.tsx'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { createFuzzySearch } from '../../state/fuzzy-search.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { TableCard } from '../fact-cards.tsx'
import { useIsMine } from './use-is-mine.ts'

/** Search in the products; one that is opened shows what is in stock and how it fits, and can be sent as a card. */
export function ProductTab({ conversationId }: { readonly conversationId: string }) {
  const { loaded, reload } = useLoaded<{ products: ProductCardView[] }>('/api/v1/products')
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active className="pane-skeleton" paragraph={{ rows: 8 }} />

  return <Search products={loaded.value.products} conversationId={conversationId} />
}

interface SearchProps {
  readonly products: readonly ProductCardView[]
  readonly conversationId: string
}

function Search({ products, conversationId }: SearchProps) {
  const { side, composer } = useTexts()
  const [wanted, setWanted] = useState('')
  const [opened, setOpened] = useState<string>()
  const search = useMemo(() => createFuzzySearch(products, ({ name, id }) => [name, id]), [products])
  const found = search(wanted)
  return (
    <>
      <div className="side-search">
        <Input
          value={wanted}
          placeholder={side.searchProducts}
          aria-label={side.searchProducts}
          allowClear
          onChange={(event) => setWanted(event.target.value)}
        />
      </div>
      <ul className="side-list">
        {found.map((product) => (
          <li key={product.id} className={product.id === opened ? 'open' : ''}>
            <button
              type="button"
              className="side-row product"
              aria-expanded={product.id === opened}
              onClick={() => setOpened(product.id === opened ? undefined : product.id)}
            >
              {product.image ? <img src={product.image} alt="" loading="lazy" /> : null}
              <b>{product.name}</b>
              <em>{product.price}</em>
            </button>
            {product.id === opened ? <Product id={product.id} conversationId={conversationId} /> : null}
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="side-none">{composer.noProduct}</p> : null}
    </>
  )
}

function Product({ id, conversationId }: { readonly id: string; readonly conversationId: string }) {
  const { side } = useTexts()
  const desk = useDesk()
  const mine = useIsMine(conversationId)
  const { loaded, reload } = useLoaded<ProductDetail>(`/api/v1/products/${encodeURIComponent(id)}`)
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active title={false} paragraph={{ rows: 3 }} />

  const send = () => desk.outbox.add({ conversationId, kind: 'product', content: id })
  return (
    <div className="product-here">
      <p>{loaded.value.summary}</p>
      {mine ? (
        <Button size="small" type="primary" onClick={send}>
          {side.sendCard}
        </Button>
      ) : (
        <small className="answer-own">{side.notMine}</small>
      )}
      <Facts product={loaded.value} />
    </div>
  )
}

function Facts({ product }: { readonly product: ProductDetail }) {
  const { side } = useTexts()
  const { variants, attributes, sizeTable } = product
  return (
    <>
      <h3>{side.variants}</h3>
      <ul className="variants">
        {variants.map(({ sku, name, price, stock }) => (
          <li key={sku}>
            <span>{name || sku}</span>
            <span>{price}</span>
            <span className={stock > 0 ? '' : 'gone'}>{side.stock(stock)}</span>
          </li>
        ))}
      </ul>
      {sizeTable ? (
        <>
          <h3>{side.sizeTable}</h3>
          <TableCard table={sizeTable} label={side.sizeTable} corner={side.size} />
        </>
      ) : null}
      {attributes.length > 0 ? (
        <>
          <h3>{side.attributes}</h3>
          <dl className="facts">
            {attributes.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </>
  )
}
