import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'

export interface PreviewedProduct {
  readonly id: string
  readonly name: string
  readonly price: string
  readonly summary: string
  readonly image: string | undefined
  readonly variants: number
  readonly stock: number
  readonly line: number
}

/** The products of a file as far as it can be read; a place that is broken shows nothing. */
export function readProducts(text: string, locale: 'zh' | 'en'): readonly PreviewedProduct[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const list = isMap(document.contents) ? document.contents.get('products') : undefined
  if (!isSeq(list)) return []
  return list.items.flatMap((item) => {
    if (!isMap(item)) return []
    const data: unknown = item.toJS(document)
    return isRecord(data) ? [toProduct(data, lines.linePos(item.range?.[0] ?? 0).line, locale)] : []
  })
}

function toProduct(data: Record<string, unknown>, line: number, locale: 'zh' | 'en'): PreviewedProduct {
  const say = (value: unknown) => {
    if (isRecord(value)) return String(value[locale] ?? value['zh'] ?? value['en'] ?? '')
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const variants = Array.isArray(data['variants']) ? data['variants'].filter(isRecord) : []
  const image = data['image']
  return {
    id: say(data['id']),
    name: say(data['name']),
    price: say(data['price']),
    summary: say(data['summary']),
    image: typeof image === 'string' && image.startsWith('/media/') ? image : undefined,
    variants: variants.length,
    stock: variants.reduce((sum, { stock }) => sum + (typeof stock === 'number' ? stock : 0), 0),
    line,
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
