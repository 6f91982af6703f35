import { z } from 'zod'
import * as assist from '../../src/protocol/assist.ts'
import * as cases from '../../src/protocol/cases.ts'
import * as common from '../../src/protocol/common.ts'
import * as composing from '../../src/protocol/composing.ts'
import * as console from '../../src/protocol/console.ts'
import * as customers from '../../src/protocol/customers.ts'
import * as editing from '../../src/protocol/editing.ts'
import * as followUps from '../../src/protocol/follow-ups.ts'
import * as history from '../../src/protocol/history.ts'
import * as http from '../../src/protocol/http.ts'
import * as knowledge from '../../src/protocol/knowledge.ts'
import * as labels from '../../src/protocol/labels.ts'
import * as messages from '../../src/protocol/messages.ts'
import * as reports from '../../src/protocol/reports.ts'
import * as shopData from '../../src/protocol/shop-data.ts'
import * as shopDataRoutes from '../../src/protocol/shop-data-routes.ts'
import * as status from '../../src/protocol/status.ts'
import * as tasks from '../../src/protocol/tasks.ts'
import * as widget from '../../src/protocol/widget.ts'

/** `field` or `variant/field` → its type in the words of docs/protocol.md; `?` marks what may be absent. */
export type Rows = Readonly<Record<string, string>>

/** What is sent: a shape that has a name, fields, or both. */
export interface Described {
  readonly base?: string
  readonly rows: Rows
}

const NAMES = new Map<unknown, string>(
  [
    assist,
    cases,
    common,
    composing,
    console,
    customers,
    editing,
    followUps,
    history,
    http,
    knowledge,
    labels,
    messages,
    reports,
    status,
    tasks,
    widget,
    shopData,
    shopDataRoutes,
  ].flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) => (value instanceof z.ZodType ? [[value, name] as const] : [])),
  ),
)

function nameOf(schema: unknown): string | undefined {
  return NAMES.get(schema)
}

export function findShape(name: string): z.ZodType | undefined {
  return [...NAMES].find(([, known]) => known === name)?.[0] as z.ZodType | undefined
}

/** A payload, acknowledgement, body or reply as its own section tells it. */
export function describeSent(schema: z.ZodType): Described {
  const base = nameOf(schema)
  if (base !== undefined) return { base, rows: {} }
  if (!(schema instanceof z.ZodIntersection)) return { rows: describeShape(schema) }

  const parts = [schema.def.left, schema.def.right].map((part) => part as z.ZodType)
  const named = parts.map((part) => (part instanceof z.ZodObject ? undefined : nameOf(part))).find(Boolean)
  const rows = Object.assign({}, ...parts.map((part) => (part instanceof z.ZodObject ? fieldsOf(part) : {}))) as Rows
  return { ...(named !== undefined && { base: named }), rows }
}

/** The fields of a shape, those of every variant of a union, or the values of an enum. */
export function describeShape(schema: z.ZodType): Rows {
  if (schema instanceof z.ZodObject) return fieldsOf(schema)
  if (schema instanceof z.ZodEnum) return Object.fromEntries(schema.options.map((value) => [String(value), 'value']))
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return { '': typeOf(schema) }

  const key = schema.def.discriminator
  const variants = schema.options.flatMap((option) => {
    if (!(option instanceof z.ZodObject)) throw new Error('a variant is no object')
    const kind = JSON.parse(typeOf(option.shape[key] as z.ZodType)) as string
    const { [key]: _, ...rows } = fieldsOf(option)
    return Object.entries(rows).map(([field, type]) => [`${kind}/${field}`, type])
  })
  return Object.fromEntries(variants) as Rows
}

function fieldsOf(schema: z.ZodObject, prefix = ''): Rows {
  const rows: Record<string, string> = {}
  for (const [key, value] of Object.entries(schema.shape)) {
    const { inner, optional } = unwrap(value as z.ZodType)
    const field = `${prefix}${key}`
    rows[`${field}${optional ? '?' : ''}`] = typeOf(inner)
    const element = inner instanceof z.ZodArray ? (inner.element as z.ZodType) : inner
    if (element instanceof z.ZodObject && nameOf(element) === undefined) {
      Object.assign(rows, fieldsOf(element, `${field}${element === inner ? '' : '[]'}.`))
    }
  }
  return rows
}

function isOptional(schema: z.ZodType): schema is z.ZodOptional | z.ZodExactOptional | z.ZodDefault {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault
}

function unwrap(schema: z.ZodType): { inner: z.ZodType; optional: boolean } {
  if (isOptional(schema)) {
    return { inner: unwrap(schema.unwrap() as z.ZodType).inner, optional: true }
  }
  return { inner: schema, optional: false }
}

function typeOf(schema: z.ZodType): string {
  const name = nameOf(schema)
  if (name !== undefined) return name
  if (schema instanceof z.ZodNullable) return `${typeOf(schema.unwrap() as z.ZodType)} | null`
  if (schema instanceof z.ZodArray) return `${typeOf(schema.element as z.ZodType)}[]${rangeOf(schema, 'Items')}`
  if (schema instanceof z.ZodEnum) return schema.options.map((one) => JSON.stringify(one)).join(' | ')
  if (schema instanceof z.ZodLiteral) return [...schema.values].map((one) => JSON.stringify(one)).join(' | ')
  if (schema instanceof z.ZodUnion) return schema.options.map((one) => inlined(one as z.ZodType)).join(' | ')
  if (schema instanceof z.ZodPipe) return typeOf(schema.def.in as z.ZodType)
  if (schema instanceof z.ZodRecord) return `record of ${typeOf(schema.valueType as z.ZodType)}`
  if (schema instanceof z.ZodObject) return 'object'
  if (schema instanceof z.ZodUnknown) return 'anything'
  return scalarOf(schema)
}

function inlined(schema: z.ZodType): string {
  if (nameOf(schema) !== undefined || !(schema instanceof z.ZodObject)) return typeOf(schema)
  const fields = Object.entries(schema.shape).map(([key, value]) => {
    const { inner, optional } = unwrap(value as z.ZodType)
    return `${key}${optional ? '?' : ''}: ${typeOf(inner)}`
  })
  return `{${fields.join(', ')}}`
}

/** Whether the shape of this name is a mere text or number. */
export function isScalar(name: string): boolean {
  const schema = findShape(name)
  return schema instanceof z.ZodString || schema instanceof z.ZodNumber
}

/** `string(1..200)`, `integer(0..)`, `boolean`; a pattern stands behind its type. */
export function scalarOf(schema: z.ZodType | undefined): string {
  if (!schema) throw new Error('there is no such shape')
  const { type, format, pattern } = z.toJSONSchema(schema, { io: 'input' })
  if (type === undefined) throw new Error(`no words for ${schema.type}`)
  const range = type === 'string' ? rangeOf(schema, 'Length') : rangeOf(schema, 'imum')
  // The pattern of a well-known format is longer than anybody wants to read.
  const form = format ?? pattern
  return `${type}${range}${form === undefined ? '' : ` ${form}`}`
}

function rangeOf(schema: z.ZodType, of: 'Length' | 'Items' | 'imum'): string {
  const json = z.toJSONSchema(schema, { io: 'input' }) as Readonly<Record<string, number | undefined>>
  const above = json['exclusiveMinimum']
  const least = above === undefined ? json[`min${of}`] : above + 1
  const most = json[`max${of}`] === Number.MAX_SAFE_INTEGER ? undefined : json[`max${of}`]
  const from = least === undefined || least === Number.MIN_SAFE_INTEGER ? '' : String(least)
  return from === '' && most === undefined ? '' : `(${from}..${most ?? ''})`
}

/** The names of all shapes that a schema is made of, and those that they are made of. */
export function shapesIn(schema: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (!(schema instanceof z.ZodType)) return found
  const name = nameOf(schema)
  if (name !== undefined) {
    if (found.has(name)) return found
    found.add(name)
  }
  for (const part of partsOf(schema)) shapesIn(part, found)
  return found
}

function partsOf(schema: z.ZodType): readonly unknown[] {
  if (schema instanceof z.ZodObject) return Object.values(schema.shape)
  if (schema instanceof z.ZodUnion) return schema.options
  if (schema instanceof z.ZodIntersection) return [schema.def.left, schema.def.right]
  if (schema instanceof z.ZodArray) return [schema.element]
  if (schema instanceof z.ZodPipe) return [schema.def.in]
  if (schema instanceof z.ZodRecord) return [schema.valueType]
  if (isOptional(schema) || schema instanceof z.ZodNullable) {
    return [schema.unwrap()]
  }
  return []
}
