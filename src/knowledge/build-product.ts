import type { Product, SizeRow, Variant } from '../domain/knowledge.ts'
import { minorDigits } from '../domain/present.ts'
import { toAnswer } from './build-answer.ts'
import type { ConditionScope } from './build-condition.ts'
import type { ParsedFile } from './parse-file.ts'

type RawProduct = ParsedFile<'products'>['data']['products'][number]
type RawTable = NonNullable<RawProduct['size_table']>

/** `"39.90"` → 3990, in minor units of the currency. */
export function toMinor(price: string, currency: string): number {
  return Math.round(Number(price) * 10 ** minorDigits(currency))
}

export function toProduct(
  raw: RawProduct,
  path: readonly PropertyKey[],
  scope: ConditionScope,
  currency: string,
): Product {
  const answers = Object.entries(raw.answers).map(([intent, list]) => [
    intent,
    list.map((one, n) => toAnswer(one, [...path, 'answers', intent, n], scope)),
  ])
  return {
    id: raw.id,
    name: raw.name,
    aliases: raw.aliases,
    category: raw.category,
    price: toMinor(raw.price, currency),
    ...(raw.image !== undefined && { image: raw.image }),
    ...(raw.url !== undefined && { url: raw.url }),
    summary: raw.summary,
    attributes: raw.attributes,
    variants: raw.variants.map((variant) => toVariant(variant, currency)),
    ...(raw.size_table && { sizeTable: { ...raw.size_table, rows: raw.size_table.rows.map(toRow) } }),
    ...(raw.cut && { cut: raw.cut }),
    tags: raw.tags,
    hygiene: raw.hygiene,
    answers: Object.fromEntries(answers) as Product['answers'],
    goesWith: raw.goes_with,
  }
}

function toVariant({ price, ...rest }: RawProduct['variants'][number], currency: string): Variant {
  return { ...rest, ...(price !== undefined && { price: toMinor(price, currency) }) }
}

function toRow({ size, fits, ...cells }: RawTable['rows'][number]): SizeRow {
  return { size: String(size), cells: cells as SizeRow['cells'], fits: fits ?? {} }
}
