import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

const NEAR = 60

export interface StickyScroll {
  readonly box: RefObject<HTMLDivElement | null>
  readonly inner: RefObject<HTMLDivElement | null>
  readonly onScroll: () => void
  readonly toEnd: () => void
  /** Called right before older messages are put on top: what is on screen then does not move. */
  readonly keepPlace: () => void
  readonly away: boolean
  readonly missed: boolean
}

/** Keeps a log at its end while one is there, and lets be whoever has scrolled up, until they write themselves.
 * `newest` changes with every message, `own` counts those of this agent on their way. */
export function useStickyScroll(newest: string, own: number): StickyScroll {
  const box = useRef<HTMLDivElement>(null)
  const inner = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const fromBottom = useRef<number>(undefined)
  const settled = useRef('')
  const [away, setAway] = useState(false)
  const [missed, setMissed] = useState(false)

  const toEnd = useCallback(() => box.current?.scrollTo({ top: box.current.scrollHeight }), [])

  const settle = useCallback(() => {
    const element = box.current
    if (element && fromBottom.current !== undefined) {
      element.scrollTop = element.scrollHeight - fromBottom.current
      fromBottom.current = undefined
    } else if (atEnd.current) toEnd()
    settled.current = sizeOf(element)
    setAway(!atEnd.current)
    if (atEnd.current) setMissed(false)
  }, [toEnd])

  const onScroll = useCallback(() => {
    const element = box.current
    if (!element) return

    // A picture that loads moves the log before its new height was answered: nobody has scrolled.
    if (atEnd.current && sizeOf(element) !== settled.current) return

    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR
    setAway(!atEnd.current)
    if (atEnd.current) setMissed(false)
  }, [])

  const keepPlace = useCallback(() => {
    if (box.current) fromBottom.current = box.current.scrollHeight - box.current.scrollTop
  }, [])

  useGrowth(box, inner, settle)

  const known = useRef(own)
  useLayoutEffect(() => {
    if (own > known.current) atEnd.current = true
    known.current = own
    if (newest && atEnd.current) toEnd()
    else if (newest) setMissed(true)
  }, [newest, own, toEnd])

  return { box, inner, onScroll, toEnd, keepPlace, away, missed }
}

function sizeOf(element: HTMLElement | null): string {
  return `${element?.scrollHeight}/${element?.clientHeight}`
}

type Box = RefObject<HTMLDivElement | null>

/** Pictures, cards and the suggestion bar change heights after the fact. */
function useGrowth(box: Box, inner: Box, settle: () => void): void {
  useEffect(() => {
    const watch = new ResizeObserver(settle)
    if (inner.current) watch.observe(inner.current)
    if (box.current) watch.observe(box.current)
    return () => watch.disconnect()
  }, [box, inner, settle])
}
