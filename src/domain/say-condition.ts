import type { Comparison, Condition, FactValue, Operator } from './conditions.ts'
import { factLabel } from './facts/fact-labels.ts'
import type { Locale } from './localized-text.ts'

const OPERATORS: Readonly<Record<Exclude<Operator, 'exists'>, Readonly<Record<Locale, string>>>> = {
  eq: { zh: '是', en: 'is' },
  ne: { zh: '不是', en: 'is not' },
  gt: { zh: '大于', en: 'is more than' },
  gte: { zh: '不少于', en: 'is at least' },
  lt: { zh: '小于', en: 'is less than' },
  lte: { zh: '不超过', en: 'is at most' },
  in: { zh: '是', en: 'is' },
  before: { zh: '早于', en: 'is before' },
  after: { zh: '不早于', en: 'is not before' },
}

const JOINED = {
  zh: { and: '，并且', or: ' 或 ', all: '全部满足：', any: '满足其一：', none: '都不满足：', next: '；' },
  en: { and: ', and ', or: ' or ', all: 'all of: ', any: 'one of: ', none: 'none of: ', next: '; ' },
} as const

/** A condition as the people of the shop read it: 订单状态是 paid，并且现在的时间早于 16:00. */
export function sayCondition(condition: Condition, locale: Locale): string {
  const { comparisons, all, any, none } = condition
  const words = JOINED[locale]
  const group = (head: string, members: readonly Condition[]) =>
    members.length === 0 ? [] : [`${head}${members.map((one) => sayCondition(one, locale)).join(words.next)}`]
  return [
    ...comparisons.map((one) => sayComparison(one, locale)),
    ...group(words.all, all),
    ...group(words.any, any),
    ...group(words.none, none),
  ].join(words.and)
}

function sayComparison({ fact, operator, value }: Comparison, locale: Locale): string {
  const label = factLabel(fact, locale)
  if (operator === 'exists') return sayExists(label, value === true, locale)
  const values: readonly FactValue[] = Array.isArray(value) ? (value as readonly FactValue[]) : [value as FactValue]
  // "物流停滞" by itself is a sentence already.
  if (operator === 'eq' && value === true) return label
  if (operator === 'eq' && value === false) return locale === 'zh' ? `不是「${label}」` : `not: ${label}`

  const said = values.map(String).join(JOINED[locale].or)
  return locale === 'zh' ? `${label}${OPERATORS[operator].zh} ${said}` : `${label} ${OPERATORS[operator].en} ${said}`
}

function sayExists(label: string, isKnown: boolean, locale: Locale): string {
  if (locale === 'zh') return isKnown ? `知道${label}` : `不知道${label}`
  return isKnown ? `${label} is known` : `${label} is not known`
}
