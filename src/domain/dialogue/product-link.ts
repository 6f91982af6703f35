import type { Product } from '../knowledge.ts'

const LINK = /(?:https?:\/\/|www\.)[^\s，。）)】"'<>]+|\/products\/[\w-]+/gi

/** The text without its links: their words say nothing of what is asked. */
export function withoutLinks(text: string): string {
  return text.replace(LINK, ' ').trim()
}

/** The product that a pasted link leads to: by the product's own address, or by its id or an SKU as a part of the path or the query. */
export function findLinked(text: string, products: ReadonlyMap<string, Product>): Product | undefined {
  for (const link of text.match(LINK) ?? []) {
    const parts = new Set(link.split(/[/?&=#.]/))
    for (const product of products.values()) {
      if (product.url !== undefined && leadsTo(link, product.url)) return product
      if (parts.has(product.id) || product.variants.some(({ sku }) => parts.has(sku))) return product
    }
  }
  return undefined
}

/** `/item/88412` is not the page of `/item/8841`. */
function leadsTo(link: string, url: string): boolean {
  return link.startsWith(url) && (link.length === url.length || !/[\w-]/.test(link.charAt(url.length)))
}
