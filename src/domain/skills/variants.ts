import type { VariantChoice } from '../dialogue/context.ts'
import type { Entity } from '../entities.ts'
import type { Product, Variant } from '../knowledge.ts'
import { type Locale, textIn, textsOf } from '../localized-text.ts'

/** Which of a product's colours and sizes a message names, in the product's own words; with the stretches that name them. */
export function readVariant(
  text: string,
  entities: readonly Entity[],
  product: Product,
): VariantChoice & { readonly named: readonly string[]; readonly unknown: readonly string[] } {
  const lower = text.toLowerCase()
  const color = product.variants.find((variant) => variant.color !== undefined && namesColor(lower, entities, variant))
  const sizes = [...new Set(product.variants.flatMap(({ size }) => size ?? []))].toSorted((a, b) => b.length - a.length)
  const saidSizes = entities.flatMap((one) => (one.kind === 'size' ? [one.value] : []))
  const size =
    sizes.find((one) => saidSizes.some((said) => said.toLowerCase() === one.toLowerCase())) ??
    (saidSizes.length > 0
      ? undefined
      : (sizes.find((one) => standsAlone(lower, one.toLowerCase())) ??
        sizes.find((one) => bareFigure(lower, one) !== undefined)))
  const words = color ? colorWords(color).filter((word) => lower.includes(word)) : []
  const sizesAsSaid = entities.flatMap((one) => (one.kind === 'size' ? one.text.toUpperCase() : []))
  const saidColors = entities.flatMap((one) => (one.kind === 'color' ? [one.text] : []))

  return {
    ...(color?.color !== undefined && { color: colorKey(color) }),
    ...(size !== undefined && { size }),
    named: [...words, ...(size === undefined ? [] : [bareFigure(lower, size) ?? size.toLowerCase()])],
    unknown: [...(color ? [] : saidColors), ...(size === undefined ? sizesAsSaid : [])],
  }
}

/** A colour is kept by its name in the catalogue's first language, so that both languages mean the same one. */
export function colorKey({ color }: Variant): string {
  return color === undefined ? '' : (textsOf(color)[0] ?? '')
}

/** The variants that the choice leaves. */
export function variantsOf(product: Product, choice: VariantChoice): readonly Variant[] {
  return product.variants.filter(
    (variant) =>
      (choice.color === undefined || colorKey(variant) === choice.color) &&
      (choice.size === undefined || variant.size === choice.size),
  )
}

/** `雾蓝 M`; empty for a product that comes in one kind. */
export function variantText(variant: Variant, locale: Locale, language: Locale): string {
  const color = variant.color === undefined ? '' : textIn(variant.color, locale, language)
  return [color, variant.size ?? ''].filter(Boolean).join(' ')
}

function namesColor(text: string, entities: readonly Entity[], variant: Variant): boolean {
  const names = colorWords(variant)
  if (names.some((name) => text.includes(name))) return true
  return entities.some(
    (one) =>
      one.kind === 'color' &&
      names.some((name) => name.includes(one.value) || name.includes(one.text.toLowerCase().replace(/[色款的]/g, ''))),
  )
}

function colorWords({ color }: Variant): readonly string[] {
  return color === undefined ? [] : textsOf(color).map((name) => name.toLowerCase())
}

/** "L呢" names a size, "online" does not. */
function standsAlone(text: string, size: string): boolean {
  if (size.length > 12) return false
  const pattern = size.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s?')
  return new RegExp(`(?<![a-z0-9.])${pattern}(?![a-z0-9.%])`).test(text)
}

/** "那 350 的呢": a measured size is known by its figure alone. */
function bareFigure(text: string, size: string): string | undefined {
  const figure = /^(\d+(?:\.\d+)?)\s?[a-z毫升克]+$/i.exec(size)?.[1]
  if (figure === undefined || figure.length < 2) return undefined
  return new RegExp(`(?<![\\d.])${figure.replace('.', '\\.')}\\s?(?:的|那[个款]|呢)`).test(text) ? figure : undefined
}
