import { fileURLToPath } from 'node:url'
import { type Prepared, prepareKnowledge } from '../../src/app/live-knowledge.ts'
import type { KnowledgeBase } from '../../src/domain/knowledge.ts'
import { toProblemLine } from '../../src/domain/knowledge.ts'
import type { LiveKnowledge } from '../../src/ports/world.ts'

export const TEST_SHOP = fileURLToPath(new URL('./shop', import.meta.url))

let prepared: Promise<Prepared> | undefined

/** The small test shop, trained once per process. */
function prepareTestShop(): Promise<Prepared> {
  prepared ??= prepareKnowledge(TEST_SHOP).then((result) => {
    if (!result.ok) throw new Error(result.problems.map((one) => toProblemLine(one, 'en')).join('\n'))
    return result
  })
  return prepared
}

/** Serves the test shop; `change` makes another shop of it for one test. */
export async function serveTestShop(
  change: (knowledge: KnowledgeBase) => KnowledgeBase = (knowledge) => knowledge,
): Promise<LiveKnowledge & { stop(): Promise<void> }> {
  const { brain } = await prepareTestShop()
  const changed = { ...brain, knowledge: change(brain.knowledge) }
  return {
    current: () => changed,
    report: () => ({ loadedAt: 0, problems: [], warnings: [], tests: { total: 0, failed: [] } }),
    stop: async () => undefined,
  }
}
