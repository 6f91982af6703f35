import type { LiveKnowledge } from '../../ports/world.ts'
import type { Deps } from '../deps.ts'

/** What taking in the shop's data needs of the world: an import runs without a server. */
export type ShopDataDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'publisher'> & {
  readonly live: Pick<LiveKnowledge, 'written' | 'refreshProducts'>
}
