import { CASE_STATUSES, CASE_TYPES } from '../domain/case.ts'
import { ORDER_STATUSES, PARCEL_STATUSES, REFUND_STATUSES } from '../domain/commerce.ts'
import type { Comparison, Condition, Operator } from '../domain/conditions.ts'
import { TIERS } from '../domain/customer.ts'
import type { Flow } from '../domain/flow/flow.ts'
import { CUTS } from '../domain/knowledge.ts'
import type { Placed } from './build.ts'
import type { Report } from './check-texts.ts'

/** What each of these facts can be, by name. */
export type Values = ReadonlyMap<string, readonly string[]>

const YES_NO = ['true', 'false']

/** Facts of the shop that hold one of a few values; a condition that waits for another would never hold, and nobody would know why. */
export const FACT_VALUES: Values = new Map<string, readonly string[]>([
  ['customer.tier', TIERS],
  ['order.status', ORDER_STATUSES],
  ['refund.status', REFUND_STATUSES],
  ['invoice.status', ['requested', 'issued']],
  ['parcel.status', PARCEL_STATUSES],
  ['case.type', CASE_TYPES],
  ['case.status', CASE_STATUSES],
  ['product.cut', CUTS],
  ['fit.by', ['body', 'foot']],
  ['fit.sureness', ['sure', 'likely', 'between']],
  ['fit.prefers', ['close', 'roomy']],
  ...['customer.verified', 'desk.open', 'desk.staffed', 'product.hygiene', 'item.hygiene', 'variant.known'].map(yesNo),
  ...['fit.in_stock', 'fit.outside', 'picks.wished', 'picks.pairing', 'parcel.stuck'].map(yesNo),
  ...['case.ended', 'case.overdue'].map(yesNo),
])

function yesNo(fact: string): [string, readonly string[]] {
  return [fact, YES_NO]
}

/** The same for what a flow asks: the options of a choice, and yes or no. */
export function slotValues({ slots }: Flow): Values {
  return new Map(
    slots.flatMap(({ name, kind, options }): [string, readonly string[]][] => {
      if (kind === 'choice') return [[`slot.${name}`, options.map(({ value }) => value)]]
      return kind === 'yes_no' ? [[`slot.${name}`, ['yes', 'no']]] : []
    }),
  )
}

const ORDERED: readonly Operator[] = ['gt', 'gte', 'lt', 'lte']
const SAME: readonly Operator[] = ['eq', 'ne', 'in']

/** Values that a fact never has, and words where only a number can be compared. Says whether all are good. */
export function checkValues(
  at: Placed<unknown>,
  path: readonly PropertyKey[],
  when: Condition,
  values: Values,
  report: Report,
): boolean {
  let good = true
  for (const comparison of comparisonsIn(when)) {
    const { fact, operator, value } = comparison
    const allowed = values.get(fact)
    for (const one of [value].flat().map(String)) {
      if (ORDERED.includes(operator) && Number.isNaN(Number(one))) {
        report(
          at,
          path,
          {
            zh: `「${fact}.${operator}」后面的「${one}」不是数字`,
            en: `"${one}" after "${fact}.${operator}" is no number`,
          },
          { zh: '改成数字', en: 'write a number' },
        )
      } else if (SAME.includes(operator) && allowed && !allowed.includes(one)) {
        report(
          at,
          path,
          { zh: `「${fact}」没有「${one}」这个值`, en: `"${fact}" is never "${one}"` },
          { zh: `改成其中之一：${allowed.join(' | ')}`, en: `use one of: ${allowed.join(' | ')}` },
        )
      } else continue
      good = false
    }
  }
  return good
}

function comparisonsIn({ comparisons, all, any, none }: Condition): readonly Comparison[] {
  return [...comparisons, ...[...all, ...any, ...none].flatMap(comparisonsIn)]
}
