import { useDeferredValue, useMemo } from 'react'
import { useLocale } from '../../texts/use-texts.ts'
import { useWords } from '../use-words.ts'
import { readProducts } from './read-products.ts'

interface ProductPreviewProps {
  readonly text: string
  readonly line: number
  readonly onLine: (line: number) => void
}

/** The cards that shoppers are shown, each the way to where it is written. */
export function ProductPreview({ text, line, onLine }: ProductPreviewProps) {
  const { files: words } = useWords()
  const locale = useLocale()
  const latest = useDeferredValue(text)
  const products = useMemo(() => readProducts(latest, locale), [latest, locale])
  const here = products.findLast((one) => one.line <= line)
  return (
    <section className="picture" aria-label={words.products}>
      <h2>
        {words.products} <span className="count">{products.length}</span>
      </h2>
      <ul className="product-cards">
        {products.map((one) => (
          <li key={`${one.id}:${one.line}`}>
            <button
              type="button"
              className={one === here ? 'product-card here' : 'product-card'}
              onClick={() => onLine(one.line)}
            >
              {one.image ? <img src={one.image} alt="" loading="lazy" /> : null}
              <span>
                <b>{one.name || one.id}</b>
                <em>{one.price}</em>
                <small>{one.summary}</small>
                <small>{words.stock(one.variants, one.stock)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
