/** What a fact may hold. A missing fact is absent, never an empty string. */
export type FactValue = string | number | boolean
export type Facts = Readonly<Record<string, FactValue>>

export const OPERATORS = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'exists', 'before', 'after'] as const
export type Operator = (typeof OPERATORS)[number]

/** One comparison: `clock.before: 16:00`. */
export interface Comparison {
  readonly fact: string
  readonly operator: Operator
  readonly value: FactValue | readonly FactValue[]
}

/** All of the comparisons and groups must hold. */
export interface Condition {
  readonly comparisons: readonly Comparison[]
  readonly all: readonly Condition[]
  readonly any: readonly Condition[]
  readonly none: readonly Condition[]
}

/** Whether the condition holds. A missing fact fails every comparison but `exists: false`. */
export function holds(condition: Condition, facts: Facts): boolean {
  return (
    condition.comparisons.every((c) => compares(c, facts)) &&
    condition.all.every((c) => holds(c, facts)) &&
    (condition.any.length === 0 || condition.any.some((c) => holds(c, facts))) &&
    !condition.none.some((c) => holds(c, facts))
  )
}

function compares({ fact, operator, value }: Comparison, facts: Facts): boolean {
  const known = facts[fact]
  if (operator === 'exists') return (known !== undefined) === (value === true)
  if (known === undefined) return false

  switch (operator) {
    case 'eq':
      return String(known) === String(value)
    case 'ne':
      return String(known) !== String(value)
    case 'in':
      return Array.isArray(value) && value.some((one) => String(one) === String(known))
    case 'before':
      return String(known) < String(value)
    case 'after':
      return String(known) >= String(value)
    case 'gt':
      return Number(known) > Number(value)
    case 'gte':
      return Number(known) >= Number(value)
    case 'lt':
      return Number(known) < Number(value)
    case 'lte':
      return Number(known) <= Number(value)
  }
}

/** The facts that a condition asks for. */
export function factsIn({ comparisons, all, any, none }: Condition): readonly string[] {
  return [...comparisons.map(({ fact }) => fact), ...[...all, ...any, ...none].flatMap(factsIn)]
}
