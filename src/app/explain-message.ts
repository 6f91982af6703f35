import { join } from 'node:path'
import { verdictOf } from '../domain/decide-reply.ts'
import { type Thresholds, toProblemLine } from '../domain/knowledge.ts'
import { textIn } from '../domain/localized-text.ts'
import type { Understood } from '../domain/understanding.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { createTrainer } from '../understanding/trainer.ts'
import { toTrainingSource } from '../understanding/training-source.ts'
import { createBrain } from './brain.ts'

/** How a shop understands a message, and what it would do. */
export interface MessageExplained {
  readonly understood: Understood
  readonly verdict: 'answer' | 'clarify' | 'none'
  readonly thresholds: Thresholds
  readonly titleOf: (intent: string) => string
}

export async function explainMessage(request: {
  readonly message: string
  readonly folder: string
  readonly dataDir: string
}): Promise<MessageExplained> {
  const loaded = await loadKnowledge(request.folder)
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => toProblemLine(problem, 'zh')).join('\n'))

  const model = await createTrainer(join(request.dataDir, 'models')).train(toTrainingSource(loaded.knowledge))
  const { knowledge, understanding } = createBrain(loaded.knowledge, model)
  const { language } = knowledge.shop
  const understood = understanding.understand({ text: request.message, locale: language, at: Date.now() })
  return {
    understood,
    verdict: verdictOf(understood.candidates, knowledge.thresholds),
    thresholds: knowledge.thresholds,
    titleOf: (intent) => textIn(knowledge.intents.get(intent)?.title ?? intent, language, language),
  }
}
