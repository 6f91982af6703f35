import { NlpManager } from 'node-nlp'
import type { LabelledRow } from '../../../src/domain/evaluation/parse-labelled.ts'
import type { Language } from '../load-set.ts'
import { createLabels } from './labels.ts'
import { toGuess } from './nlpjs.ts'
import type { Match } from './peer.ts'

/** nlp.js as most projects use it: the manager, which also looks for entities and a sentiment. */
export async function trainNodeNlp(rows: readonly LabelledRow[], language: Language): Promise<Match> {
  const labels = createLabels(rows)
  const manager = new NlpManager({
    languages: [language],
    nlu: { log: false, useNoneFeature: true },
    autoSave: false,
    autoLoad: false,
    forceNER: false,
  })
  for (const { utterance, intent } of rows) manager.addDocument(language, utterance, labels.toLabel(intent))
  await manager.train()
  return async (text) => toGuess(await manager.process(language, text), labels)
}
