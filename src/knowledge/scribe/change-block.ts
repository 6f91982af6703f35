import { isScalar, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import { columnOf, isFirst, leadStart, lineEnd, lineStart } from './lines.ts'
import type { Match } from './match.ts'
import { keyText, renderAfterDash, renderAfterKey } from './render.ts'
import { behind, endOf, entriesOf, spanOf } from './tokens.ts'
import { type Change, routeBelow, type Spot, TooUnusual, type WantedList, type WantedMap, type Work } from './work.ts'

/** An entry of a map that is written line by line. */
interface Row {
  readonly name: string
  readonly pair: Pair
  /** Of its first character. */
  readonly at: number
  readonly colon: number
  readonly end: number
}

export function changeBlockMap(work: Work, map: YAMLMap, { value, route }: WantedMap, change: Change): void {
  const rows = map.items.map((pair) => toRow(pair))
  const kept = rows.filter(({ name }) => Object.hasOwn(value, name) || name === '<<')
  const [first] = rows
  if (!first || kept.length === 0) throw new TooUnusual()

  const column = columnOf(work.text, first.at)
  for (const row of kept) {
    const { name, pair, colon, end } = row
    const spot: Spot = { kind: 'key', from: colon, end, column, used: colon - 1 - row.at, key: name }
    if (name !== '<<') change(work, spot, { node: pair.value, value: value[name], route: routeBelow(route, name) })
  }
  removeRows(work, rows, kept)
  addRows(work, { rows, kept, column, inherited: inheritedBy(work, map) }, value)
}

function toRow(pair: Pair): Row {
  const span = spanOf(pair)
  if (!span || !isScalar(pair.key)) throw new TooUnusual()
  return { name: String(pair.key.value), pair, at: span.key, colon: span.colon, end: span.end }
}

/** What a map has from others by `<<`. */
function inheritedBy({ document }: Work, map: YAMLMap): Readonly<Record<string, unknown>> {
  return map.items.some(({ key }) => isScalar(key) && key.value === '<<') ? map.toJS(document) : {}
}

function removeRows({ text, splices }: Work, rows: readonly Row[], kept: readonly Row[]): void {
  const [first] = rows
  const next = kept[0]
  if (!first || !next) return
  // The first key may stand on the line of a dash: then the next one takes its place.
  const shares = !isFirst(text, first.at)
  if (shares && next !== first) splices.push({ from: first.at, to: next.at, text: '' })
  const from = shares ? rows.indexOf(next) : 0
  for (const [n, row] of rows.entries()) {
    if (n < from || kept.includes(row)) continue
    const above = rows[n - 1]
    const floor = above ? lineEnd(text, above.end) : 0
    splices.push({ from: leadStart(text, lineStart(text, row.at), floor), to: lineEnd(text, row.end), text: '' })
  }
}

interface Place {
  readonly rows: readonly Row[]
  readonly kept: readonly Row[]
  readonly column: number
  readonly inherited: Readonly<Record<string, unknown>>
}

/** What is new stands behind the key that it follows in the value, or before all others. */
function addRows(work: Work, place: Place, value: Readonly<Record<string, unknown>>): void {
  const { rows, kept, column, inherited } = place
  let after: Row | undefined
  for (const [name, one] of Object.entries(value)) {
    const row = kept.find((known) => known.name === name)
    if (row) after = row
    if (row || (Object.hasOwn(inherited, name) && JSON.stringify(inherited[name]) === JSON.stringify(one))) continue
    const key = keyText(name)
    const line = `${key}:${renderAfterKey(work.style, name, one, column, key.length)}\n`
    const pad = ' '.repeat(column)
    const first = rows[0]
    if (after) work.splices.push(at(lineEnd(work.text, after.end), pad + line))
    else if (first && isFirst(work.text, first.at)) work.splices.push(at(lineStart(work.text, first.at), pad + line))
    else if (first) work.splices.push(at(first.at, line + pad))
  }
}

function at(from: number, text: string) {
  return { from, to: from, text }
}

/** An entry of a list that is written line by line: `lead` is where the comments and empty lines before it begin. */
interface Line {
  readonly node: unknown
  readonly lead: number
  readonly start: number
  readonly dash: number
  readonly end: number
  readonly next: number
}

export function changeBlockList(work: Work, list: YAMLSeq, spot: Spot, wanted: WantedList, change: Change): void {
  const { key } = spot
  const lines = toLines(work, list, spot)
  const [first] = lines
  if (!first || wanted.values.length === 0) throw new TooUnusual()

  const order = wanted.match.filter((one) => one !== undefined)
  const moved = order.some((one, n) => n > 0 && one < (order[n - 1] ?? 0))
  // A list in a new order is put together anew; what has changed in its entries is seen to when it is read again.
  if (moved) {
    rebuild(work, lines, key, wanted)
    return
  }

  const column = columnOf(work.text, first.dash)
  const spaced = isSpaced(work.text, lines)
  for (const [n, one] of wanted.match.entries()) {
    const line = one === undefined ? undefined : lines[one]
    if (!line || one === undefined) continue
    const inner: Spot = { kind: 'dash', from: line.dash + 1, end: line.end, column, used: 0, key: `${key}[]` }
    change(work, inner, { node: line.node, value: wanted.values[n], route: routeBelow(wanted.route, one) })
  }
  removeLines(work, lines, wanted.match)
  // Words that only stand elsewhere now keep their quotes and the comment behind them.
  const gone = lines.filter((_, n) => !wanted.match.includes(n))
  let last: Line | undefined
  for (const [n, one] of wanted.match.entries()) {
    if (one !== undefined) {
      last = lines[one]
      continue
    }
    const value = wanted.values[n]
    const known = gone.find(({ node }) => isScalar(node) && node.value === value)
    const fresh = known ? work.text.slice(known.start, known.next) : freshLine(work, key, column, value)
    if (last) work.splices.push(at(last.next, spaced ? `\n${fresh}` : fresh))
    else work.splices.push(at(isScalar(first.node) ? first.start : first.lead, spaced ? `${fresh}\n` : fresh))
  }
}

function toLines({ text }: Work, list: YAMLSeq, { kind, from }: Spot): readonly Line[] {
  const entries = entriesOf(list)
  if (!entries) throw new TooUnusual()
  let above = 0
  return entries.map((entry, n) => {
    const dash = (behind(entry.start, 'seq-item-ind') ?? 0) - 1
    if (!isFirst(text, dash)) throw new TooUnusual()
    const start = lineStart(text, dash)
    const end = endOf(entry.value) ?? dash + 1
    const next = lineEnd(text, end)
    const lead = n > 0 ? above : kind === 'key' ? leadStart(text, start, lineEnd(text, from)) : start
    above = next
    return { node: list.items[n], lead, start, dash, end, next }
  })
}

/** Whether an empty line stands between the entries, as a rule. */
function isSpaced(text: string, lines: readonly Line[]): boolean {
  const spaced = lines.slice(1).filter(({ lead, start }) => /^[ \t\r]*\n/m.test(text.slice(lead, start)))
  return lines.length > 1 && spaced.length * 2 >= lines.length - 1
}

function freshLine({ style }: Work, key: string, column: number, value: unknown): string {
  return `${' '.repeat(column)}-${renderAfterDash(style, key, value, column)}\n`
}

/** What stands above an entry of several lines is about it, and goes with it; what stands above words may be about more of them. */
function removeLines({ text, splices }: Work, lines: readonly Line[], match: Match): void {
  const kept = new Set(match)
  for (const [n, line] of lines.entries()) {
    if (kept.has(n)) continue
    const from = isScalar(line.node) ? line.start : leadStart(text, line.start, line.lead, { blanks: n > 0 })
    const after = lines[n + 1]
    const blank =
      n === 0 && after && kept.has(1) ? /^(?:[ \t]*\r?\n)*/.exec(text.slice(line.next, after.start))?.[0].length : 0
    splices.push({ from, to: line.next + (blank ?? 0), text: '' })
  }
}

function rebuild(work: Work, lines: readonly Line[], key: string, { values, match }: WantedList): void {
  const { text, splices } = work
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return
  const column = columnOf(text, first.dash)
  const gap = isSpaced(text, lines) ? '\n' : ''
  const chunks = match.map((one, n) => {
    const line = one === undefined ? undefined : lines[one]
    if (!line) return n === 0 ? freshLine(work, key, column, values[n]) : gap + freshLine(work, key, column, values[n])
    const chunk = text.slice(line.lead, line.next)
    if (n === 0) return chunk.replace(/^(?:[ \t]*\r?\n)+/, '')
    return line === first ? gap + chunk : chunk
  })
  splices.push({ from: first.lead, to: last.next, text: chunks.join('') })
}
