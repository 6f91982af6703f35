import type { z } from 'zod'
import { type Column, listHeaders, toColumns } from './columns.ts'
import type { CsvRow, RowFault } from './csv.ts'
import { type Fault, faultAt, type Read } from './draft.ts'
import { type Gathering, gather } from './gathering.ts'

export interface TableForm {
  readonly sent: z.ZodObject
  /** The column that says which one a row is of. */
  readonly key: string
  readonly timeZone: string
}

/**
 * The rows of a table as what they say. Where headers lead into a list (`items.sku`), each row has one element of it, and rows
 * that follow each other with the same key are one; their other cells are empty or the same.
 */
export async function* draftRows(rows: AsyncIterable<CsvRow>, form: TableForm): AsyncGenerator<Read> {
  let table: Table | undefined
  for await (const row of rows) {
    if ('fault' in row) yield { line: row.line, fault: unreadable(row.line, row.fault) }
    else if (table) yield* table.take(row.line, row.cells)
    else {
      const head = readHead(row.line, row.cells, form)
      if ('fault' in head) yield { line: row.line, fault: head.fault }
      else table = startTable(head.columns, form.key)
    }
    // Without its headers nothing can be read.
    if (!table) return
  }
  if (table) yield* table.end()
}

interface Table {
  /** A row; gives what is whole now. */
  take(line: number, cells: readonly string[]): readonly Read[]
  end(): readonly Read[]
}

function startTable(columns: readonly Column[], key: string): Table {
  const keyAt = columns.findIndex(({ header }) => header === key)
  const listed = columns.some(({ list }) => list !== undefined)
  const begun = new Set<string>()
  let gathering: Gathering | undefined

  const end = () => {
    const whole = gathering ? [gathering.finish()] : []
    gathering = undefined
    return whole
  }
  const take = (line: number, given: readonly string[]) => {
    if (given.length > columns.length) return [{ line, fault: tooWide(line, given.length, columns.length) }]

    const cells = columns.map((_, at) => given[at]?.trim() ?? '')
    const name = cells[keyAt] ?? ''
    if (!listed) return [gather(columns, name, { line, cells }).finish()]
    if (gathering?.takes(name)) {
      gathering.add({ line, cells })
      return []
    }
    const whole = end()
    if (begun.has(name)) return [...whole, { line, fault: apart(line, key, name) }]

    begun.add(name)
    gathering = gather(columns, name, { line, cells })
    return whole
  }
  return { take, end }
}

function readHead(
  line: number,
  cells: readonly string[],
  { sent, key, timeZone }: TableForm,
): { readonly columns: readonly Column[] } | { readonly fault: Fault } {
  const headers = cells.map((cell) => cell.trim())
  const known = toColumns(headers, sent, timeZone)
  const strange = headers.find((_, at) => known[at] === undefined)
  const twice = headers.find((header, at) => headers.indexOf(header) !== at)
  const all = listHeaders(sent).join(', ')
  if (strange !== undefined) {
    const cause = { zh: `不认识的列「${strange}」`, en: `unknown column "${strange}"` }
    const mend = { zh: `删掉这一列，或改成：${all}`, en: `delete the column, or call it one of: ${all}` }
    return { fault: faultAt(line, cause, mend, strange) }
  }
  if (twice !== undefined) {
    const cause = { zh: `列「${twice}」出现了两次`, en: `the column "${twice}" is there twice` }
    return { fault: faultAt(line, cause, { zh: '留一列', en: 'keep one of them' }, twice) }
  }
  if (!headers.includes(key)) {
    const cause = { zh: `缺少「${key}」列`, en: `the column "${key}" is missing` }
    const mend = {
      zh: `第一行写列名，其中要有 ${key}`,
      en: `the first line has the names of the columns; ${key} must be one`,
    }
    return { fault: faultAt(line, cause, mend, key) }
  }
  return { columns: known.filter((column) => column !== undefined) }
}

const UNREADABLE: Readonly<Record<RowFault, Pick<Fault, 'cause' | 'mend'>>> = {
  encoding: {
    cause: { zh: '不是 UTF-8 编码', en: 'it is not UTF-8' },
    mend: {
      zh: '在 Excel 里另存为「CSV UTF-8（逗号分隔）」',
      en: 'in Excel, save it as "CSV UTF-8 (comma delimited)"',
    },
  },
  length: {
    cause: { zh: '这一行超过 1 MB', en: 'the line is longer than 1 MB' },
    mend: { zh: '检查是不是少了换行', en: 'check whether a line break is missing' },
  },
  quote: {
    cause: { zh: '引号的位置不对', en: 'a quote stands where none may' },
    mend: {
      zh: '整格用双引号包起来，格子里的双引号写两个：""',
      en: 'put the whole cell in double quotes, and double each quote within it: ""',
    },
  },
  unclosed: {
    cause: { zh: '这里开始的引号一直没有结束', en: 'the quote that opens here is never closed' },
    mend: { zh: '补上结束的双引号', en: 'add the closing double quote' },
  },
}

function unreadable(line: number, fault: RowFault): Fault {
  return faultAt(line, UNREADABLE[fault].cause, UNREADABLE[fault].mend)
}

function tooWide(line: number, cells: number, columns: number): Fault {
  return faultAt(
    line,
    { zh: `有 ${cells} 格，表头只有 ${columns} 列`, en: `${cells} cells, but the head has ${columns}` },
    { zh: '格子里有逗号的，整格用双引号包起来', en: 'put a cell that holds a comma in double quotes' },
  )
}

function apart(line: number, field: string, key: string): Fault {
  return faultAt(
    line,
    { zh: `「${key}」的行没有挨在一起`, en: `the rows of "${key}" do not follow each other` },
    { zh: `按 ${field} 排好序再导入`, en: `sort the table by ${field} first` },
    field,
  )
}
