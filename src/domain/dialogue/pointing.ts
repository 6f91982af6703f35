import type { Product } from '../knowledge.ts'

/** A product that a message points at, and what it asks besides: "第一个多少钱". */
export interface Pointing {
  readonly product: Product
  /** Empty where the message says nothing else. */
  readonly rest: string
}

type Choose = (shown: readonly Product[], word: string, current: string | undefined) => Product | undefined

const HAN_DIGITS = '一二三四五六'
const ORDINALS_EN = ['first', 'second', 'third', 'fourth']

const byPrice =
  (sign: 1 | -1): Choose =>
  (shown) =>
    shown.length > 1 ? shown.toSorted((a, b) => sign * (a.price - b.price))[0] : undefined

/** Ways to point, each at the beginning of a message. */
const POINTERS: readonly (readonly [RegExp, Choose])[] = [
  [
    /^那?第\s?([一二三四五六]|\d)\s?[个款双件条台瓶]/,
    (shown, word) => shown[HAN_DIGITS.includes(word) ? HAN_DIGITS.indexOf(word) : Number(word) - 1],
  ],
  [/^(?:is )?the (first|second|third|fourth) one\b/i, (shown, word) => shown[ORDINALS_EN.indexOf(word.toLowerCase())]],
  [/^那?最后(?:[那一]?[个款])|^the last one\b/i, (shown) => shown.at(-1)],
  [/^那?最?(?:便宜|实惠)的?那?一?[个款]|^the cheap(?:er|est) one\b/i, byPrice(1)],
  [/^那?最?贵的?那?一?[个款]|^the (?:more|most) expensive one\b/i, byPrice(-1)],
  [
    /^那?(?:另外?一?|另外那|剩下那)[个款双件条台瓶]|^(?:and |what about )?the other(?: one)?\b/i,
    (shown, _, current) => (shown.length === 2 ? shown.find(({ id }) => id !== current) : undefined),
  ],
]

/** "第二件半价", "最后一个问题": what is counted is no product that was shown. */
const COUNTS_ELSE = /^\s*(?:问题|疑问|事|订单|单子|包裹|快递|半价|免单|打?[几\d一二三四五六七八九]折|打折|优惠)/

/** Which of the products that were shown last a message points at first; `current` is the one being talked about. */
export function pointAt(text: string, shown: readonly Product[], current: string | undefined): Pointing | undefined {
  if (shown.length < 2) return undefined
  const said = text.trim()
  for (const [pattern, pick] of POINTERS) {
    const found = pattern.exec(said)
    if (!found) continue
    const after = said.slice(found[0].length)
    const product = COUNTS_ELSE.test(after) ? undefined : pick(shown, found[1] ?? '', current)
    if (product) return { product, rest: restOf(after) }
  }
  return undefined
}

function restOf(text: string): string {
  const rest = text.replace(/^[的呢吧啊\s,，.。?？!！~～]+/, '')
  return /[\p{L}\p{N}]/u.test(rest) ? rest : ''
}
