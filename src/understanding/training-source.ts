import type { IntentId } from '../domain/ids.ts'
import type { KnowledgeBase } from '../domain/knowledge.ts'
import { textsOf } from '../domain/localized-text.ts'

/** All that the matcher learns from. */
export interface TrainingSource {
  readonly intents: readonly {
    readonly id: IntentId
    readonly titles: readonly string[]
    readonly examples: readonly string[]
    readonly not: readonly string[]
  }[]
  readonly outOfScope: readonly string[]
  readonly synonyms: KnowledgeBase['synonyms']
}

/** The part of a knowledge base that teaches the matcher; titles in every language are examples too. */
export function toTrainingSource(knowledge: KnowledgeBase): TrainingSource {
  return {
    intents: [...knowledge.intents.values()].map(({ id, title, examples, not }) => ({
      id,
      titles: textsOf(title),
      examples,
      not,
    })),
    outOfScope: knowledge.outOfScope,
    synonyms: knowledge.synonyms,
  }
}
