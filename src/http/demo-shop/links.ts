import type { ProductId } from '../../domain/ids.ts'
import type { Locale, LocalizedText } from '../../domain/localized-text.ts'

/** The demo shop's addresses. `?lang=` is carried only where it is not the shop's own language. */
export function toHomePath(locale: Locale, shopLanguage: Locale): string {
  return locale === shopLanguage ? '/' : `/?lang=${locale}`
}

export function toProductPath(id: ProductId, locale: Locale, shopLanguage: Locale): string {
  const path = `/products/${encodeURIComponent(id)}`
  return locale === shopLanguage ? path : `${path}?lang=${locale}`
}

/** `small-appliances`: the same in every language, so that a link to it survives a change of language. */
export function toAnchor(category: LocalizedText, position: number): string {
  const words = typeof category === 'string' ? category : (category.en ?? '')
  const slug = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

  return slug || `category-${position + 1}`
}
