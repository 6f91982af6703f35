import type { ProductId } from '../../domain/ids.ts'
import { type Found, RANK } from './found.ts'
import { createPhrasebook, type Phrasebook } from './phrasebook.ts'
import { createTypedNameFinder } from './product-pinyin.ts'
import { toReadable } from './readable.ts'

/** A product under all its names: every language, and aliases. */
export interface ProductNames {
  readonly id: ProductId
  readonly names: readonly string[]
}

/** A name that begins in the middle of one of these is an accident: 老|板鞋, 简|单鞋, 订|单鞋. */
const GLUED = new Set(['老板', '简单', '订单', '清单', '名单', '菜单', '下单', '买单', '跟单', '羽毛', '皮毛'])
/** "The gift box" is seldom a tea gift box. */
const PACKAGING = new Set(['gift', 'box', 'set', 'pack', 'kit', 'bag', 'pair', 'case', 'bundle', 'free', 'new'])
const HAN = /\p{Script=Han}/u

/** A name that more products bear than this is a kind of goods, not a product. */
const MOST_OWNERS = 8

/** Products by name, also typed as pinyin; a name that several share names them all. */
export function createProductFinder(products: readonly ProductNames[]): (text: string) => Found[] {
  const book = createProductBook(products)
  const findTyped = createTypedNameFinder(products)
  return (text) => {
    const hits = book.find(text).filter(({ start }) => start === 0 || !GLUED.has(text.slice(start - 1, start + 1)))
    return [...hits, ...findTyped(text)].map(({ start, end, value }) => ({
      start,
      end,
      rank: RANK.product,
      meaning: toMeaning(value),
    }))
  }
}

function toMeaning([product = '', ...others]: readonly ProductId[]) {
  return { kind: 'product', product, ...(others.length > 0 && { among: [product, ...others] }) } as const
}

function createProductBook(products: readonly ProductNames[]): Phrasebook<readonly ProductId[]> {
  const given = ownersOf(products, (name) => [name, ...spellingsOf(name)])
  const parts = ownersOf(products, distinctivePartsOf)
  const phrases = new Map<string, readonly ProductId[]>()
  for (const [phrase, owners] of given) if (owners.size <= MOST_OWNERS) phrases.set(phrase, [...owners])
  // A part of a name counts where it betrays no other product.
  for (const [phrase, owners] of parts) if (owners.size === 1 && !given.has(phrase)) phrases.set(phrase, [...owners])
  return createPhrasebook(phrases, true)
}

function ownersOf(
  products: readonly ProductNames[],
  toPhrases: (name: string) => readonly string[],
): ReadonlyMap<string, ReadonlySet<ProductId>> {
  const owners = new Map<string, Set<ProductId>>()
  for (const { id, names } of products) {
    for (const phrase of names.flatMap((name) => toPhrases(toReadable(name).trim()))) {
      if (phrase.length < 2) continue
      owners.set(phrase, (owners.get(phrase) ?? new Set()).add(id))
    }
  }
  return owners
}

/** t-shirt is typed as tshirt and t shirt too. */
function spellingsOf(name: string): readonly string[] {
  return name.includes('-') ? [name.replaceAll('-', ' '), name.replaceAll('-', '')] : []
}

/**
 * The end of a name says what a thing is (牛津纺衬衫, sun jacket), its beginning only what it is like. The end must
 * be at least three characters and half of a Chinese name, or all but the first word of an English one.
 */
function distinctivePartsOf(name: string): readonly string[] {
  if (!HAN.test(name)) {
    const [, ...rest] = name.split(' ')
    return rest.length > 1 && !rest.every((word) => PACKAGING.has(word)) ? [rest.join(' ')] : []
  }
  if (/[a-z0-9\s]/.test(name)) return []
  const shortest = Math.max(3, Math.ceil(name.length / 2))
  return Array.from({ length: Math.max(0, name.length - shortest) }, (_, cut) => name.slice(cut + 1))
}
