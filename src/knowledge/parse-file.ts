import {
  type Alias,
  type Document,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  type Pair,
  parseDocument,
  visit,
} from 'yaml'
import type { z } from 'zod'
import type { Problem } from '../domain/knowledge.ts'
import { explainIssue } from './explain-issue.ts'
import { explainSyntax, type SyntaxFault } from './explain-syntax.ts'
import type { Place } from './problem.ts'
import { FILE_KINDS, type FileKind } from './schema/kinds.ts'

/** More than any owner writes by hand; what is larger is an accident or an attack. */
const MAX_BYTES = 1024 * 1024
const MAX_ALIASES = 100
const MAX_DEPTH = 50

export interface ParsedFile<K extends FileKind = FileKind> {
  readonly kind: K
  readonly place: Place
  readonly data: z.output<(typeof FILE_KINDS)[K]>
}

/** One file's text → its data, or what is wrong with it and where. */
export function parseFile<K extends FileKind>(file: string, text: string, kind: K): ParsedFile<K> | readonly Problem[] {
  if (Buffer.byteLength(text) > MAX_BYTES) return [tooLarge(file)]

  const lines = new LineCounter()
  const content = text.replace(/^\uFEFF/, '')
  const document = parse(content, lines)
  if (!document) return [tooDeep(file, '1:1')]
  const faults = explainSyntax([...document.errors, ...document.warnings, ...findTwice(document)], content)
  if (faults.length > 0) {
    return faults.map(({ offset, ...words }) => {
      const { line, col } = lines.linePos(offset)
      return { place: `${file}:${line}:${col}`, ...words }
    })
  }
  const deep = findDeep(document)
  if (deep !== undefined) {
    const { line, col } = lines.linePos(deep)
    return [tooDeep(file, `${line}:${col}`)]
  }
  const dead = findDeadAlias(document)
  if (dead) return [deadAlias(dead, file, lines)]
  const place = placeIn(file, document, lines)
  let raw: unknown
  try {
    raw = document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch {
    return [
      {
        place: `${file}:1:1`,
        cause: { zh: '别名（*）用得太多', en: 'too many aliases (*)' },
        mend: { zh: '把内容直接写出来', en: 'write the content out' },
      },
    ]
  }

  const result = FILE_KINDS[kind].safeParse(raw ?? {}, { reportInput: true })
  if (!result.success) return result.error.issues.flatMap((issue) => explainIssue(issue, place))
  return { kind, place, data: result.data as z.output<(typeof FILE_KINDS)[K]> }
}

/** Undefined for what is nested so deep that it cannot even be read. */
function parse(content: string, lines: LineCounter): Document | undefined {
  try {
    // The parser's own look for a key that stands twice takes the square of their number.
    const document = parseDocument(content, { lineCounter: lines, uniqueKeys: false, merge: true })
    const overflown = document.errors.some(({ message }) => /call stack/i.test(message))
    return overflown ? undefined : document
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Keys that stand twice in one place. A merge (`<<`) may. */
function findTwice(document: Document): readonly SyntaxFault[] {
  const twice: SyntaxFault[] = []
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        if (!isScalar(key) || key.value === '<<') continue
        const [at = 0, end = at] = key.range ?? []
        if (seen.has(key.value)) twice.push({ code: 'DUPLICATE_KEY', pos: [at, end], message: '' })
        seen.add(key.value)
      }
    },
  })
  return twice
}

/** A place that is nested deeper than anything an owner writes. */
function findDeep(document: Document): number | undefined {
  let deep: number | undefined
  visit(document, {
    Collection: (_, node, path) => {
      if (path.filter(isCollection).length <= MAX_DEPTH) return undefined
      deep = node.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return deep
}

/** A text that begins with `*` is taken for a reference to something that is not there. */
function findDeadAlias(document: Document): Alias | undefined {
  let dead: Alias | undefined
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document)) return undefined
      dead = alias
      return visit.BREAK
    },
  })
  return dead
}

function deadAlias(alias: Alias, file: string, lines: LineCounter): Problem {
  const { line, col } = lines.linePos(alias.range?.[0] ?? 0)
  return {
    place: `${file}:${line}:${col}`,
    cause: { zh: `「*${alias.source}」没有对应的内容`, en: `"*${alias.source}" refers to nothing` },
    mend: { zh: '以 * 开头的文字要加引号', en: 'put a text that begins with * in quotes' },
  }
}

export function isParsed<K extends FileKind>(result: ParsedFile<K> | readonly Problem[]): result is ParsedFile<K> {
  return !Array.isArray(result)
}

/** Finds the line and column of a path; of the nearest thing that is there when the path itself is not. */
function placeIn(file: string, document: Document, lines: LineCounter): Place {
  return {
    file,
    at: (path, part = 'value') => {
      for (let length = path.length; length >= 0; length -= 1) {
        const offset = offsetOf(document, path.slice(0, length), part)
        if (offset !== undefined) {
          const { line, col } = lines.linePos(offset)
          return `${file}:${line}:${col}`
        }
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

function tooDeep(file: string, place: string): Problem {
  return {
    place: `${file}:${place}`,
    cause: { zh: '嵌套得太深', en: 'it is nested too deep' },
    mend: { zh: '检查这里的括号和缩进', en: 'check the brackets and the indentation here' },
  }
}

function tooLarge(file: string): Problem {
  return {
    place: `${file}:1:1`,
    cause: { zh: '文件超过 1 MB', en: 'the file is larger than 1 MB' },
    mend: { zh: '按主题拆成几个文件', en: 'split it by theme' },
  }
}
