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
    row(sizesLabel(compared, locale), (one) => listText(listSizes(one.variants), speech)),
    row(locale === 'zh' ? '有货颜色' : 'Colours in stock', (one) =>
      listText(listColors(inStock(one.variants), speech), speech),
    ),
  ]
  const told = rows
    .filter(({ cells }) => differ(cells))
    // What a kettle holds may stand among its attributes and as the name of its variants.
    .filter(({ cells }, n, all) => all.findIndex((other) => other.cells.join() === cells.join()) === n)
  return {
    columns: compared.map((one) => textOf(one.name, speech)),
    rows: told.map(({ label, cells }) => ({ label, cells: cells.map((cell) => cell || NOTHING) })),
  }
}

/** Stands where one of them tells nothing. */
const NOTHING = '—'

/** What is worn has sizes; anything else comes in kinds. */
function sizesLabel(products: readonly Product[], locale: Speech['locale']): string {
  if (products.some(({ sizeTable }) => sizeTable)) return locale === 'zh' ? '尺码' : 'Sizes'
  return locale === 'zh' ? '规格' : 'Options'
}

/** A respect that only one of them says anything of is none to compare. */
function differ(cells: readonly string[]): boolean {
  return new Set(cells).size > 1 && cells.filter(Boolean).length > 1
}
