import type { CST, Node, Pair, YAMLMap, YAMLSeq } from 'yaml'

/** One entry as it was read: the marks before it, its key, its colon, its value. */
export type Entry = CST.CollectionItem

type Token = CST.Token | null | undefined

/** Where a thing ends, without the comment and the line break after it. */
export function endOf(token: Token): number | undefined {
  if (!token) return undefined
  if (token.type === 'block-scalar') {
    const begin = Math.max(...token.props.map((one) => one.offset + ('source' in one ? one.source.length : 0)))
    return begin + bodyOf(token).length
  }
  if (token.type === 'block-map' || token.type === 'block-seq') return endOfLast(token.items)
  if (token.type === 'flow-collection') return (token.end[0]?.offset ?? token.offset) + 1
  return 'source' in token ? token.offset + token.source.length : undefined
}

/** Line breaks at the end belong to a text only where it says so. */
function bodyOf({ props, source }: CST.BlockScalar): string {
  const keeps = props.some((one) => one.type === 'block-scalar-header' && one.source.includes('+'))
  return keeps ? source.replace(/\r?\n$/, '') : source.replace(/[ \r\n]+$/, '')
}

function endOfLast(items: readonly Entry[]): number | undefined {
  for (const item of [...items].reverse()) {
    const end = endOf(item.value) ?? endOfMark(item.sep) ?? endOf(item.key) ?? endOfMark(item.start)
    if (end !== undefined) return end
  }
  return undefined
}

/** Behind the colon or the dash, and what names or types the value. */
function endOfMark(tokens: readonly CST.SourceToken[] | undefined): number | undefined {
  const last = tokens?.findLast(({ type }) => !['space', 'newline', 'comment'].includes(type))
  return last && last.offset + last.source.length
}

/** Offset behind the mark of this type. */
export function behind(tokens: readonly CST.SourceToken[] | undefined, type: CST.SourceToken['type']) {
  const mark = tokens?.find((one) => one.type === type)
  return mark && mark.offset + mark.source.length
}

/** The entries of a list that hold something, as many as its items; undefined where the two do not agree. */
export function entriesOf(list: YAMLSeq): readonly Entry[] | undefined {
  const token = list.srcToken
  if (token?.type !== 'block-seq' && token?.type !== 'flow-collection') return undefined
  const entries = (token.items as readonly Entry[]).filter((one) =>
    token.type === 'block-seq'
      ? behind(one.start, 'seq-item-ind') !== undefined
      : one.key != null || one.sep !== undefined || one.value != null,
  )
  return entries.length === list.items.length ? entries : undefined
}

/** The commas of a list or map in brackets. */
export function commasOf(node: YAMLSeq | YAMLMap): readonly number[] {
  const token = node.srcToken
  if (token?.type !== 'flow-collection') return []
  return token.items.flatMap(({ start }) => start.filter(({ type }) => type === 'comma').map(({ offset }) => offset))
}

/** Where an entry of a map stands: its key, behind its colon, the end of its value. Undefined for unusual ones (`? key`). */
export function spanOf(pair: Pair): { readonly key: number; readonly colon: number; readonly end: number } | undefined {
  const entry = (pair as Pair & { srcToken?: Entry }).srcToken
  const key = entry?.key && 'offset' in entry.key ? entry.key.offset : undefined
  const colon = behind(entry?.sep, 'map-value-ind')
  if (!entry || key === undefined || colon === undefined) return undefined
  if (entry.start.some(({ type }) => ['anchor', 'tag', 'explicit-key-ind'].includes(type))) return undefined
  return { key, colon, end: endOf(entry.value) ?? endOfMark(entry.sep) ?? colon }
}

/** From the first character of a value to behind its last one; undefined for one that is left out. */
export function rangeOf(node: unknown): readonly [number, number] | undefined {
  const token = (node as Node | null)?.srcToken
  const end = endOf(token)
  return token && end !== undefined ? [token.offset, end] : undefined
}
