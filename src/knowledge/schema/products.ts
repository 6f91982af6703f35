import { z } from 'zod'
import { CUTS, MEASURES, type Measure } from '../../domain/knowledge.ts'
import { Answer } from './intents.ts'
import { IntentName, Key, Localized, Media, Price, ProductName, say, WebAddress, Words } from './words.ts'

const Range = z
  .tuple([z.number().positive(), z.number().positive()])
  .refine(
    ([least, most]) => least <= most,
    say(
      '范围写反了',
      'the range is the wrong way round',
      '小的写前面：[155, 162]',
      'put the smaller first: [155, 162]',
    ),
  )
const Fits = z.strictObject(
  Object.fromEntries(MEASURES.map((measure) => [measure, Range.exactOptional()])) as Record<
    Measure,
    z.ZodExactOptional<typeof Range>
  >,
)

const SizeTable = z.strictObject({
  unit: Words,
  columns: z.record(z.string(), Localized),
  rows: z
    .array(
      z
        .object({ size: z.union([z.string(), z.number()]), fits: Fits.exactOptional() })
        .catchall(z.union([z.string(), z.number()])),
    )
    .min(1),
})

const Variant = z.strictObject({
  sku: Words,
  color: Localized.exactOptional(),
  size: z.string().exactOptional(),
  stock: z.number().int().nonnegative(),
  price: Price.exactOptional(),
})

const Product = z.strictObject({
  id: ProductName,
  name: Localized,
  aliases: z.array(Words).default([]),
  category: Localized,
  price: Price,
  image: Media.exactOptional(),
  url: WebAddress.exactOptional(),
  summary: Localized,
  attributes: z.record(Key, Localized).default({}),
  variants: z.array(Variant).min(1),
  size_table: SizeTable.exactOptional(),
  cut: z.enum(CUTS).exactOptional(),
  tags: z.array(Words).default([]),
  hygiene: z.boolean().default(false),
  answers: z.record(IntentName, z.array(Answer).min(1)).default({}),
  goes_with: z.array(ProductName).default([]),
})
export const ProductsFile = z.strictObject({ products: z.array(Product) })
