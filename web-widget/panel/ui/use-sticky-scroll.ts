import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

const NEAR_PX = 80
/** What is left free over the first line of a long answer. */
const ABOVE_PX = 10

interface Sticky {
  readonly log: RefObject<HTMLElement | null>
  readonly away: boolean
  readonly onScroll: () => void
  readonly toBottom: () => void
}

/** Where the log rests: at its end, but never past the first line of an answer that is longer than the view. */
function findRest(box: HTMLElement): number {
  const end = box.scrollHeight - box.clientHeight
  const last = box.querySelector('.rows > .row:last-child:not(.own)')
  if (!last) return end
  return Math.min(end, last.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - ABOVE_PX)
}

// Whoever has read on below the first line is not taken back up.
function settle(box: HTMLElement): void {
  box.scrollTop = Math.max(box.scrollTop, findRest(box))
}

/** Keeps the log at its newest line while the shopper is there, and leaves it alone while they read above. */
export function useStickyScroll(firstKey: string | undefined, sentCount: number): Sticky {
  const log = useRef<HTMLElement>(null)
  const sticks = useRef(true)
  const height = useRef(0)
  const view = useRef(0)
  const first = useRef(firstKey)
  const sent = useRef(sentCount)
  const [away, setAway] = useState(false)

  const toBottom = () => {
    const box = log.current
    sticks.current = true
    if (box) box.scrollTop = box.scrollHeight
    setAway(false)
  }

  useLayoutEffect(() => {
    const box = log.current
    if (!box) return
    if (sentCount > sent.current) sticks.current = true
    if (sticks.current) settle(box)
    // Older messages came in above: what was being read stays where it is.
    else if (first.current !== firstKey) box.scrollTop += box.scrollHeight - height.current
    first.current = firstKey
    sent.current = sentCount
    height.current = box.scrollHeight
    view.current = box.clientHeight
  })

  useEffect(() => {
    const box = log.current
    const content = box?.firstElementChild
    if (!box || !content) return undefined
    // Whoever has no mouse scrolls with the arrow keys, and needs the focus here to do so.
    box.tabIndex = 0
    // Pictures load, strips appear, the keyboard opens: all of it changes heights without a render.
    const watcher = new ResizeObserver(() => {
      if (sticks.current) settle(box)
      height.current = box.scrollHeight
      view.current = box.clientHeight
    })
    watcher.observe(box)
    watcher.observe(content)
    return () => watcher.disconnect()
  }, [])

  const onScroll = () => {
    const box = log.current
    if (!box || box.clientHeight === 0) return
    // A picture that loads moves the log before its new height was answered: nobody has scrolled.
    const hasGrown = box.scrollHeight !== height.current || box.clientHeight !== view.current
    if (sticks.current && hasGrown) return
    sticks.current = findRest(box) - box.scrollTop < NEAR_PX
    setAway(box.scrollHeight - box.scrollTop - box.clientHeight >= NEAR_PX)
  }
  return { log, away, onScroll, toBottom }
}
