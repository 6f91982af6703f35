import type { Locale } from '../../domain/localized-text.ts'

type Json = Readonly<Record<string, unknown>>

/** A field of what is sent, as a row that a person reads: `items[].sku`. */
export interface Field {
  readonly name: string
  readonly type: string
  readonly needed: boolean
}

type Text = readonly [zh: string, en: string]

/** Shapes that say more than their type. */
const SHAPES: Readonly<Record<string, Text>> = {
  Money: ['整数，单位分', 'integer, minor units'],
  ShopKey: ['文字，最多 120 字', 'text, at most 120'],
  Currency: ['币种，如 CNY', 'currency, as CNY'],
}

/** The fields of a schema of the document, those of objects within behind it. */
export function toFields(schema: unknown, schemas: Json, locale: Locale): readonly Field[] {
  return fieldsOf(resolve(schema as Json, schemas), '', { schemas, locale })
}

interface Scope {
  readonly schemas: Json
  readonly locale: Locale
}

function fieldsOf(schema: Json, prefix: string, scope: Scope): readonly Field[] {
  const required = (schema['required'] ?? []) as readonly string[]
  return Object.entries((schema['properties'] ?? {}) as Json).flatMap(([key, value]) => {
    const field = resolve(value as Json, scope.schemas)
    const name = `${prefix}${key}`
    const own = { name, type: typeOf(value as Json, scope), needed: required.includes(key) }
    const items = field['type'] === 'array' ? resolve(field['items'] as Json, scope.schemas) : undefined
    return [own, ...fieldsOf(items ?? field, items ? `${name}[].` : `${name}.`, scope)]
  })
}

function typeOf(schema: Json, scope: Scope): string {
  const pick = (text: Text) => text[scope.locale === 'zh' ? 0 : 1]
  const named = SHAPES[nameOf(schema) ?? '']
  if (named) return pick(named)

  const whole = resolve(schema, scope.schemas)
  if (Array.isArray(whole['enum'])) return whole['enum'].join(' | ')
  if (Array.isArray(whole['anyOf'])) return unionOf(whole['anyOf'] as readonly Json[], pick, scope)
  if (whole['type'] === 'array') return pick(['列表', 'list'])
  if (whole['type'] === 'object') return pick(['对象', 'object'])
  if (whole['type'] === 'boolean') return 'true | false'
  if (whole['type'] === 'integer' || whole['type'] === 'number') return pick(['整数', 'integer'])
  return textOf(whole, pick)
}

function unionOf(options: readonly Json[], pick: (text: Text) => string, scope: Scope): string {
  if (options.some((one) => one['format'] === 'date-time'))
    return pick(['时间，ISO 8601 或毫秒', 'time, ISO 8601 or ms'])
  if (options.some((one) => one['type'] === 'object')) return pick(['文字，或 {zh, en}', 'text, or {zh, en}'])
  return options.map((one) => typeOf(one, scope)).join(' | ')
}

function textOf(schema: Json, pick: (text: Text) => string): string {
  if (schema['format'] === 'email') return pick(['邮箱', 'e-mail'])
  if (schema['format'] === 'uri') return pick(['网址', 'URL'])
  const most = schema['maxLength']
  return most === undefined ? pick(['文字', 'text']) : pick([`文字，最多 ${most} 字`, `text, at most ${most}`])
}

function nameOf(schema: Json): string | undefined {
  return typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined
}

/** Follows `#/components/schemas/OrderData/properties/items` and the like. */
function resolve(schema: Json, schemas: Json): Json {
  if (typeof schema['$ref'] !== 'string') return schema

  const path = schema['$ref'].replace('#/components/schemas/', '').split('/')
  const found = path.reduce<unknown>((at, key) => (at as Json | undefined)?.[key], schemas)
  return resolve((found ?? {}) as Json, schemas)
}
