import type { PushedProduct } from '../../domain/with-pushed.ts'
import type { Deps } from '../deps.ts'
import { listLacking, storeProducts } from './save-products.ts'

/** A shop that names a next page for ever must come to an end. */
const MOST_PAGES = 500
/** In the one line of the log that names those left out. */
const MOST_NAMED = 50

/**
 * Pulls every product of the shop and stores them, but for those that cannot stand by themselves. True if there were any;
 * a shop that fails on the way is told in the log, and what came before serves. `signal` ends it between two pages.
 */
export async function refreshProducts(deps: Deps, signal?: AbortSignal): Promise<boolean> {
  const { shop, log } = deps
  if (!shop) return false

  let count = 0
  const leftOut: string[] = []
  try {
    let cursor: string | undefined
    for (let pages = 0; pages < MOST_PAGES && !signal?.aborted; pages += 1) {
      const page = await shop.listProducts(cursor)
      const { whole, lacking } = judge(deps, page?.products ?? [])
      leftOut.push(...lacking)
      await storeProducts(deps, whole)
      count += whole.length
      if (page?.next === undefined || page.next === cursor) break
      cursor = page.next
    }
    log.info({ products: count }, "the shop's products were pulled")
  } catch (error) {
    log.warn({ products: count, cause: String(error), error }, "not all of the shop's products could be pulled")
  }
  if (leftOut.length > 0) {
    const named = leftOut.slice(0, MOST_NAMED)
    log.warn({ count: leftOut.length, products: named }, 'products that the knowledge does not have are told in part')
  }
  return count > 0
}

/** What can be stored, and of the rest, by its id, what it lacks. */
function judge(deps: Deps, products: readonly PushedProduct[]) {
  const judged = products.map((product) => ({ product, lacks: listLacking(deps, product) }))
  return {
    whole: judged.filter(({ lacks }) => lacks.length === 0).map(({ product }) => product),
    lacking: judged
      .filter(({ lacks }) => lacks.length > 0)
      .map(({ product, lacks }) => `${product.id}: ${lacks.join(', ')}`),
  }
}
