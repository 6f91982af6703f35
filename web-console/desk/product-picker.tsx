import { Input, Skeleton } from 'antd'
import { useState } from 'react'
import type { ProductView } from '../../src/protocol/http.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'

/** Finds a product by its name and sends it as a card. */
export function ProductPicker({ onPick }: { readonly onPick: (productId: string) => void }) {
  const { composer } = useTexts()
  const { loaded, reload } = useLoaded<{ products: ProductView[] }>('/api/v1/products')
  const [wanted, setWanted] = useState('')

  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active className="product-picker" />

  const needle = wanted.trim().toLowerCase()
  const found = loaded.value.products.filter((product) => product.name.toLowerCase().includes(needle))
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
