import type { Deps } from '../actions/deps.ts'
import { refreshProducts } from '../actions/shop-data/refresh-products.ts'

const EVERY_MILLISECONDS = 10 * 60_000

/** Pulls the shop's products now and every ten minutes. The returned function stops it, after the page on its way. */
export function startRefreshingProducts(deps: Deps, everyMilliseconds = EVERY_MILLISECONDS): () => Promise<void> {
  if (!deps.shop) return async () => undefined

  const stopping = new AbortController()
  let running: Promise<void> | undefined
  const refresh = () => {
    running ??= pull(deps, stopping.signal)
      .catch((error: unknown) => deps.log.error({ error }, "the shop's products could not be taken up"))
      .finally(() => {
        running = undefined
      })
  }
  refresh()
  const timer = setInterval(refresh, everyMilliseconds)

  return async () => {
    clearInterval(timer)
    stopping.abort()
    await running
  }
}

async function pull(deps: Deps, signal: AbortSignal): Promise<void> {
  if (await refreshProducts(deps, signal)) await deps.live.refreshProducts()
}
