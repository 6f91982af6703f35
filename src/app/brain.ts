import type { KnowledgeBase } from '../domain/knowledge.ts'
import { textsOf } from '../domain/localized-text.ts'
import { applyRisk } from '../domain/thresholds.ts'
import { createRenderer } from '../knowledge/renderer.ts'
import type { Brain } from '../ports/world.ts'
import { createEntityReader } from '../understanding/entities/entity-reader.ts'
import { createMatcher } from '../understanding/matcher.ts'
import type { Model } from '../understanding/model.ts'

/** Puts knowledge and the model that was trained on it together. */
export function createBrain(knowledge: KnowledgeBase, model: Model): Brain {
  const products = [...knowledge.products.values()].map(({ id, name, aliases }) => ({
    id,
    names: [...textsOf(name), ...aliases],
  }))
  const understanding = createMatcher(model, createEntityReader(products), knowledge.shop.timeZone)
  const thresholds = applyRisk(knowledge.thresholds, understanding.answerAbove)
  return { knowledge: { ...knowledge, thresholds }, understanding, renderer: createRenderer(knowledge.shop.language) }
}
