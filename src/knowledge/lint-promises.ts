import type { Problem } from '../domain/knowledge.ts'
import type { LocalizedText } from '../domain/localized-text.ts'
import type { Collected, Placed } from './build.ts'
import { problemAt } from './problem.ts'

type Path = readonly PropertyKey[]

interface Hardness {
  readonly what: { readonly zh: string; readonly en: string }
  readonly pattern: RegExp
}

const MONTHS =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?'
const MONTH = `(?:${MONTHS}|Nov(?:ember)?|Dec(?:ember)?)`
const COUNTED = '[件双个条台套瓶支只盒包份款顶]'

/** What changes while the text stays: a reply with an old one is a promise that nobody keeps. */
const HARD: readonly Hardness[] = [
  {
    what: { zh: '金额', en: 'an amount' },
    pattern:
      /[¥￥$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:元|块|角|毛钱|美元|折)|[一二两三四五六七八九十百千]+块钱|[十百千]元|\d[\d.,]*\s?(?:yuan|RMB|CNY|USD|dollars?|cents?)\b|\b(?:RMB|CNY|USD)\s?\d[\d.,]*|\d+\s?% (?:off|discount)/i,
  },
  {
    what: { zh: '日期', en: 'a date' },
    pattern: new RegExp(
      [
        String.raw`\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}`,
        String.raw`\d{1,2}\s?月\s?\d{1,2}\s?[日号]`,
        String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\b`,
        String.raw`\b${MONTH}\.? \d{1,2}(?:st|nd|rd|th)?\b`,
      ].join('|'),
    ),
  },
  {
    what: { zh: '库存数', en: 'a stock count' },
    pattern: new RegExp(
      [
        String.raw`(?:[还仅只]?剩(?:下|余)?|仅有|只有|还有|库存|现货)[^\d，。！？；\n]{0,4}\d+\s?${COUNTED}`,
        String.raw`(?:库存|现货)\s?[：:]?\s?\d+`,
        String.raw`\b\d+ (?:\w+ )?(?:left|in stock|remaining)\b`,
      ].join('|'),
      'i',
    ),
  },
  {
    what: { zh: '电话或单号', en: 'a phone or tracking number' },
    pattern: /(?<![\d-])\+?\d(?:-?\d){6,}(?!\d)|(?<!\d)\d{3} \d{3,4} \d{4}(?!\d)/,
  },
  {
    what: { zh: '地址', en: 'an address' },
    pattern:
      /[\p{Script=Han}]{1,8}(?:路|街|大道|巷|弄|胡同)\s?\d+\s?[号弄]|\b\d+ (?:[A-Z][a-z]+ ){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Boulevard|Blvd|Drive)\b/u,
  },
]

/** Amounts, dates, stock, numbers and addresses that are written into answers and flows instead of being facts. */
export function lintPromises({ intents, products, flows }: Collected): readonly Problem[] {
  return [
    ...intents.flatMap((one) => one.item.answers.flatMap(({ say }, n) => listHard(one, ['answers', n, 'say'], say))),
    ...products.flatMap((one) =>
      Object.entries(one.item.answers).flatMap(([intent, answers]) =>
        answers.flatMap(({ say }, n) => listHard(one, ['answers', intent, n, 'say'], say)),
      ),
    ),
    ...flows.flatMap((one) => {
      const { slots, rules, confirm, done } = one.item
      return [
        ...slots.flatMap(({ ask }, n) => (ask === undefined ? [] : listHard(one, ['slots', n, 'ask'], ask))),
        ...rules.flatMap(({ say }, n) => listHard(one, ['rules', n, 'say'], say)),
        ...(confirm ? listHard(one, ['confirm', 'say'], confirm.say) : []),
        ...done.flatMap(({ say }, n) => listHard(one, ['done', n, 'say'], say)),
      ]
    }),
  ]
}

function listHard({ file, path }: Placed<unknown>, at: Path, say: LocalizedText): readonly Problem[] {
  const texts = typeof say === 'string' ? [[undefined, say] as const] : Object.entries(say)
  return texts.flatMap(([locale, text = '']) => {
    const where = [...path, ...at, ...(locale === undefined ? [] : [locale])]
    return findHard(text).map(({ what, found }) =>
      problemAt(
        file.place,
        where,
        {
          zh: `${what.zh}「${found}」写死在话术里，改了之后这里还会照旧说`,
          en: `${what.en}, "${found}", is written into the text, and will be said after it has changed`,
        },
        {
          zh: '写到 shop.yaml 的 facts 里，这里用 {{ shop.… }}；商品和订单的用现成的事实，例如 {{ product.price }}',
          en: 'put it under facts: of shop.yaml and use {{ shop.… }} here; products and orders have facts of their own, as {{ product.price }}',
        },
      ),
    )
  })
}

/** What stands in braces is a fact, or decides which words are said. A date is not a number as well. */
function findHard(template: string): readonly { readonly what: Hardness['what']; readonly found: string }[] {
  let rest = template.normalize('NFKC').replace(/\{\{.*?\}\}|\{%.*?%\}/gs, '◦')
  return HARD.flatMap(({ what, pattern }) => {
    const found = pattern.exec(rest)?.[0]
    if (found === undefined) return []
    rest = rest.replace(found, '◦')
    return [{ what, found: found.trim() }]
  })
}
