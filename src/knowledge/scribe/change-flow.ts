import { isScalar, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import { columnOf, lineStart } from './lines.ts'
import { keyText, renderFlow, scalarText, WIDTH } from './render.ts'
import { commasOf, entriesOf, rangeOf, spanOf } from './tokens.ts'
import { type Change, routeBelow, type Spot, TooUnusual, type WantedList, type WantedMap, type Work } from './work.ts'

/** From the first character of an entry in brackets to behind its last. */
interface Piece {
  readonly from: number
  readonly to: number
}

export function changeFlowMap(work: Work, map: YAMLMap, { value, route }: WantedMap, change: Change): void {
  const pieces = map.items.map((pair) => toPiece(pair))
  const names = map.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
  const kept = new Set(names.flatMap((name, n) => (Object.hasOwn(value, name) ? [n] : [])))
  if (kept.size === 0 || names.includes('<<')) throw new TooUnusual()

  for (const n of kept) {
    const [name = '', piece] = [names[n], pieces[n]]
    if (!piece) continue
    const spot: Spot = { kind: 'flow', from: piece.colon, end: piece.to, column: 0, used: 0, key: name }
    change(work, spot, { node: map.items[n]?.value, value: value[name], route: routeBelow(route, name) })
  }
  const fresh: Fresh[] = []
  let after: number | undefined
  for (const [name, one] of Object.entries(value)) {
    const known = names.indexOf(name)
    if (known >= 0) after = known
    else fresh.push({ after, text: `${keyText(name, true)}: ${renderFlow(work.style, one)}` })
  }
  changePieces(work, { node: map, pieces, kept }, fresh)
}

function toPiece(pair: Pair): Piece & { readonly colon: number } {
  const span = spanOf(pair)
  if (!span) throw new TooUnusual()
  return { from: span.key, to: span.end, colon: span.colon }
}

export function changeFlowList(work: Work, list: YAMLSeq, spot: Spot, wanted: WantedList, change: Change): void {
  const { values, match, route } = wanted
  const pieces = list.items.map((one) => {
    const range = rangeOf(one)
    if (!range) throw new TooUnusual()
    return { from: range[0], to: range[1] }
  })
  if (values.length === 0 || pieces.length === 0 || !entriesOf(list)) throw new TooUnusual()
  if (asBlock(work, list, spot, wanted)) return

  for (const [n, one] of match.entries()) {
    const piece = one === undefined ? undefined : pieces[one]
    if (!piece || one === undefined) continue
    const inner: Spot = { kind: 'flow', from: piece.from, end: piece.to, column: 0, used: 0, key: `${spot.key}[]` }
    change(work, inner, { node: list.items[one], value: values[n], route: routeBelow(route, one) })
  }
  const fresh: Fresh[] = []
  let after: number | undefined
  for (const [n, one] of match.entries()) {
    if (one !== undefined) after = one
    else fresh.push({ after, text: renderFlow(work.style, values[n]) })
  }
  changePieces(work, { node: list, pieces, kept: new Set(match.filter((one) => one !== undefined)) }, fresh)
}

/** A list of words on one line that has become too long for it is written line by line. */
function asBlock({ text, style, splices }: Work, list: YAMLSeq, spot: Spot, { values, match }: WantedList): boolean {
  const range = rangeOf(list)
  if (spot.kind !== 'key' || !range || !list.items.every(isScalar)) return false
  if (values.some((value) => typeof value === 'object' && value !== null)) return false
  if (text.slice(...range).includes('\n')) return false
  const words = values.map((value, n) => {
    const known = match[n]
    const [from, to] = (known === undefined ? undefined : rangeOf(list.items[known])) ?? []
    const same = known !== undefined && isScalar(list.items[known]) && list.items[known].value === value
    return same ? text.slice(from, to) : scalarText(value, { flow: true, style })
  })
  const width = columnOf(text, range[0]) + words.join(', ').length + 2 + style.padding.length * 2
  if (width <= WIDTH || width <= range[1] - lineStart(text, range[0])) return false
  const pad = ' '.repeat(spot.column + (style.indentsLists ? style.step : 0))
  const lines = words.map((word, n) => {
    const fresh = match[n] === undefined || typeof values[n] !== 'string'
    return `\n${pad}- ${fresh ? scalarText(values[n], { flow: false, style }) : word}`
  })
  splices.push({ from: spot.from, to: range[1], text: lines.join('') })
  return true
}

interface Fresh {
  /** Behind which piece; undefined: before all. */
  readonly after: number | undefined
  readonly text: string
}

interface Brackets {
  readonly node: YAMLSeq | YAMLMap
  readonly pieces: readonly Piece[]
  readonly kept: ReadonlySet<number>
}

/** Takes out and puts in between the commas; what is not touched keeps its line breaks and comments. */
function changePieces(work: Work, { node, pieces, kept }: Brackets, fresh: readonly Fresh[]): void {
  const { text, splices } = work
  const commas = commasOf(node)
  const keptInOrder = [...kept].toSorted((a, b) => a - b)
  const [firstKept, lastKept] = [keptInOrder[0], keptInOrder.at(-1)]
  const [first, last] = [pieces[firstKept ?? -1], pieces[lastKept ?? -1]]
  if (!first || !last || firstKept === undefined || lastKept === undefined) throw new TooUnusual()

  for (const [n, piece] of pieces.entries()) {
    if (kept.has(n)) continue
    if (n > lastKept) {
      // Nothing follows: the comma before it goes too.
      const comma = commas.find((one) => one >= (pieces[n - 1]?.to ?? 0)) ?? piece.from
      cut(work, comma, comma + 1)
      cut(work, leftOf(text, piece.from), piece.to)
    } else {
      const comma = commas.find((one) => one >= piece.to)
      if (comma === undefined) throw new TooUnusual()
      const end = comma + 1
      const blanks = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0
      const breaks = /[\r\n#]/.test(text.charAt(end + blanks))
      cut(work, breaks ? leftOf(text, piece.from) : piece.from, piece.to)
      cut(work, comma, breaks ? end : end + blanks)
    }
  }
  for (const { after, text: added } of fresh) {
    const piece = after === undefined ? undefined : pieces[after]
    if (piece) splices.push({ from: piece.to, to: piece.to, text: `,${breakFor(text, piece)}${added}` })
    else splices.push({ from: first.from, to: first.from, text: `${added}, ` })
  }
}

function cut({ splices }: Work, from: number, to: number): void {
  if (from < to) splices.push({ from, to, text: '' })
}

/** With the blanks before it. */
function leftOf(text: string, at: number): number {
  return at - (/[ \t]*$/.exec(text.slice(lineStart(text, at), at))?.[0].length ?? 0)
}

/** Where every entry has a line of its own, a new one has too. */
function breakFor(text: string, piece: Piece): string {
  const before = text.slice(lineStart(text, piece.from), piece.from)
  return before.trim() === '' ? `\n${before}` : ' '
}
