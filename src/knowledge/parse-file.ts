import { type Document, isMap, isScalar, type LineCounter, type Pair } from 'yaml'
import type { z } from 'zod'
import type { Problem } from '../domain/knowledge.ts'
import { explainIssue } from './explain-issue.ts'
import { openDocument } from './open-document.ts'
import type { Place } from './problem.ts'
import { FILE_KINDS, type FileKind } from './schema/kinds.ts'

export interface ParsedFile<K extends FileKind = FileKind> {
  readonly kind: K
  readonly place: Place
  readonly data: z.output<(typeof FILE_KINDS)[K]>
}

/** One file's text → its data, or what is wrong with it and where. */
export function parseFile<K extends FileKind>(file: string, text: string, kind: K): ParsedFile<K> | readonly Problem[] {
  const opened = openDocument(text)
  if ('faults' in opened) {
    return opened.faults.map(({ offset, ...words }) => ({ place: placeOf(file, offset, opened.lines), ...words }))
  }
  const place = placeIn(file, opened.document, opened.lines)
  const result = FILE_KINDS[kind].safeParse(opened.data ?? {}, { reportInput: true })
  if (!result.success) return result.error.issues.flatMap((issue) => explainIssue(issue, place))
  return { kind, place, data: result.data as z.output<(typeof FILE_KINDS)[K]> }
}

export function isParsed<K extends FileKind>(result: ParsedFile<K> | readonly Problem[]): result is ParsedFile<K> {
  return !Array.isArray(result)
}

function placeOf(file: string, offset: number, lines: LineCounter): string {
  if (offset === 0) return `${file}:1:1`
  const { line, col } = lines.linePos(offset)
  return `${file}:${line}:${col}`
}

/** Finds the line and column of a path; of the nearest thing that is there when the path itself is not. */
function placeIn(file: string, document: Document, lines: LineCounter): Place {
  return {
    file,
    at: (path, part = 'value') => {
      for (let length = path.length; length >= 0; length -= 1) {
        const offset = offsetOf(document, path.slice(0, length), part)
        if (offset !== undefined) return placeOf(file, offset, lines)
      }
      return `${file}:1:1`
    },
  }
}

function offsetOf(document: Document, path: readonly PropertyKey[], part: 'key' | 'value'): number | undefined {
  if (part === 'key' && path.length > 0) {
    const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
    const pair = isMap(parent)
      ? parent.items.find((item: Pair) => isScalar(item.key) && item.key.value === path.at(-1))
      : undefined
    if (pair && isScalar(pair.key)) return pair.key.range?.[0]
  }
  const node: unknown = path.length > 0 ? document.getIn(path, true) : document.contents
  if (node && typeof node === 'object' && 'range' in node) return (node.range as [number] | null | undefined)?.[0]
  return undefined
}
