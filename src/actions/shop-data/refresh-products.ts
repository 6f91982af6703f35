import type { Deps } from '../deps.ts'

/** A shop that names a next page for ever must come to an end. */
const MOST_PAGES = 500

/**
 * Pulls every product of the shop and stores them. True if there were any; a shop that fails on the way is told in
 * the log, and what came before serves. `signal` ends it between two pages.
 */
export async function refreshProducts({ shop, storage, log }: Deps, signal?: AbortSignal): Promise<boolean> {
  if (!shop) return false

  let count = 0
  try {
    let cursor: string | undefined
    for (let pages = 0; pages < MOST_PAGES && !signal?.aborted; pages += 1) {
      const page = await shop.listProducts(cursor)
      await storage.products.save(page?.products ?? [])
      count += page?.products.length ?? 0
      if (page?.next === undefined || page.next === cursor) break
      cursor = page.next
    }
    log.info({ products: count }, "the shop's products were pulled")
  } catch (error) {
    log.warn({ products: count, cause: String(error), error }, "not all of the shop's products could be pulled")
  }
  return count > 0
}
