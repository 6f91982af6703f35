import { Document, Scalar, stringify } from 'yaml'
import type { Style } from './style.ts'

/** Longer than this, what stands in brackets is written line by line. */
export const WIDTH = 120

type Fields = Readonly<Record<string, unknown>>

/** Behind a colon: ` plain`, ` [a, b]` or a line break and the lines of a block. `column` is that of the key. */
export function renderAfterKey(style: Style, key: string, value: unknown, column: number, used = key.length): string {
  const inline = inlineFits(style, key, value, { column, used: used + 2 })
  if (inline !== undefined) return ` ${inline}`
  if (typeof value === 'string') return ` ${blockText(value, column + style.step)}`
  const deeper = Array.isArray(value) ? column + (style.indentsLists ? style.step : 0) : column + style.step
  return `\n${renderLines(style, key, value, deeper)}`
}

/** The lines of a list or a map that begin at a column, without the last line break. */
export function renderLines(style: Style, key: string, value: unknown, column: number): string {
  const pad = ' '.repeat(column)
  if (Array.isArray(value)) return value.map((one) => `${pad}-${renderAfterDash(style, key, one, column)}`).join('\n')
  return Object.entries(value as Fields)
    .map(([name, one]) => `${pad}${keyText(name)}:${renderAfterKey(style, name, one, column, keyText(name).length)}`)
    .join('\n')
}

/** Behind a dash. `key` is that of the list. */
export function renderAfterDash(style: Style, key: string, value: unknown, column: number): string {
  const inline = inlineFits(style, `${key}[]`, value, { column, used: 2 })
  if (inline !== undefined) return ` ${inline}`
  if (typeof value === 'string') return ` ${blockText(value, column + 2)}`
  // A map's first key, or an inner list's first dash, stands on the line of the dash.
  return ` ${renderLines(style, `${key}[]`, value, column + 2).trimStart()}`
}

/** On one line, where that is how such things are written here and it fits; undefined: as a block. */
function inlineFits(
  style: Style,
  key: string,
  value: unknown,
  { column, used }: { column: number; used: number },
): string | undefined {
  if (typeof value === 'string') return needsBlock(value) ? undefined : scalarText(value, { flow: false, style })
  if (typeof value !== 'object' || value === null) return scalarText(value, { flow: false, style })
  const inline = renderFlow(style, value)
  const empty = Object.keys(value).length === 0
  return empty || (style.isFlow(key, value, column) && column + used + inline.length <= WIDTH) ? inline : undefined
}

/** In brackets, or as it stands within brackets. */
export function renderFlow(style: Style, value: unknown): string {
  if (Array.isArray(value)) return `[${padded(style, value.map((one) => renderFlow(style, one)).join(', '))}]`
  if (typeof value !== 'object' || value === null) return scalarText(value, { flow: true, style })
  const pairs = Object.entries(value).map(([name, one]) => `${keyText(name, true)}: ${renderFlow(style, one)}`)
  return `{${padded(style, pairs.join(', '))}}`
}

function padded({ padding }: Style, text: string): string {
  return text === '' ? '' : `${padding}${text}${padding}`
}

export function keyText(name: string, flow = false): string {
  return isPlain(name, flow) ? name : quoted(name, false)
}

export type Quotes = 'double' | 'single' | undefined

/** A word, a number or a sentence on one line; in quotes where it would else be something else, or where `quotes` asks for them. */
export function scalarText(value: unknown, how: { flow: boolean; style: Style; quotes?: Quotes }): string {
  if (typeof value !== 'string') return stringify(value, { lineWidth: 0 }).trim()
  if (how.quotes === undefined && isPlain(value, how.flow)) return value
  return quoted(value, (how.quotes ?? how.style.quotes) === 'single')
}

/** May stand without quotes. */
export function isPlain(value: string, flow = false): boolean {
  if (/[\r\n]/.test(value) || (flow && /[[\]{},]/.test(value))) return false
  return stringify(value, { lineWidth: 0 }) === `${value}\n`
}

function quoted(value: string, single: boolean): string {
  const document = new Document(value)
  const text = new Scalar(value)
  text.type = single && !/[\r\n]/.test(value) ? Scalar.QUOTE_SINGLE : Scalar.QUOTE_DOUBLE
  document.contents = text as typeof document.contents
  return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER }).trim()
}

/** Several lines are written as several lines, where nothing would be lost. */
export function needsBlock(value: string): boolean {
  return /\n./.test(value) && fitsBlock(value)
}

export function fitsBlock(value: string): boolean {
  return value !== '' && !/[^\P{Cc}\n]|[\u2028\u2029\uFEFF]|^\s| \n| $|\n\n$/u.test(value)
}

export function blockText(value: string, column: number, mark: '|' | '>' = '|'): string {
  const ends = value.endsWith('\n')
  const body = ends ? value.slice(0, -1) : value
  const lines = body.split('\n').map((line) => (line === '' ? '' : ' '.repeat(column) + line))
  return `${mark}${ends ? '' : '-'}\n${lines.join('\n')}`
}
