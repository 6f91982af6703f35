import type { Column } from './columns.ts'
import { type Fault, faultAt, type Place, type Read } from './draft.ts'

type Tree = { [key: string]: unknown }

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows that together say one thing. */
export interface Gathering {
  /** Whether a row with this key belongs to it. */
  takes(key: string): boolean
  add(row: Row): void
  finish(): Read
}

/** Begins with its first row. */
export function gather(columns: readonly Column[], key: string, first: Row): Gathering {
  const lists = [...new Set(columns.flatMap(({ list }) => list ?? []))]
  const elements = new Map<string, { readonly line: number; readonly data: Tree }[]>()
  let fault: Fault | undefined

  const placeOf = (path: readonly PropertyKey[]): Place => {
    const [list = '', index, ...rest] = path
    const element = typeof index === 'number' ? elements.get(String(list))?.[index] : undefined
    if (element) return { line: element.line, field: [list, ...rest].join('.') }
    return { line: first.line, field: path.join('.') }
  }
  const append = (row: Row) => {
    for (const list of lists) {
      const data = toTree(columns, row, list)
      if (Object.keys(data).length > 0) elements.set(list, [...(elements.get(list) ?? []), { line: row.line, data }])
    }
  }
  append(first)
  return {
    takes: (other) => other === key,
    add: (row) => {
      fault ??= differs(columns, first, row)
      append(row)
    },
    finish: () => {
      const { line } = first
      if (fault) return { line, fault }
      const listed = [...elements].map(([list, rows]) => [list, rows.map(({ data }) => data)])
      return { line, data: { ...toTree(columns, first, undefined), ...Object.fromEntries(listed) }, placeOf }
    },
  }
}

/** What a row says of the whole, or of its element of a list. Empty cells say nothing. */
function toTree(columns: readonly Column[], { cells }: Row, list: string | undefined): Tree {
  const tree: Tree = {}
  for (const [at, column] of columns.entries()) {
    const cell = cells[at] ?? ''
    if (column.list === list && cell !== '') put(tree, column.path, column.read(cell))
  }
  return tree
}

function differs(columns: readonly Column[], first: Row, { line, cells }: Row): Fault | undefined {
  const column = columns.find(({ list }, at) => list === undefined && cells[at] !== '' && cells[at] !== first.cells[at])
  if (!column) return undefined

  const { header } = column
  return faultAt(
    line,
    { zh: `和第 ${first.line} 行的「${header}」不一样`, en: `"${header}" is not as on line ${first.line}` },
    { zh: '同一个编号的行，这一列留空或写成一样', en: 'rows of one number leave this empty, or have the same' },
    header,
  )
}

function put(tree: Tree, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path
  if (rest.length === 0) {
    tree[key] = value
    return
  }
  const below = tree[key]
  const branch: Tree = typeof below === 'object' && below !== null ? (below as Tree) : {}
  tree[key] = branch
  put(branch, rest, value)
}
