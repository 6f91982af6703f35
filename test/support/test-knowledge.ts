import { fileURLToPath } from 'node:url'
import { type Prepared, prepareKnowledge, startOverlay } from '../../src/app/live-knowledge.ts'
import type { KnowledgeBase } from '../../src/domain/knowledge.ts'
import { toProblemLine } from '../../src/domain/knowledge.ts'
import { readFiles } from '../../src/knowledge/load.ts'
import type { ProductStore } from '../../src/ports/commerce.ts'
import type { LiveKnowledge, Publisher } from '../../src/ports/world.ts'

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

/**
 * Serves the test shop; `change` makes another shop of it for one test; what is pushed to `products` is laid over it. What is written into
 * `folder` is taken up in name only: another version of the same knowledge.
 */
export async function serveTestShop(
  change: (knowledge: KnowledgeBase) => KnowledgeBase = (knowledge) => knowledge,
  products: Pick<ProductStore, 'list'> = { list: async () => [] },
  folder = TEST_SHOP,
): Promise<LiveKnowledge & { takeUp(): Promise<void>; stop(): Promise<void>; tell(publisher: Publisher): void }> {
  const { brain, knowledge, model } = await prepareTestShop()
  const changed = { ...brain, knowledge: change(brain.knowledge) }
  const overlay = startOverlay({ brain: changed, knowledge: change(knowledge), model }, products)
  let publisher: Publisher | undefined
  let version: string | undefined
  const current = () => {
    const served = overlay.brain()
    return version === undefined ? served : { ...served, knowledge: { ...served.knowledge, version } }
  }
  return {
    current,
    takeUp: async () => {
      version = (await readFiles(folder)).version
    },
    report: () => ({ loadedAt: 0, problems: [], warnings: [], tests: { total: 0, failed: [] } }),
    written: () => change(knowledge),
    refreshProducts: async () => {
      if (await overlay.refresh()) publisher?.publish({ type: 'knowledge.changed' })
    },
    stop: async () => undefined,
    tell: (to) => {
      publisher = to
    },
  }
}
