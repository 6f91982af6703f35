import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { LoopLag } from '../ports/metrics.ts'

const RESOLUTION_MILLISECONDS = 20
const WINDOW_MILLISECONDS = 30_000
const NANOSECONDS = 1e6

/** Watches the event loop from now on; one window that has ended and the one under way are what is told. */
export function watchLoopLag(): { read(): LoopLag; stop(): void } {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MILLISECONDS })
  delay.enable()
  let before: LoopLag = { p99: 0, max: 0 }
  // The histogram holds the whole time between two of its looks: only what is beyond it is lag.
  const lagOf = (nanoseconds: number) => Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION_MILLISECONDS)
  const now = (): LoopLag => (delay.count === 0 ? before : { p99: lagOf(delay.percentile(99)), max: lagOf(delay.max) })
  const timer = setInterval(() => {
    before = now()
    delay.reset()
  }, WINDOW_MILLISECONDS)
  timer.unref()

  return {
    read: () => {
      const { p99, max } = now()
      return { p99: Math.max(p99, before.p99), max: Math.max(max, before.max) }
    },
    stop: () => {
      clearInterval(timer)
      delay.disable()
    },
  }
}
