import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { columnOf } from './lines.ts'
import { rangeOf } from './tokens.ts'

/** How whoever wrote a file writes: what is added is written in the same way. */
export interface Style {
  /** Columns a level. */
  readonly step: number
  /** Whether the dashes below a key stand deeper than the key. */
  readonly indentsLists: boolean
  /** Between brackets and what they hold. */
  readonly padding: '' | ' '
  readonly quotes: 'double' | 'single'
  /** Whether what stands below this key is written in brackets; `examples[]` is an entry of the list `examples`. */
  isFlow(key: string, value: object, column: number): boolean
}

interface Counts {
  readonly flow: Map<string, number>
  /** How often more than how often not. */
  padded: number
  single: number
  deeper: number
  readonly steps: Map<number, number>
}

export function styleOf(document: Document, text: string): Style {
  const counts: Counts = { flow: new Map(), padded: 0, single: 0, deeper: 0, steps: new Map() }
  visit(document, {
    Pair: (_, pair) => {
      const key = isScalar(pair.key) ? String(pair.key.value) : ''
      if (isMap(pair.value) || isSeq(pair.value)) countBelow(counts, text, key, pair.key, pair.value)
    },
    Seq: (_, list, path) => {
      const parent = path.at(-1)
      const key = isPair(parent) && isScalar(parent.key) ? String(parent.key.value) : ''
      for (const one of list.items) if (isMap(one) || isSeq(one)) count(counts.flow, `${key}[]`, one.flow ? 1 : -1)
    },
    Collection: (_, node) => {
      const begin = node.flow ? rangeOf(node)?.[0] : undefined
      if (begin !== undefined && node.items.length > 0) counts.padded += text[begin + 1] === ' ' ? 1 : -1
    },
    Scalar: (_, node) => {
      if (node.type === Scalar.QUOTE_SINGLE) counts.single += 1
      if (node.type === Scalar.QUOTE_DOUBLE) counts.single -= 1
    },
  })
  return {
    step: [...counts.steps].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 2,
    indentsLists: counts.deeper >= 0,
    padding: counts.padded > 0 ? ' ' : '',
    quotes: counts.single > 0 ? 'single' : 'double',
    isFlow: (key, value, column) => {
      const known = counts.flow.get(key) ?? 0
      return known === 0 ? isFlowByNature(key, value, column) : known > 0
    },
  }
}

function count<K>(counts: Map<K, number>, key: K, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

function countBelow(counts: Counts, text: string, key: string, at: unknown, below: YAMLMap | YAMLSeq): void {
  // What is empty can only be written in brackets.
  if (below.items.length > 0) count(counts.flow, key, below.flow ? 1 : -1)
  const [begin, from] = [rangeOf(at)?.[0], rangeOf(below)?.[0]]
  if (below.flow || begin === undefined || from === undefined) return
  const deeper = columnOf(text, from) - columnOf(text, begin)
  if (isSeq(below)) counts.deeper += deeper > 0 ? 1 : -1
  if (deeper > 0) count(counts.steps, deeper, 1)
}

/** Where nobody has written such a thing yet: names and numbers, and a map of few words, on one line; sentences line by line. */
function isFlowByNature(key: string, value: object, column: number): boolean {
  const items: readonly unknown[] = Object.values(value)
  if (items.some((one) => isCollection(one) || (typeof one === 'object' && one !== null))) return false
  if (Array.isArray(value)) return items.every((one) => typeof one !== 'string' || /^[\w.:-]+$/.test(one))
  // A section of the file, and an entry of a list, have a line a field.
  return column > 0 && !key.endsWith('[]') && items.length <= 3 && items.every((one) => String(one).length <= 30)
}
