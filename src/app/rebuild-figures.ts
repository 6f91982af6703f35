import { rebuildFacts } from '../actions/reports/rebuild-facts.ts'
import type { Config } from '../config/config.ts'
import { toProblemLine } from '../domain/knowledge.ts'
import type { Locale } from '../domain/localized-text.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { patiently } from './open-shop-data.ts'
import { openStorage } from './open-storage.ts'

/** Counts everything anew, beside a running server or without one. Returns how many conversations were counted. */
export async function rebuildFigures(
  config: Config,
  locale: Locale,
  onProgress: (share: number, counted: number) => void,
): Promise<number> {
  const loaded = await loadKnowledge(config.knowledgeDir)
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => toProblemLine(problem, locale)).join('\n'))

  const { storage } = await openStorage(config, { shared: true })
  const transaction = config.databaseUrl === undefined ? patiently(storage.transaction) : storage.transaction
  try {
    const deps = {
      storage: { ...storage, transaction },
      clock: { now: () => Date.now() },
      live: { current: () => ({ knowledge: loaded.knowledge }) },
    }
    return await rebuildFacts(deps, onProgress)
  } finally {
    await storage.close()
  }
}
