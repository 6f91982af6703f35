import { z } from 'zod'
import { parseShopTime } from './shop-time.ts'

type Json = Readonly<Record<string, unknown>>

/** What a column of a table fills. */
export interface Column {
  readonly header: string
  /** `['address', 'region']`; below a list, the path within one of its elements. */
  readonly path: readonly string[]
  /** The list of which each row has one element: `items` of `items.sku`. */
  readonly list?: string
  /** A cell as the value that it stands for; what cannot be read stays a text, and is refused as such. */
  readonly read: (cell: string) => unknown
}

/** Headers with dots lead into objects and lists; `undefined` for those that there is nothing of. */
export function toColumns(
  headers: readonly string[],
  sent: z.ZodObject,
  timeZone: string,
): readonly (Column | undefined)[] {
  const whole = z.toJSONSchema(sent, { io: 'input' }) as Json
  return headers.map((header) => toColumn(header, whole, timeZone))
}

/** The headers that there may be, for whoever wrote another one. */
export function listHeaders(sent: z.ZodObject): readonly string[] {
  return Object.keys(sent.shape)
}

function toColumn(header: string, whole: Json, timeZone: string): Column | undefined {
  const path = header.split('.')
  let schema: Json | undefined = whole
  let list: string | undefined
  for (const [depth, key] of path.entries()) {
    if (schema && elementOf(schema)) {
      // One row can be one element of a list, but not of a list within a list.
      if (list !== undefined || depth !== 1) return undefined
      list = path[0]
      schema = elementOf(schema)
    }
    schema = schema && fieldOf(schema, key)
  }
  if (!schema) return undefined

  return {
    header,
    path: list === undefined ? path : path.slice(1),
    ...(list !== undefined && { list }),
    read: readerOf(schema, timeZone),
  }
}

/** The schema of an element, where elements are objects. */
function elementOf(schema: Json): Json | undefined {
  const items = schema['type'] === 'array' ? (schema['items'] as Json) : undefined
  return items?.['type'] === 'object' ? items : undefined
}

function fieldOf(schema: Json, key: string): Json | undefined {
  const options = (schema['anyOf'] ?? [schema]) as readonly Json[]
  const object = options.find((one) => one['type'] === 'object')
  const field = (object?.['properties'] as Json | undefined)?.[key] as Json | undefined
  if (field) return field

  const others = object?.['additionalProperties']
  return typeof others === 'object' ? (others as Json) : undefined
}

function readerOf(schema: Json, timeZone: string): Column['read'] {
  const options = (schema['anyOf'] ?? [schema]) as readonly Json[]
  const types = options.map((one) => one['type'])
  if (options.some((one) => one['format'] === 'date-time')) return (cell) => readMoment(cell, timeZone)
  if (types.includes('integer') || types.includes('number')) return readNumber
  if (types.includes('boolean')) return readFlag
  if (types.includes('array')) return elementOf(schema) ? readJson : readWords
  if (types.includes('object')) return readJson
  return (cell) => cell
}

function readNumber(cell: string): unknown {
  return /^-?\d+$/.test(cell) ? Number(cell) : cell
}

function readMoment(cell: string, timeZone: string): unknown {
  return /^\d{9,}$/.test(cell) ? Number(cell) : (parseShopTime(cell, timeZone) ?? cell)
}

const FLAGS: Readonly<Record<string, boolean>> = { true: true, yes: true, 是: true, false: false, no: false, 否: false }

function readFlag(cell: string): unknown {
  return FLAGS[cell.toLowerCase()] ?? cell
}

/** `["a","b"]`, or `a;b` as tables mostly have it. */
function readWords(cell: string): unknown {
  return cell.startsWith('[')
    ? readJson(cell)
    : cell
        .split(/[;；|]/)
        .map((word) => word.trim())
        .filter(Boolean)
}

/** Where a text may stand as well as an object, most cells are a text. */
function readJson(cell: string): unknown {
  if (!/^[[{]/.test(cell)) return cell
  try {
    return JSON.parse(cell)
  } catch {
    return cell
  }
}
