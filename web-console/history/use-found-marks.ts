import { type RefObject, useEffect } from 'react'
import { rangesIn } from '../../src/protocol/history.ts'

const NAME = 'found'

/**
 * Marks the words of a query in everything that is shown inside of a box, without touching the page: the browser paints the ranges
 * (`::highlight(found)`). Where it cannot, the message that was opened is framed all the same.
 */
export function useFoundMarks(box: RefObject<HTMLElement | null>, query: string, shown: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown decides which words stand in the box.
  useEffect(() => {
    if (!box.current || query === '' || !('highlights' in CSS)) return

    CSS.highlights.set(NAME, new Highlight(...rangesOf(box.current, query)))
    return () => {
      CSS.highlights.delete(NAME)
    }
  }, [box, query, shown])
}

function rangesOf(box: HTMLElement, query: string): readonly Range[] {
  const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  const ranges: Range[] = []
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.parentElement?.closest('.bubble, .card')) continue
    for (const { from, to } of rangesIn(node.nodeValue ?? '', query)) {
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, to)
      ranges.push(range)
    }
  }
  return ranges
}
