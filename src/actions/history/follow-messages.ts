import type { Deps } from '../deps.ts'

/** So few that nobody who writes meanwhile notices. */
const AT_ONCE = 100
const ROUNDS = 10

/**
 * Lets the search index read what was said since it looked last. It follows the messages and is no part of their path; what is left
 * over at a crash, and all of an old database, is read by the calls that follow.
 */
export async function followMessages({ storage }: Pick<Deps, 'storage'>): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    if ((await storage.search.catchUp(AT_ONCE)) < AT_ONCE) return
    // Others first: a reader that is behind by years may take its time.
    await new Promise((resolve) => setImmediate(resolve))
  }
}
