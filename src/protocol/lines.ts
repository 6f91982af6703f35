/** One line of a file or a body, numbered from 1. `text` is missing where it is no UTF-8, or too long. */
export interface Line {
  readonly number: number
  readonly text?: string
  readonly fault?: 'encoding' | 'length'
}

const NEWLINE = 0x0a
const BOM = /^\uFEFF/

/** Splits bytes into lines as they come; `\r` before `\n` and a byte order mark are not part of them. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let parts: Uint8Array[] = []
  let length = 0
  let number = 0
  const keep = (part: Uint8Array) => {
    length += part.length
    // The rest of a line that is too long is dropped at once: nobody may fill the memory.
    if (length <= maxBytes) parts.push(part)
  }
  const finish = (): Line => {
    const line = length > maxBytes ? ({ fault: 'length' } as const) : decode(decoder, join(parts, length))
    number += 1
    parts = []
    length = 0
    return { number, ...line, ...(number === 1 && 'text' in line && { text: line.text.replace(BOM, '') }) }
  }

  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at))
      yield finish()
      from = at + 1
    }
    if (from < chunk.length) keep(chunk.subarray(from))
  }
  if (length > 0) yield finish()
}

/** What a line holds, or why it holds nothing. */
export type JsonLine = { readonly number: number } & (
  | { readonly data: unknown }
  | { readonly fault: 'encoding' | 'length' | 'json'; readonly why: string }
)

/** One JSON value a line; empty lines are left out. */
export async function* readJsonLines(lines: AsyncIterable<Line>): AsyncGenerator<JsonLine> {
  for await (const { number, text, fault } of lines) {
    if (text === undefined) yield { number, fault: fault ?? 'encoding', why: '' }
    else if (text.trim() !== '') yield { number, ...parseJson(text) }
  }
}

function parseJson(text: string): { data: unknown } | { fault: 'json'; why: string } {
  try {
    return { data: JSON.parse(text) }
  } catch (error) {
    return { fault: 'json', why: error instanceof Error ? error.message : String(error) }
  }
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function decode(
  decoder: InstanceType<typeof TextDecoder>,
  bytes: Uint8Array,
): { text: string } | { fault: 'encoding' } {
  try {
    return { text: decoder.decode(bytes).replace(/\r$/, '') }
  } catch {
    return { fault: 'encoding' }
  }
}
