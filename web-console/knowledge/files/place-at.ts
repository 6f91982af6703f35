/** Where in a YAML text the cursor stands, for the text need not be whole while it is typed. */
export interface YamlPlace {
  /** Keys, and places in lists counted from 0. */
  readonly path: readonly (string | number)[]
  /** Whether a key may be typed here, a value, or either. */
  readonly wants: 'key' | 'value' | 'either'
  /** What of it is typed already. */
  readonly typed: string
  /** Keys that stand before it in the same mapping. */
  readonly taken: readonly string[]
}

interface Level {
  readonly indent: number
  readonly step: string | number
}

const KEY = /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#:,[\]{}&*!|>'"%@`-][^:#]*?|-[^\s:][^:#]*?)\s*:(?=\s|$)/

/** Goes through the lines before the cursor by their indentation, and through `{…}` and `[…]` by their brackets. */
export function placeAt(text: string, offset: number): YamlPlace {
  const reader = new LineReader()
  const lines = text.slice(0, offset).split('\n')
  const last = lines.pop() ?? ''
  for (const line of lines) reader.read(line)
  return reader.readLast(last)
}

/** Keeps the levels above the line it has come to. */
class LineReader {
  #levels: Level[] = []
  /** How many entries each list has had so far. */
  #items = new Map<string, number>()
  #taken = new Map<string, string[]>()
  /** What has been read of brackets that are still open. */
  #flow = ''
  /** Lines that are indented deeper belong to a text of several lines. */
  #literal: number | undefined

  read(line: string): void {
    const value = this.#descend(line)
    if (value === undefined) return
    if (/^[|>][+-]?\d?\s*(#.*)?$/.test(value)) this.#literal = this.#levels.at(-1)?.indent ?? 0
    if (/^[{[]/.test(value)) this.#flow = value
    if (this.#flow !== '' && walkFlow(this.#flow).length === 0) this.#flow = ''
  }

  readLast(line: string): YamlPlace {
    const value = this.#descend(line, true)
    const path = this.#levels.map(({ step }) => step)
    if (value === undefined) return { path, wants: 'value', typed: '', taken: [] }
    if (/^[{[]/.test(value)) return this.#inFlow(path, value)

    const hasKey = KEY.test(line.replace(/^[\s-]*/, ''))
    const isItem = /^\s*-/.test(line)
    return {
      path,
      wants: hasKey ? 'value' : isItem ? 'either' : 'key',
      typed: value,
      taken: this.#taken.get(path.join('\0')) ?? [],
    }
  }

  #inFlow(base: readonly (string | number)[], value: string): YamlPlace {
    const frames = walkFlow(value)
    const top = frames.at(-1)
    const path = [...base, ...frames.flatMap(stepsIn)]
    const wants = top?.open === '{' && top.key === undefined ? 'key' : 'value'
    return { path, wants, typed: top?.token.trimStart() ?? '', taken: top?.taken ?? [] }
  }

  /** Comes down to the level of a line; returns what stands there besides keys and dashes, undefined for what is no structure. */
  #descend(line: string, isLast = false): string | undefined {
    if (this.#flow !== '') {
      this.#flow += `\n${line}`
      if (isLast) return this.#flow
      if (walkFlow(this.#flow).length === 0) this.#flow = ''
      return undefined
    }
    const indent = line.length - line.trimStart().length
    if (!isLast && (line.trim() === '' || line.trimStart().startsWith('#'))) return undefined
    if (this.#literal !== undefined) {
      if (indent > this.#literal || (isLast && line.trim() === '')) return undefined
      this.#literal = undefined
    }
    return this.#intoLine(line.slice(indent), indent)
  }

  #intoLine(rest: string, indent: number): string {
    const dash = /^-(\s+|$)/.exec(rest)
    if (dash) {
      this.#leave(({ indent: at, step }) => at > indent || (at === indent && typeof step === 'number'))
      const parent = this.#path()
      const count = this.#items.get(parent) ?? 0
      this.#items.set(parent, count + 1)
      this.#levels.push({ indent, step: count })
      return this.#intoLine(rest.slice(dash[0].length), indent + dash[0].length)
    }
    this.#leave(({ indent: at }) => at >= indent)
    const key = KEY.exec(rest)
    if (!key) return rest.trimStart()

    const name = (key[1] ?? '').replace(/^(["'])(.*)\1$/, '$2')
    const parent = this.#path()
    this.#taken.set(parent, [...(this.#taken.get(parent) ?? []), name])
    this.#levels.push({ indent, step: name })
    // An anchor or a tag says nothing of the place.
    return rest
      .slice(key[0].length)
      .trimStart()
      .replace(/^[&!]\S+\s*/, '')
  }

  #leave(over: (level: Level) => boolean): void {
    let top = this.#levels.at(-1)
    while (top && over(top)) {
      this.#levels.pop()
      top = this.#levels.at(-1)
    }
  }

  #path(): string {
    return this.#levels.map(({ step }) => step).join('\0')
  }
}

/** A list is a step down by itself, a mapping by the key whose value is being written. */
function stepsIn({ open, key }: Frame): readonly (string | number)[] {
  if (open === '[') return [0]
  return key === undefined ? [] : [key]
}

interface Frame {
  readonly open: '{' | '['
  key?: string
  token: string
  readonly taken: string[]
}

/** The brackets that are open at the end of a text. */
function walkFlow(text: string): readonly Frame[] {
  const frames: Frame[] = []
  let quote = ''
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? ''
    const top = frames.at(-1)
    if (quote !== '') {
      if (char === quote) quote = ''
      if (top) top.token += char
    } else if ((char === '"' || char === "'") && (top?.token.trim() ?? '') === '') {
      quote = char
      if (top) top.token += char
    } else if (char === '{' || char === '[') frames.push({ open: char, token: '', taken: [] })
    else if (char === '}' || char === ']') frames.pop()
    else if (top) takeIn(top, char, text[at + 1])
  }
  return frames
}

function takeIn(top: Frame, char: string, next: string | undefined): void {
  if (char === ',') {
    delete top.key
    top.token = ''
  } else if (char === ':' && top.open === '{' && top.key === undefined && (next === undefined || /\s/.test(next))) {
    top.key = top.token.trim().replace(/^(["'])(.*)\1$/, '$2')
    top.taken.push(top.key)
    top.token = ''
  } else top.token += char
}
