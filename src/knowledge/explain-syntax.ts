/** What the parser, or we, have found. */
export interface SyntaxFault {
  readonly code: string
  readonly message: string
  readonly pos: readonly [number, number]
}

interface Words {
  readonly cause: { readonly zh: string; readonly en: string }
  readonly mend: { readonly zh: string; readonly en: string }
}

/** A fault that stands by itself: it does not make faults of what follows. */
const ALONE = 'DUPLICATE_KEY'

/** What the YAML parser found, in words an owner understands. After the first real fault, the others only follow from it. */
export function explainSyntax(faults: readonly SyntaxFault[], text: string): readonly (Words & { offset: number })[] {
  const inOrder = faults.toSorted((a, b) => a.pos[0] - b.pos[0])
  const first = inOrder.findIndex(({ code }) => code !== ALONE)
  return inOrder
    .slice(0, first < 0 ? inOrder.length : first + 1)
    .map((fault) => ({ offset: fault.pos[0], ...explain(fault, lineAt(text, fault.pos[0])) }))
}

function lineAt(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? ''
}

const BY_CODE: Readonly<Record<string, Words>> = {
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

const OPEN_BRACKET: Words = {
  cause: { zh: '前面的「[」或「{」没有闭合', en: 'a "[" or "{" before this is not closed' },
  mend: { zh: '补上对应的「]」或「}」', en: 'add the matching "]" or "}"' },
}

const BARE_TEMPLATE: Words = {
  cause: { zh: '带 {{ }} 的文字没有加引号', en: 'a text with {{ }} is not in quotes' },
  mend: { zh: '给整段文字加上双引号', en: 'put the whole text in double quotes' },
}

const NO_COLON: Words = {
  cause: { zh: '这一行不是「字段: 值」', en: 'this line is no "key: value"' },
  mend: {
    zh: '冒号用英文的，后面留一个空格；多行的文字加引号',
    en: 'put a colon and a space after the key; quote a text of several lines',
  },
}

/** How the parser calls what mostly is a line that begins one column off. */
const ONE_COLUMN_OFF = /Sequence item without - indicator|block sequence may not be used as an implicit map key/

function explain({ code, message }: SyntaxFault, line: string): Words {
  // The parser calls it indentation when a list in brackets runs into the end of the file.
  if (/end with a [\]}]/.test(message)) return OPEN_BRACKET
  if (code === 'UNEXPECTED_TOKEN' && line.includes('{{')) return BARE_TEMPLATE
  if (code === 'MULTILINE_IMPLICIT_KEY') return NO_COLON
  const known = BY_CODE[ONE_COLUMN_OFF.test(message) ? 'BAD_INDENT' : code]
  if (known) return known

  const detail = message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? code
  return {
    cause: { zh: `YAML 写法有误：${detail}`, en: `this is not good YAML: ${detail}` },
    mend: {
      zh: '检查这一行的冒号、引号和缩进；文字里有「: 」或「#」时整段加引号',
      en: 'check colons, quotes and indentation of this line; quote a text that holds ": " or "#"',
    },
  }
}
