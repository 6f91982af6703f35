import { type Comparison, type Condition, type Facts, holds } from '../conditions.ts'

/** What can be said of a condition while some facts are open. */
export type Prospect = 'always' | 'never' | 'maybe'

/** Whether a condition holds whatever the open facts turn out to be. `isOpen`: facts that may yet become anything. */
export function mayHold(condition: Condition, facts: Facts, isOpen: (fact: string) => boolean): Prospect {
  const any = condition.any.map((one) => mayHold(one, facts, isOpen))
  const none = condition.none.map((one) => mayHold(one, facts, isOpen))
  return both([
    ...condition.comparisons.map((one) => compare(one, facts, isOpen)),
    ...condition.all.map((one) => mayHold(one, facts, isOpen)),
    ...(any.length === 0 ? [] : [either(any)]),
    ...(none.length === 0 ? [] : [not(either(none))]),
  ])
}

function compare(comparison: Comparison, facts: Facts, isOpen: (fact: string) => boolean): Prospect {
  if (isOpen(comparison.fact)) return 'maybe'
  return holds({ comparisons: [comparison], all: [], any: [], none: [] }, facts) ? 'always' : 'never'
}

function both(parts: readonly Prospect[]): Prospect {
  if (parts.includes('never')) return 'never'
  return parts.includes('maybe') ? 'maybe' : 'always'
}

function either(parts: readonly Prospect[]): Prospect {
  if (parts.includes('always')) return 'always'
  return parts.includes('maybe') ? 'maybe' : 'never'
}

function not(part: Prospect): Prospect {
  if (part === 'maybe') return 'maybe'
  return part === 'always' ? 'never' : 'always'
}
