import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import type { KnowledgeBase, Problem } from '../domain/knowledge.ts'
import type { ReplayedQuestion } from '../domain/replay.ts'
import { createTrainer } from '../understanding/trainer.ts'
import { prepareFromCache } from './kept-preparation.ts'
import { prepareKnowledge } from './live-knowledge.ts'
import { openStorage } from './open-storage.ts'
import { type ReplayRequest, replayConversations } from './replay.ts'

export type ReplayResult =
  | { readonly ok: true; readonly questions: readonly ReplayedQuestion[]; readonly knowledge: KnowledgeBase }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** `replayConversations` for two folders, beside a running server or without one; `knowledge` is the draft's. */
export async function replayFolders(
  config: Config,
  { live, draft, ...request }: { live: string; draft: string } & Pick<ReplayRequest, 'last' | 'onProgress'>,
): Promise<ReplayResult> {
  const models = join(config.dataDir, 'models')
  const trainer = createTrainer(models)
  const now = await prepareFromCache(live, trainer, models)
  if (!now.ok) return now
  // As a server would learn it: an edit changes what it is about and no more.
  const next = await prepareKnowledge(draft, trainer, { previous: now.model })
  if (!next.ok) return next

  const { storage } = await openStorage(config, { shared: true })
  try {
    const questions = await replayConversations(config, { ...request, live: now, draft: next, storage })
    return { ok: true, questions, knowledge: next.knowledge }
  } finally {
    await storage.close()
  }
}
