/** As much of JSON Schema as zod writes. */
export type Schema = Readonly<Record<string, unknown>>

export interface KeyHelp {
  readonly name: string
  readonly required: boolean
  /** What it holds, in a word: `string`, `list`, or the values it may have. */
  readonly holds: string
}

/** The schemas that may hold at a path: several where a value may be one thing or another. */
export function schemasAt(root: Schema, path: readonly (string | number)[]): readonly Schema[] {
  let here = spread(root, root)
  for (const step of path)
    here = here.flatMap((schema) => below(schema, step)).flatMap((schema) => spread(schema, root))
  return here
}

export function keysIn(schemas: readonly Schema[]): readonly KeyHelp[] {
  return schemas.flatMap((schema) => {
    const required = Array.isArray(schema['required']) ? schema['required'] : []
    return Object.entries(properties(schema)).map(([name, value]) => ({
      name,
      required: required.includes(name),
      holds: describe([value]),
    }))
  })
}

/** The values that are to choose from. */
export function valuesIn(schemas: readonly Schema[]): readonly string[] {
  return schemas.flatMap((schema) => {
    if (Array.isArray(schema['enum'])) return schema['enum'].map(String)
    if (schema['const'] !== undefined) return [String(schema['const'])]
    return schema['type'] === 'boolean' ? ['true', 'false'] : []
  })
}

export function describe(schemas: readonly Schema[]): string {
  return [...new Set(schemas.flatMap(typesOf))].join(' | ')
}

function typesOf(schema: Schema): readonly string[] {
  const choices = [schema['anyOf'], schema['oneOf']].find(Array.isArray) as readonly Schema[] | undefined
  if (choices) return choices.flatMap(typesOf)
  const values = valuesIn([schema])
  if (values.length > 0) return [values.join(' / ')]
  const type = schema['type']
  if (type === 'array') return ['[…]']
  if (type === 'object') return ['{…}']
  return Array.isArray(type) ? type.map(String) : typeof type === 'string' ? [type] : []
}

function spread(schema: Schema, root: Schema): readonly Schema[] {
  const ref = schema['$ref']
  if (typeof ref === 'string') {
    const target = ref
      .replace(/^#\/?/, '')
      .split('/')
      .reduce<unknown>((at, step) => (isSchema(at) ? at[step] : undefined), root)
    return isSchema(target) && ref !== '#' ? spread(target, root) : [root]
  }
  const choices = [schema['anyOf'], schema['oneOf'], schema['allOf']].find(Array.isArray) as
    | readonly Schema[]
    | undefined
  return choices ? choices.flatMap((one) => spread(one, root)) : [schema]
}

function below(schema: Schema, step: string | number): readonly Schema[] {
  if (typeof step === 'number') {
    const first = Array.isArray(schema['prefixItems']) ? schema['prefixItems'][step] : undefined
    return [first ?? schema['items']].filter(isSchema)
  }
  return [properties(schema)[step] ?? schema['additionalProperties']].filter(isSchema)
}

function properties(schema: Schema): Readonly<Record<string, Schema>> {
  const found = schema['properties']
  return isSchema(found) ? (found as Readonly<Record<string, Schema>>) : {}
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
