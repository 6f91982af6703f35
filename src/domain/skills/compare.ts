import { attributeLabel } from '../facts/attribute-labels.ts'
import { inStock, listColors, listSizes, priceText } from '../facts/product-facts.ts'
import { listText, type Speech, textOf } from '../facts/say.ts'
import type { Product } from '../knowledge.ts'
import type { TableCard } from '../message.ts'

const AT_MOST = 3

/** Two or three products side by side, in the respects in which they differ. Undefined where there is nothing to compare. */
export function compareProducts(products: readonly Product[], speech: Speech): TableCard | undefined {
  const compared = products.slice(0, AT_MOST)
  if (compared.length < 2) return undefined

  const { locale } = speech
  const row = (label: string, cell: (product: Product) => string) => ({ label, cells: compared.map(cell) })
  const keys = [...new Set(compared.flatMap(({ attributes }) => Object.keys(attributes)))]
  const rows = [
    row(locale === 'zh' ? '价格' : 'Price', (one) => priceText(one, speech)),
    row(locale === 'zh' ? '特点' : 'In short', (one) => textOf(one.summary, speech)),
    ...keys.map((key) =>
      row(attributeLabel(key, locale), ({ attributes }) => {
        const text = attributes[key]
        return text === undefined ? '' : textOf(text, speech)
      }),
    ),
    row(locale === 'zh' ? '尺码' : 'Sizes', (one) => listText(listSizes(one.variants), speech)),
    row(locale === 'zh' ? '有货颜色' : 'Colours in stock', (one) =>
      listText(listColors(inStock(one.variants), speech), speech),
    ),
  ]
  return { columns: compared.map((one) => textOf(one.name, speech)), rows: rows.filter(({ cells }) => differ(cells)) }
}

/** A respect that only one of them says anything of is none to compare. */
function differ(cells: readonly string[]): boolean {
  return new Set(cells).size > 1 && cells.filter(Boolean).length > 1
}
