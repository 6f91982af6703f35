import fc from 'fast-check'
import { z } from 'zod'

/** What has made a program stumble somewhere. */
const HOSTILE: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -0,
    -1,
    1.5,
    1e308,
    -1e308,
    2 ** 53,
    2 ** 31,
    9_999_999_999_999,
    '',
    ' ',
    '0',
    '-1',
    'null',
  ],
  ...[
    '\0',
    'a\0b',
    '\ud800',
    '\udfff',
    '\u202e',
    '\ufeff',
    '👩‍👩‍👧‍👦',
    'ﷺ'.repeat(50),
    'x'.repeat(5000),
    '../../etc/passwd',
    '%00',
    '%s%n',
  ],
  ...["' or 1=1 --", '"; drop table messages; --', '{{7*7}}', '__proto__', 'constructor', 'toString', '%', '_', '\\'],
  ...[[], {}, [[]], [null], { __proto__: null }, { length: 1e9 }, { toString: 1 }, { _placeholder: true, num: 0 }],
]

const junk: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom(...HOSTILE), fc.jsonValue({ maxDepth: 2 }))

/** A value that a schema would take, as far as its JSON form says, with hostile ones put in here and there. */
function nearly(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const good = goodOf(schema, depth)
  return fc.oneof({ weight: 5, arbitrary: good }, { weight: 1, arbitrary: junk })
}

interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
}

function goodOf(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const options = schema.anyOf ?? schema.oneOf
  if (depth > 5) return junk
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (options) return fc.oneof(...options.map((one) => goodOf(one, depth + 1)))
  if (schema.allOf) {
    return fc.tuple(...schema.allOf.map((one) => goodOf(one, depth + 1))).map((parts) => Object.assign({}, ...parts))
  }
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([key, one]) => [key, nearly(one, depth + 1)])
      return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
        requiredKeys: [...(schema.required ?? [])] as never[],
      })
    }
    case 'array':
      return fc.array(nearly(schema.items ?? {}, depth + 1), { maxLength: 4 })
    case 'integer':
      return fc.integer()
    case 'number':
      return fc.double({ noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'string':
      return fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('client-00000001', 'linen-dress', 'a.1'))
    default:
      return junk
  }
}

/** So many things that nobody should send where `schema` is asked for; the same ones for the same seed. */
export function junkFor(schema: z.ZodType | undefined, count: number, seed: number): readonly unknown[] {
  const known = schema && (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema)
  return fc.sample(known ? nearly(known) : junk, { numRuns: count, seed })
}
