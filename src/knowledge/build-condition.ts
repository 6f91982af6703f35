import type { Comparison, Condition, FactValue, Operator } from '../domain/conditions.ts'
import { OPERATORS } from '../domain/conditions.ts'
import type { Problem } from '../domain/knowledge.ts'
import { type Place, problemAt } from './problem.ts'

/** What a condition is built with: where it stands, and how templates in its values are filled in. */
export interface ConditionScope {
  readonly place: Place
  readonly fill: (template: string) => string | undefined
  readonly problems: Problem[]
}

type Path = readonly PropertyKey[]
/** Compared as text, so that every digit must be there. */
const TIME = /^(?:\d{2}:\d{2}|\d{4}-\d{2}-\d{2})$/

const GROUPS = ['all', 'any', 'none'] as const

/** `{clock.before: "{{ shop.cutoff }}", any: [...]}` → a condition. Problems are added to the scope's. */
export function buildCondition(raw: Readonly<Record<string, unknown>>, path: Path, scope: ConditionScope): Condition {
  const comparisons: Comparison[] = []
  const groups: Record<(typeof GROUPS)[number], Condition[]> = { all: [], any: [], none: [] }

  for (const [key, value] of Object.entries(raw)) {
    const group = GROUPS.find((one) => one === key)
    if (group) groups[group].push(...buildGroup(value, [...path, key], scope))
    else {
      const comparison = buildComparison(key, value, [...path, key], scope)
      if (comparison) comparisons.push(comparison)
    }
  }
  return { comparisons, ...groups }
}

function buildGroup(value: unknown, path: Path, scope: ConditionScope): readonly Condition[] {
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'object' || one === null || Array.isArray(one))) {
    scope.problems.push(
      problemAt(
        scope.place,
        path,
        { zh: '这里要一个条件的列表', en: 'a list of conditions is wanted here' },
        { zh: '写成 [{事实.运算符: 值}, …]', en: 'write [{fact.operator: value}, …]' },
      ),
    )
    return []
  }
  return value.map((one, index) => buildCondition(one as Record<string, unknown>, [...path, index], scope))
}

function buildComparison(key: string, value: unknown, path: Path, scope: ConditionScope): Comparison | undefined {
  const dot = key.lastIndexOf('.')
  const operator = OPERATORS.find((one) => one === key.slice(dot + 1))
  if (dot < 1 || !operator) {
    scope.problems.push(
      problemAt(
        scope.place,
        path,
        { zh: `条件「${key}」没有运算符`, en: `the condition "${key}" has no operator` },
        {
          zh: `写成 事实.运算符，运算符有 ${OPERATORS.join(' ')}`,
          en: `write fact.operator with one of ${OPERATORS.join(' ')}`,
        },
      ),
    )
    return undefined
  }
  if (!fits(operator, value)) {
    scope.problems.push(
      problemAt(
        scope.place,
        path,
        { zh: `「${operator}」后面的值不对`, en: `the value after "${operator}" does not fit` },
        {
          zh: 'in 要列表，exists 要 true 或 false，其余要一个值',
          en: 'in takes a list, exists takes true or false, the others take one value',
        },
      ),
    )
    return undefined
  }
  const right = filled(value, path, scope)
  if ((operator === 'before' || operator === 'after') && !String(right).includes('{{') && !TIME.test(String(right))) {
    scope.problems.push(
      problemAt(
        scope.place,
        path,
        { zh: `「${String(right)}」不是时间或日期`, en: `"${String(right)}" is neither a time nor a date` },
        { zh: '写成 "09:30" 或 "2026-11-10"', en: 'write "09:30" or "2026-11-10"' },
      ),
    )
  }
  return { fact: key.slice(0, dot), operator, value: right }
}

function fits(operator: Operator, value: unknown): value is FactValue | FactValue[] {
  if (operator === 'in') return Array.isArray(value) && value.every(isFactValue)
  if (operator === 'exists') return typeof value === 'boolean'
  return isFactValue(value)
}

function isFactValue(value: unknown): value is FactValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function filled(value: FactValue | FactValue[], path: Path, scope: ConditionScope): FactValue | FactValue[] {
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? fillOne(one, path, scope) : one))
  return typeof value === 'string' ? fillOne(value, path, scope) : value
}

function fillOne(value: string, path: Path, scope: ConditionScope): string {
  const text = value.includes('{{') ? scope.fill(value) : value
  if (text !== undefined) return text

  scope.problems.push(
    problemAt(
      scope.place,
      path,
      { zh: `条件的值「${value}」用了 shop.* 以外的事实`, en: `the value "${value}" uses a fact that is not shop.*` },
      {
        zh: '条件右边只能用 shop.yaml 里的 facts',
        en: 'only facts of shop.yaml may stand on the right of a condition',
      },
    ),
  )
  return value
}
