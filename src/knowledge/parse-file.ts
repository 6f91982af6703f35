import { type Alias, type Document, isMap, isScalar, LineCounter, type Pair, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import type { Problem } from '../domain/knowledge.ts'
import { explainIssue } from './explain-issue.ts'
import type { Place } from './problem.ts'
import { FILE_KINDS, type FileKind } from './schema/kinds.ts'

/** More than any owner writes by hand; what is larger is an accident or an attack. */
const MAX_BYTES = 1024 * 1024
const MAX_ALIASES = 100
/** One missing bracket can make hundreds of faults of what follows. */
const MOST_FAULTS = 20

export interface ParsedFile<K extends FileKind = FileKind> {
  readonly kind: K
  readonly place: Place
  readonly data: z.output<(typeof FILE_KINDS)[K]>
}

/** One file's text → its data, or what is wrong with it and where. */
export function parseFile<K extends FileKind>(file: string, text: string, kind: K): ParsedFile<K> | readonly Problem[] {
  if (Buffer.byteLength(text) > MAX_BYTES) return [tooLarge(file)]

  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, uniqueKeys: true, merge: true })
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) {
    return faults.slice(0, MOST_FAULTS).map((fault) => {
      const { line, col } = lines.linePos(fault.pos[0])
      return { place: `${file}:${line}:${col}`, ...explainSyntax(fault.code, fault.message) }
    })
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

function tooLarge(file: string): Problem {
  return {
    place: `${file}:1:1`,
    cause: { zh: '文件超过 1 MB', en: 'the file is larger than 1 MB' },
    mend: { zh: '按主题拆成几个文件', en: 'split it by theme' },
  }
}

const SYNTAX: Readonly<Record<string, { cause: { zh: string; en: string }; mend: { zh: string; en: string } }>> = {
  DUPLICATE_KEY: {
    cause: { zh: '同一层里有重复的字段', en: 'a key stands twice in one place' },
    mend: { zh: '合并或删掉其中一个', en: 'merge them or remove one' },
  },
  TAB_AS_INDENT: {
    cause: { zh: '缩进用了 Tab', en: 'a tab is used to indent' },
    mend: { zh: '改用空格，每层两个', en: 'use spaces, two a level' },
  },
  BAD_INDENT: {
    cause: { zh: '缩进不对', en: 'the indentation is wrong' },
    mend: {
      zh: '与同一层的上一行对齐，每层两个空格',
      en: 'align it with the line above of the same level, two spaces a level',
    },
  },
  MISSING_CHAR: {
    cause: { zh: '少了一个符号（引号、括号或逗号）', en: 'a character is missing (a quote, a bracket or a comma)' },
    mend: { zh: '补上成对的引号、括号或逗号', en: 'add the missing quote, bracket or comma' },
  },
}

const OPEN_BRACKET = {
  cause: { zh: '前面的「[」或「{」没有闭合', en: 'a "[" or "{" before this is not closed' },
  mend: { zh: '补上对应的「]」或「}」', en: 'add the matching "]" or "}"' },
}

function explainSyntax(code: string, message: string) {
  // The parser calls it indentation when a list in brackets runs into the end of the file.
  if (/end with a [\]}]/.test(message)) return OPEN_BRACKET
  const detail = message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? code
  return (
    SYNTAX[code] ?? {
      cause: { zh: `YAML 写法有误：${detail}`, en: `this is not good YAML: ${detail}` },
      mend: {
        zh: '检查这一行的冒号、引号和缩进；文字里有「: 」或「#」时整段加引号',
        en: 'check colons, quotes and indentation of this line; quote a text that holds ": " or "#"',
      },
    }
  )
}
