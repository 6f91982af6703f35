/** What is said to people in both languages. */
export interface Both {
  readonly zh: string
  readonly en: string
}

export interface Choice {
  readonly value: string
  readonly label: Both
}

interface Base {
  /** The key in the YAML. */
  readonly name: string
  readonly label: Both
  readonly hint?: Both
}

/** One value of shop.yaml, as a form asks for it. `initial` is what holds where nothing is written. */
export type Field = Base &
  (
    | { readonly kind: 'localized'; readonly long?: true }
    | { readonly kind: 'text'; readonly initial?: string }
    | {
        readonly kind: 'number'
        readonly min: number
        readonly max: number
        readonly step?: number
        readonly unit?: Both
        readonly initial?: number
      }
    | { readonly kind: 'switch'; readonly initial: boolean }
    | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly initial?: string }
    | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
    | { readonly kind: 'words' | 'intents' | 'shifts' | 'weekly' | 'facts' }
    | { readonly kind: 'color'; readonly initial: string }
    | { readonly kind: 'zone' | 'day' }
    | { readonly kind: 'group'; readonly fields: readonly Field[] }
    | { readonly kind: 'records'; readonly fields: readonly Field[]; readonly blank: object; readonly add: Both }
  )

/** A page of fields that stand under one key. */
export interface ShopPart {
  readonly id: string
  readonly title: Both
  readonly intro: Both
  readonly path: readonly string[]
  readonly fields: readonly Field[]
}

export type Values = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), data)
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function wordsIn(value: unknown): string[] {
  return listOf(value).map(String)
}

/** Whether a value says nothing and need not be written. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

/** Each value that differs, as it is to be written; one that was emptied is removed. */
export function editsFor(part: ShopPart, data: unknown, values: Values): { path: string[]; json?: string }[] {
  const before = valueAt(data, part.path)
  const known = isRecord(before) ? before : {}
  const changed = part.fields.filter(({ name }) => JSON.stringify(known[name]) !== JSON.stringify(values[name]))
  if (changed.length === 0) return []
  // Where the whole part is not written yet, it is written at once.
  if (!isRecord(before)) {
    const written = Object.fromEntries(
      changed.flatMap(({ name }) => (isEmpty(values[name]) ? [] : [[name, values[name]]])),
    )
    return [{ path: [...part.path], json: JSON.stringify(written) }]
  }
  return changed.flatMap(({ name }) => {
    const path = [...part.path, name]
    if (!isEmpty(values[name])) return [{ path, json: JSON.stringify(values[name]) }]
    return known[name] === undefined ? [] : [{ path }]
  })
}
