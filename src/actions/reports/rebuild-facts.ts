import { type Counting, countingRules, countSome } from './count-facts.ts'

/** So few that a server beside this goes on. */
const AT_ONCE = 50

/**
 * Counts everything anew from what was kept; where that was begun before and cut off, it goes on from there. Returns how many
 * conversations were counted.
 */
export async function rebuildFacts(
  deps: Counting,
  onProgress: (share: number, counted: number) => void = () => undefined,
): Promise<number> {
  const begun = deps.clock.now()
  const rules = await countingRules(deps)
  const behind = await deps.storage.transaction(({ facts }) => facts.markAll())
  let counted = 0
  for (;;) {
    const some = await countSome(deps, rules, AT_ONCE)
    if (some === 0) break

    counted += some
    onProgress(Math.min(1, counted / Math.max(1, behind)), counted)
    await giveWay()
  }
  await deps.storage.facts.setCountedUntil(begun)
  return counted
}

/** Others first. */
function giveWay(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
