import { OPERATOR_CHOICES, type OperatorChoice } from '../../../src/protocol/editing-words.ts'

export type When = Readonly<Record<string, unknown>>
export type Value = string | number | boolean
export interface Comparison {
  readonly fact: string
  readonly operator: OperatorChoice
  readonly value: Value | readonly Value[]
}

export const JOINS = ['all', 'any', 'none'] as const
export type Join = (typeof JOINS)[number]

/** A condition that a form can show: comparisons of which all, any or none must hold. */
export interface ConditionForm {
  readonly join: Join
  readonly rows: readonly Comparison[]
}

/** What is written in YAML, as a form; undefined where it is nested deeper than a form shows. */
export function toConditionForm(when: When | undefined): ConditionForm | undefined {
  const entries = Object.entries(when ?? {})
  const [first] = entries
  const join = JOINS.find((one) => one === first?.[0])
  if (first && join && entries.length === 1) {
    const members = Array.isArray(first[1]) ? first[1].map(toSingle) : [undefined]
    return all(members) && { join, rows: members.filter((one) => one !== undefined) }
  }
  const rows = entries.map(([key, value]) => toComparison(key, value))
  return all(rows) && { join: 'all', rows: rows.filter((one) => one !== undefined) }
}

/** The form as it is written in YAML; undefined for one that demands nothing. */
export function toWhen({ join, rows }: ConditionForm): When | undefined {
  const whole = rows.filter(({ fact }) => fact !== '')
  if (whole.length === 0) return undefined

  const entries = whole.map(({ fact, operator, value }) => [`${fact}.${operator}`, value] as const)
  const keys = new Set(entries.map(([key]) => key))
  if (join === 'all' && keys.size === entries.length) return Object.fromEntries(entries)
  return { [join]: entries.map((entry) => Object.fromEntries([entry])) }
}

/** What is typed, as YAML would read it, so that `3` stays a number and `true` a yes. */
export function toValue(typed: string, operator: OperatorChoice): Value | readonly Value[] {
  if (operator === 'exists') return typed !== 'false'
  if (operator === 'in') {
    return typed
      .split(/[,，、]/)
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map(toOne)
  }
  return operator === 'before' || operator === 'after' ? typed.trim() : toOne(typed.trim())
}

export function sayValue(value: Value | readonly Value[]): string {
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** Changes the operator and keeps of the value what still fits it. */
export function withOperator(row: Comparison, operator: OperatorChoice): Comparison {
  const text = row.operator === 'exists' ? '' : sayValue(row.value)
  return { ...row, operator, value: toValue(text, operator) }
}

function toOne(text: string): Value {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(text) ? Number(text) : text
}

function toSingle(member: unknown): Comparison | undefined {
  if (typeof member !== 'object' || member === null || Array.isArray(member)) return undefined
  const entries = Object.entries(member)
  const [entry] = entries
  return entry && entries.length === 1 ? toComparison(entry[0], entry[1]) : undefined
}

function toComparison(key: string, value: unknown): Comparison | undefined {
  const dot = key.lastIndexOf('.')
  const operator = OPERATOR_CHOICES.find((one) => one === key.slice(dot + 1))
  if (dot < 1 || !operator) return undefined
  if (Array.isArray(value)) {
    return value.every(isValue) && operator === 'in' ? { fact: key.slice(0, dot), operator, value } : undefined
  }
  return isValue(value) ? { fact: key.slice(0, dot), operator, value } : undefined
}

function isValue(value: unknown): value is Value {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function all(rows: readonly (Comparison | undefined)[]): true | undefined {
  return rows.every((one) => one !== undefined) ? true : undefined
}
