import { isDeepStrictEqual } from 'node:util'
import { isAlias, isMap, isNode, isScalar, isSeq, Scalar, visit } from 'yaml'
import { changeBlockList, changeBlockMap } from './change-block.ts'
import { changeFlowList, changeFlowMap } from './change-flow.ts'
import { type Match, matchLists } from './match.ts'
import {
  blockText,
  fitsBlock,
  isPlain,
  needsBlock,
  renderAfterDash,
  renderAfterKey,
  renderFlow,
  renderLines,
  scalarText,
} from './render.ts'
import { rangeOf } from './tokens.ts'
import { type Change, isFields, type Route, type Spot, TooUnusual, type Work } from './work.ts'

/** Finds the smallest pieces that have to be written anew for a value to become another. */
export const change: Change = (work, spot, wish) => {
  const { node, value, route } = wish
  const before = dataOf(work, node)
  if (isDeepStrictEqual(before, value) && !leans(work, node)) return

  const { length } = work.splices
  try {
    if (isMap(node) && isFields(value))
      (node.flow ? changeFlowMap : changeBlockMap)(work, node, { value, route }, change)
    else if (isSeq(node) && Array.isArray(value)) {
      const match = matchOf(Array.isArray(before) ? before : [], value, { flow: node.flow === true, route })
      if (node.flow) changeFlowList(work, node, spot, { values: value, match, route }, change)
      else changeBlockList(work, node, spot, { values: value, match, route }, change)
    } else if (isScalar(node) && typeof value !== 'object') changeScalar(work, spot, node, value)
    else replace(work, spot, value)
  } catch (error) {
    if (!(error instanceof TooUnusual)) throw error
    work.splices.length = length
    replace(work, spot, value)
  }
}

/** Whether something in it refers to an anchor that goes. */
function leans({ leaving }: Work, node: unknown): boolean {
  if (leaving.size === 0 || !isNode(node)) return false
  let found = false
  visit(node, {
    Alias: (_, { source }) => {
      found ||= leaving.has(source)
    },
  })
  return found
}

export function dataOf({ document }: Work, node: unknown): unknown {
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.toJS(document) : null
}

function matchOf(
  before: readonly unknown[],
  after: readonly unknown[],
  how: { flow: boolean; route: Route | undefined },
): Match {
  const at = how.route?.[0]
  if (typeof at !== 'number') return matchLists(before, after, { moves: !how.flow && before.every(isFields) })
  const gone = after.length < before.length
  return after.map((_, n) => (n >= before.length ? undefined : gone && n >= at ? n + 1 : n))
}

/** Quotes stay where they stood, unless they stood there only because the words needed them. */
function changeScalar(work: Work, spot: Spot, node: Scalar, value: unknown): void {
  const range = rangeOf(node)
  if (!range) {
    replace(work, spot, value)
    return
  }
  const [from, to] = range
  const put = (text: string) => work.splices.push({ from, to, text })
  const flow = spot.kind === 'flow'
  if (!flow && spot.kind !== 'root' && typeof value === 'string' && fitsBlock(value)) {
    const column = spot.column + (spot.kind === 'dash' ? 2 : work.style.step)
    const block = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED
    const mark = node.type === Scalar.BLOCK_FOLDED && !value.includes('\n') ? '>' : '|'
    if (block || needsBlock(value)) return void put(blockText(value, column, mark))
  }
  const quotes = quotesOf(node, flow, value)
  put(scalarText(value, { flow, style: work.style, ...(quotes && { quotes }) }))
}

function quotesOf({ type, value: old }: Scalar, flow: boolean, value: unknown): 'double' | 'single' | undefined {
  if (type !== Scalar.QUOTE_DOUBLE && type !== Scalar.QUOTE_SINGLE) return undefined
  const wanted = typeof value === 'string' && !isPlain(value, flow)
  return wanted || isPlain(String(old), flow) ? (type === Scalar.QUOTE_SINGLE ? 'single' : 'double') : undefined
}

/** Writes a value anew, with all that is in it. */
export function replace({ text, style, splices }: Work, spot: Spot, value: unknown): void {
  const { from, end: to, key, column, used } = spot
  const put = (fresh: string) => splices.push({ from, to, text: fresh })
  if (spot.kind === 'key') put(renderAfterKey(style, key, value, column, used))
  else if (spot.kind === 'dash') put(renderAfterDash(style, key.replace(/\[\]$/, ''), value, column))
  else if (spot.kind === 'flow') put((text.charAt(from - 1) === ':' ? ' ' : '') + renderFlow(style, value))
  else if (typeof value === 'object' && value !== null && Object.keys(value).length > 0)
    put(renderLines(style, '', value, 0) + (to === text.length ? '\n' : ''))
  else put(renderFlow(style, value))
}
