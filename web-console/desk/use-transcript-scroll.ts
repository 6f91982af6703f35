import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { VirtuosoHandle } from 'react-virtuoso'

/** As near to the end as counts for being there. */
export const NEAR_END = 60

export interface TranscriptScroll {
  readonly list: RefObject<VirtuosoHandle | null>
  readonly away: boolean
  /** Something came while one was reading above. */
  readonly missed: boolean
  readonly onScroller: (element: HTMLElement | Window | null) => void
  readonly toEnd: () => void
  /** Back to the very end, if one was there: what stands below the messages has grown. */
  readonly stay: () => void
}

/**
 * Knows whether one is at the end of a log. `newest` is the last message, `own` counts those of this agent on their way:
 * whoever writes is taken to the end, whoever reads above, or in the past, is not.
 */
export function useTranscriptScroll(
  newest: number,
  own: number,
  past: boolean,
  onLeavePast: () => void,
): TranscriptScroll {
  const list = useRef<VirtuosoHandle>(null)
  const known = useRef({ newest, own })
  const leave = useRef(onLeavePast)
  const [away, setAway] = useState(false)
  const [missed, setMissed] = useState(false)
  useEffect(() => {
    leave.current = onLeavePast
  })

  const toEnd = useCallback(() => {
    setMissed(false)
    if (past) leave.current()
    else list.current?.scrollToIndex({ index: 'LAST', align: 'end' })
  }, [past])
  const onMoved = useCallback((atEnd: boolean) => {
    setAway(!atEnd)
    if (atEnd) setMissed(false)
  }, [])
  const stay = useCallback(() => {
    // Not by a number of pixels: before the rows have been measured there is no place that far down, and nothing to be seen there.
    if (!away) list.current?.autoscrollToBottom()
  }, [away])

  const onScroller = useScroller(onMoved)

  useEffect(() => {
    const before = known.current
    known.current = { newest, own }
    if (own > before.own) toEnd()
    else if (newest > before.newest && (away || past)) setMissed(true)
  }, [newest, own, away, past, toEnd])

  return { list, away, missed, onScroller, toEnd, stay }
}

/**
 * Tells after every scrolling whether it ended at the end. A suggestion, or a quote above the composer, takes room from
 * below: whoever was at the end stays there.
 */
function useScroller(onMoved: (atEnd: boolean) => void): TranscriptScroll['onScroller'] {
  const unwatch = useRef<() => void>(undefined)
  return useCallback(
    (element) => {
      unwatch.current?.()
      unwatch.current = undefined
      if (!(element instanceof HTMLElement)) return

      let height = element.clientHeight
      const isAtEnd = (visible: number) => element.scrollHeight - element.scrollTop - visible < NEAR_END
      const tell = () => onMoved(isAtEnd(element.clientHeight))
      const watch = new ResizeObserver(() => {
        const wasAtEnd = isAtEnd(height)
        height = element.clientHeight
        if (wasAtEnd) element.scrollTop = element.scrollHeight
      })
      element.addEventListener('scroll', tell, { passive: true })
      watch.observe(element)
      unwatch.current = () => {
        element.removeEventListener('scroll', tell)
        watch.disconnect()
      }
    },
    [onMoved],
  )
}
