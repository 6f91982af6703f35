import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../src/config/config.ts'
import type { Described, Rows } from './describe-schema.ts'

/** What one `###` of docs/protocol.md says. */
export interface Section {
  /** By title: `Payload`, `Acknowledgement`, `Query`, `Body`, `Reply`. */
  readonly parts: Readonly<Record<string, Described>>
  /** The first table of a shape. */
  readonly rows: Rows
  readonly refused: readonly string[]
}

export function readDoc(name: string): string {
  return readFileSync(join(ROOT, 'docs', name), 'utf8')
}

/** The text under a `##`, up to the next one. */
export function chapterOf(doc: string, title: string): string {
  const chapter = doc.split(/^## /m).find((one) => one.startsWith(`${title}\n`))
  if (chapter === undefined) throw new Error(`there is no chapter "${title}"`)
  return chapter
}

/** The `###` of a chapter by title, in order. A title that stands twice is an error. */
export function sectionsOf(chapter: string): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>()
  for (const text of chapter.split(/^### /m).slice(1)) {
    const title = /^`(.+)`\n/.exec(text)?.[1]
    if (title === undefined || sections.has(title))
      throw new Error(`a title is wrong or stands twice: ${text.slice(0, 40)}`)
    sections.set(title, toSection(text))
  }
  return sections
}

function toSection(text: string): Section {
  const [head = '', ...parts] = text.split(/^(?=\*\*[A-Z])/m)
  const described: Record<string, Described> = {}
  let refused: readonly string[] = []
  for (const part of parts) {
    const [line = ''] = part.split('\n')
    const [, title = '', rest = ''] = /^\*\*(\w+)\*\*(.*)$/.exec(line) ?? []
    if (title === 'Refused') refused = ticked(rest)
    else described[title] = toDescribed(rest.trim(), part)
  }
  return { parts: described, rows: toRows(head), refused }
}

function toDescribed(rest: string, part: string): Described {
  const [base] = ticked(rest)
  const rows = toRows(part)
  if (base === undefined && rest !== 'none' && Object.keys(rows).length === 0)
    throw new Error(`nothing is said: ${part}`)
  return { ...(base !== undefined && { base }), rows }
}

function ticked(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
}

/** The cells of every table row in a text, without heads. */
export function cellsIn(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'))
  const cells = lines.map((line) => line.split(/(?<!\\)\|/).slice(1, -1))
  return cells
    .map((row) => row.map((cell) => cell.trim().replaceAll('\\|', '|')))
    .filter((_, index) => !isHead(lines, index))
}

function isHead(lines: readonly string[], index: number): boolean {
  const rule = /^\| ---/
  return rule.test(lines[index] ?? '') || rule.test(lines[index + 1] ?? '')
}

/** A table of fields, of fields by kind, or of values, in the form in which schemas are described. */
function toRows(text: string): Rows {
  const head = text.split('\n').find((line) => line.startsWith('|')) ?? ''
  const rows = cellsIn(text).map((row) => row.map((cell) => cell.replace(/^`(.*)`$/, '$1')))
  const entries = rows.map(([first = '', second = '', third = '']) => {
    if (head.startsWith('| kind |')) return [`${first}/${second}`, third] as const
    return [first, head.startsWith('| value |') ? 'value' : second] as const
  })
  if (new Set(entries.map(([field]) => field)).size !== entries.length) throw new Error(`a field stands twice: ${text}`)
  return Object.fromEntries(entries)
}
