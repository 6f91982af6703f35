import { type Alias, type Document, isCollection, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { explainSyntax, type SyntaxFault } from './explain-syntax.ts'

/** More than any owner writes by hand; what is larger is an accident or an attack. */
const MAX_BYTES = 1024 * 1024
const MAX_ALIASES = 100
const MAX_DEPTH = 50

/** What is wrong with a text, and at which character of it. */
export interface TextFault {
  readonly offset: number
  readonly cause: { readonly zh: string; readonly en: string }
  readonly mend: { readonly zh: string; readonly en: string }
}

/** A text that is good YAML. Offsets count from 0 and leave out a byte order mark. */
export interface Opened {
  readonly document: Document
  readonly lines: LineCounter
  readonly data: unknown
}

/** Reads a text with limits that no owner's own file meets. `sources` keeps what each piece was read from. */
export function openDocument(
  text: string,
  { sources = false } = {},
): Opened | { readonly lines: LineCounter; readonly faults: readonly TextFault[] } {
  const lines = new LineCounter()
  const refuse = (faults: readonly TextFault[]) => ({ lines, faults })
  if (Buffer.byteLength(text) > MAX_BYTES) return refuse([TOO_LARGE])

  const content = text.replace(/^\uFEFF/, '')
  const document = parse(content, lines, sources)
  if (!document) return refuse([tooDeep(0)])
  const faults = explainSyntax([...document.errors, ...document.warnings, ...findTwice(document)], content)
  if (faults.length > 0) return refuse(faults)
  const deep = findDeep(document)
  if (deep !== undefined) return refuse([tooDeep(deep)])
  const dead = findDeadAlias(document)
  if (dead) return refuse([deadAlias(dead)])
  try {
    return { document, lines, data: document.toJS({ maxAliasCount: MAX_ALIASES }) }
  } catch {
    return refuse([TOO_MANY_ALIASES])
  }
}

/** Undefined for what is nested so deep that it cannot even be read. */
function parse(content: string, lines: LineCounter, keepSourceTokens: boolean): Document | undefined {
  try {
    // The parser's own look for a key that stands twice takes the square of their number.
    const document = parseDocument(content, { lineCounter: lines, uniqueKeys: false, merge: true, keepSourceTokens })
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

function deadAlias(alias: Alias): TextFault {
  return {
    offset: alias.range?.[0] ?? 0,
    cause: { zh: `「*${alias.source}」没有对应的内容`, en: `"*${alias.source}" refers to nothing` },
    mend: { zh: '以 * 开头的文字要加引号', en: 'put a text that begins with * in quotes' },
  }
}

const TOO_MANY_ALIASES: TextFault = {
  offset: 0,
  cause: { zh: '别名（*）用得太多', en: 'too many aliases (*)' },
  mend: { zh: '把内容直接写出来', en: 'write the content out' },
}

function tooDeep(offset: number): TextFault {
  return {
    offset,
    cause: { zh: '嵌套得太深', en: 'it is nested too deep' },
    mend: { zh: '检查这里的括号和缩进', en: 'check the brackets and the indentation here' },
  }
}

const TOO_LARGE: TextFault = {
  offset: 0,
  cause: { zh: '文件超过 1 MB', en: 'the file is larger than 1 MB' },
  mend: { zh: '按主题拆成几个文件', en: 'split it by theme' },
}
