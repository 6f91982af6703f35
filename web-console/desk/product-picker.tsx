import { Input, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import type { ProductCardView } from '../../src/protocol/common.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { LoadFailed } from '../shell/load-failed.tsx'
import { createFuzzySearch } from '../state/fuzzy-search.ts'
import { useTexts } from '../texts/use-texts.ts'

type OnPick = (productId: string) => void

/** Finds a product by its name or its id and sends it as a card. */
export function ProductPicker({ onPick }: { readonly onPick: OnPick }) {
  const { loaded, reload } = useLoaded<{ products: ProductCardView[] }>('/api/v1/products')

  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active className="product-picker" />

  return <Search products={loaded.value.products} onPick={onPick} />
}

function Search({ products, onPick }: { readonly products: readonly ProductCardView[]; readonly onPick: OnPick }) {
  const { composer } = useTexts()
  const [wanted, setWanted] = useState('')
  const search = useMemo(() => createFuzzySearch(products, ({ name, id }) => [name, id]), [products])
  const found = search(wanted)

  return (
    <div className="product-picker">
      <Input
        placeholder={composer.searchProduct}
        aria-label={composer.searchProduct}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        allowClear
      />
      <ul>
        {found.map((product) => (
          <li key={product.id}>
            <button type="button" onClick={() => onPick(product.id)}>
              {product.image ? <img src={product.image} alt="" loading="lazy" /> : null}
              <span>{product.name}</span>
              <em>{product.price}</em>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="none">{composer.noProduct}</p> : null}
    </div>
  )
}
