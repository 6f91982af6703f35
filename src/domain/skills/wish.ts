import type { Entity } from '../entities.ts'
import type { ProductId } from '../ids.ts'
import type { Product } from '../knowledge.ts'
import { textsOf } from '../localized-text.ts'

/** What a shopper looks for. Money is in minor units. */
export interface Wish {
  /** Words of the catalogue: what it is for, whom it suits, what kind of thing. */
  readonly words: readonly string[]
  readonly atLeast?: number
  readonly atMost?: number
  /** Wanted is what goes with the product under discussion. */
  readonly pairing?: true
}

/** "左右" and "around": this share more or less. */
const AROUND = 0.2
// 内 and 起, over and about are words of many meanings: they count only beside a figure.
const BELOW_WORDS =
  /以内|以下|之内|不超过|不到|[\d元块百千]\s?内|封顶|最多|\b(?:under|below|less than|up to|max|maximum|within|at most)\b/
const ABOVE_WORDS =
  /以上|往上|[\d元块百千]\s?起(?!球)|至少|不低于|\b(?:above|at least|more than)\b|\b(?:over|from)\s?[¥$]?\d/
const AROUND_WORDS = /左右|上下|\broughly\b|\b(?:around|about)\s?[¥$]?\d/
const BUDGET =
  /(?:预算|budget(?: of| is)?|价位|价格)\D{0,4}(\d{2,5})|(?:不超过|最多|under|below|within|up to|less than|around|about|over|above|at least|max)\s?[¥$]?(\d{2,5})|(\d{2,5})\s?(?:以内|以下|左右|上下|之内|以上|块|元)/
const PAIRING =
  /[搭配](?:什么|啥|哪|点)|搭配|怎么搭|一起买|goes? (?:well )?with|(?:pair|match|wear)s? (?:it |this |that |them )?with/
const RANGE = /(\d{2,5})\s?(?:元|块)?\s?(?:到|至|-|~|–|to)\s?(\d{2,5})\s?(?:元|块|yuan)?/

/** What this message says of a wish; undefined where it says nothing. */
export function readWish(text: string, entities: readonly Entity[], products: Catalogue): Wish | undefined {
  const lower = text.toLowerCase()
  const listed = wordsOf(products)
  const words = [...new Set([...listed.filter((word) => mentions(lower, word)), ...kinWords(lower, listed)])]
  const longest = words.filter((word) => !words.some((other) => other !== word && other.includes(word)))
  const budget = readBudget(lower, entities)
  const pairing = PAIRING.test(lower)
  if (longest.length === 0 && !budget && !pairing) return undefined
  return { words: longest, ...budget, ...(pairing && { pairing }) }
}

/** "200 以内的" narrows the wish before it; one with words of its own begins anew. */
export function joinWishes(earlier: Wish | undefined, later: Wish | undefined): Wish | undefined {
  if (!earlier || !later) return later ?? earlier
  return later.words.length > 0 || later.pairing ? later : { ...later, words: earlier.words }
}

/** People are called many names; a catalogue's tag is one of them. */
const KIN: readonly (readonly string[])[] = [
  ['女友', '女朋友', '女票', '老婆', '媳妇', '太太', 'girlfriend', 'wife'],
  ['男友', '男朋友', '老公', '先生', 'boyfriend', 'husband'],
  ['妈妈', '母亲', '老妈', '我妈', '婆婆', '丈母娘', 'mum', 'mom', 'mother'],
  ['爸爸', '父亲', '老爸', '我爸', '公公', '岳父', 'dad', 'father'],
  ['孩子', '宝宝', '小孩', '小朋友', '儿子', '女儿', '娃', 'kids', 'kid', 'child', 'children', 'son', 'daughter'],
  ['长辈', '老人', '爷爷', '奶奶', '外公', '外婆', 'grandma', 'grandpa', 'elderly'],
  ['朋友', '闺蜜', '同学', 'friend', 'friends'],
  ['同事', '领导', '老板', 'colleague', 'boss'],
]

function kinWords(text: string, listed: readonly string[]): readonly string[] {
  return KIN.flatMap((names) => {
    if (!names.some((name) => mentions(text, name))) return []
    const tags = names.filter((name) => listed.includes(name))
    const inScript = tags.find((tag) => /\p{Script=Han}/u.test(tag) === /\p{Script=Han}/u.test(text))
    return inScript ?? tags[0] ?? []
  })
}

type Catalogue = ReadonlyMap<ProductId, Product>

/** The words of the catalogue that is served: every message is held against them. */
const listed = new WeakMap<Catalogue, readonly string[]>()

function wordsOf(products: Catalogue): readonly string[] {
  const known = listed.get(products) ?? listWords(products)
  listed.set(products, known)
  return known
}

/** Every word by which products can be wished for: their tags, kinds and names. */
function listWords(products: Catalogue): readonly string[] {
  const words = new Set<string>()
  for (const { tags, category, aliases, name } of products.values()) {
    for (const word of [...tags, ...textsOf(category), ...aliases, ...textsOf(name)]) words.add(word.toLowerCase())
  }
  return [...words].filter((word) => word.length > 1)
}

/** A Latin word must stand by itself, its plural included. */
export function mentions(text: string, word: string): boolean {
  if (!/^[a-z0-9 '-]+$/.test(word)) return text.includes(word)
  // Most words do not occur at all.
  if (!text.includes(word.slice(0, 2))) return false
  const pattern = word.replace(/[-']/g, '.').replace(/ /g, '[ -]')
  return new RegExp(`(?<![a-z0-9])${pattern}s?(?![a-z0-9])`).test(text)
}

function readBudget(text: string, entities: readonly Entity[]): Omit<Wish, 'words'> | undefined {
  const [, low, high] = RANGE.exec(text) ?? []
  if (low && high && Number(low) < Number(high)) return { atLeast: Number(low) * 100, atMost: Number(high) * 100 }

  const money = entities.find((one) => one.kind === 'money')
  const [, named, bounded, counted] = BUDGET.exec(text) ?? []
  const figure = named ?? bounded ?? counted
  const amount = money?.cents ?? (figure === undefined ? undefined : Number(figure) * 100)
  if (amount === undefined) return undefined
  if (ABOVE_WORDS.test(text) && !BELOW_WORDS.test(text)) return { atLeast: amount }
  if (AROUND_WORDS.test(text)) {
    return { atLeast: Math.round(amount * (1 - AROUND)), atMost: Math.round(amount * (1 + AROUND)) }
  }
  return { atMost: amount }
}
