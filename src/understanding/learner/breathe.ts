/** Long work calls this between its steps, so that a serving process answers meanwhile. */
export type Breathe = () => Promise<void>

const SLICE_MS = 5

export function createBreathe(): Breathe {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE_MS) return

    await new Promise<void>((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}
