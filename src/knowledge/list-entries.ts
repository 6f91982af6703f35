import { isMap, isNode, isSeq } from 'yaml'
import type { WrittenEntry } from '../ports/knowledge-editing.ts'
import { openText } from './edit-text.ts'
import { behind, endOf, entriesOf } from './scribe/tokens.ts'

/** The entries of a list that stands at the top of a text, with the lines that they take. */
export function listEntries(text: string, section: string): readonly WrittenEntry[] {
  const { document, lines } = openText(text)
  const list: unknown = isMap(document.contents) ? document.contents.get(section, true) : undefined
  if (!isSeq(list)) return []
  const written = entriesOf(list)
  const lineAt = (offset: number) => lines.linePos(offset).line
  return list.items.map((item, n) => {
    const token = written?.[n]
    const [begin = 0, end = begin] = isNode(item) ? (item.range ?? []) : []
    const dash = behind(token?.start, 'seq-item-ind')
    return {
      data: isNode(item) ? item.toJS(document) : undefined,
      line: lineAt(dash === undefined ? begin : dash - 1),
      until: lineAt(Math.max(0, (endOf(token?.value) ?? end) - 1)),
    }
  })
}
