import type { Facts, FactValue } from '../conditions.ts'
import type { VariantChoice } from '../dialogue/context.ts'
import type { Product, SizeRow, SizeTable, Variant } from '../knowledge.ts'
import { formatMoney } from '../present.ts'
import { colorKey, variantsOf } from '../skills/variants.ts'
import { listText, type Speech, textOf } from './say.ts'

export function productFacts(product: Product, speech: Speech): Facts {
  const colors = listColors(product.variants, speech)
  const sizes = listSizes(product.variants)
  const attributes = Object.entries(product.attributes).map(([key, text]) => [`product.${key}`, textOf(text, speech)])
  return {
    ...(Object.fromEntries(attributes) as Facts),
    'product.name': textOf(product.name, speech),
    'product.price': priceText(product, speech),
    'product.stock': stockOf(product.variants),
    'product.summary': textOf(product.summary, speech),
    'product.hygiene': product.hygiene,
    ...(product.cut && { 'product.cut': product.cut }),
    ...(colors.length > 0 && { 'product.colors': listText(colors, speech) }),
    ...(sizes.length > 0 && { 'product.sizes': listText(sizes, speech) }),
    ...inStockFacts(product, speech),
    ...(product.sizeTable && { 'product.size_table': sizeTableText(product.sizeTable, speech) }),
  }
}

/** The colour and size that are asked about. Absent while none is. */
export function variantFacts(
  product: Product,
  choice: VariantChoice,
  { said, unknown }: { readonly said: VariantChoice; readonly unknown: readonly string[] },
  speech: Speech,
): Facts {
  const colorOf = (one: VariantChoice) => product.variants.find((variant) => colorKey(variant) === one.color)?.color
  const askedText = (one: VariantChoice, more: readonly string[] = []) => {
    const named = colorOf(one)
    return [named === undefined ? '' : textOf(named, speech), one.size ?? '', ...more].filter(Boolean).join(' ')
  }
  // What the product does not have stands by itself: what was asked before is not asked of it.
  if (unknown.length > 0) return { 'variant.asked': askedText(said, unknown), 'variant.known': false }

  const color = colorOf(choice)
  const asked = askedText(choice)
  if (asked === '') return {}

  const row = product.sizeTable?.rows.find((one) => one.size === said.size)

  const variants = variantsOf(product, choice)
  const sizes = listSizes(inStock(variantsOf(product, choice.color === undefined ? {} : { color: choice.color })))
  const colors = listColors(
    inStock(variantsOf(product, choice.size === undefined ? {} : { size: choice.size })),
    speech,
  )
  const [first] = variants
  return {
    'variant.asked': asked,
    ...(color !== undefined && { 'variant.color': textOf(color, speech) }),
    ...(choice.size !== undefined && { 'variant.size': choice.size }),
    ...(row && product.sizeTable && { 'variant.row': sizeRowText(row, product.sizeTable, speech) }),
    'variant.known': variants.length > 0,
    'variant.stock': stockOf(variants),
    ...(first && { 'variant.price': formatMoney(first.price ?? product.price, speech.currency, speech.locale) }),
    ...(sizes.length > 0 && { 'variant.sizes': listText(sizes, speech) }),
    ...(colors.length > 0 && { 'variant.colors': listText(colors, speech) }),
  }
}

/** `¥269`, or `¥269–299` where variants differ. */
export function priceText(product: Product, { currency, locale }: Speech): string {
  const prices = product.variants.map(({ price }) => price ?? product.price)
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  const text = (price: number) => formatMoney(price, currency, locale)
  return low === high ? text(low) : `${text(low)}–${text(high)}`
}

export function stockOf(variants: readonly Variant[]): number {
  return variants.reduce((sum, one) => sum + one.stock, 0)
}

export function sizeTableText(table: SizeTable, speech: Speech): string {
  return table.rows.map((row) => `${row.size}: ${sizeRowText(row, table, speech)}`).join('\n')
}

export function sizeRowText({ cells }: SizeRow, { columns, unit }: SizeTable, speech: Speech): string {
  const texts = Object.entries(columns).flatMap(([key, title]) =>
    cells[key] === undefined ? [] : `${textOf(title, speech)} ${cells[key]}`,
  )
  return `${texts.join(' / ')} (${unit})`
}

export function listColors(variants: readonly Variant[], speech: Speech): readonly string[] {
  return [...new Set(variants.flatMap((one) => (one.color === undefined ? [] : textOf(one.color, speech))))]
}

export function listSizes(variants: readonly Variant[]): readonly string[] {
  return [...new Set(variants.flatMap((one) => one.size ?? []))]
}

export function inStock(variants: readonly Variant[]): readonly Variant[] {
  return variants.filter(({ stock }) => stock > 0)
}

/** `雾蓝 S、M、L；燕麦 S、L`: what can be bought now. */
function inStockFacts(product: Product, speech: Speech): Facts {
  const byColor = new Map<string, string[]>()
  for (const variant of inStock(product.variants)) {
    const color = variant.color === undefined ? '' : textOf(variant.color, speech)
    byColor.set(color, [...(byColor.get(color) ?? []), ...(variant.size === undefined ? [] : [variant.size])])
  }
  const parts = [...byColor].map(([color, sizes]) => [color, listText(sizes, speech)].filter(Boolean).join(' '))
  const text = parts.filter(Boolean).join(speech.locale === 'zh' ? '；' : '; ')
  const facts: Record<string, FactValue> = {}
  if (text !== '') facts['product.in_stock'] = text
  return facts
}
