import { containerBootstrap } from '@nlpjs/core'
import { LangEn } from '@nlpjs/lang-en'
import { LangZh } from '@nlpjs/lang-zh'
import { type Classified, NluNeural } from '@nlpjs/nlu'
import type { LabelledRow } from '../../../src/domain/evaluation/parse-labelled.ts'
import type { Language } from '../load-set.ts'
import { createLabels, type Labels } from './labels.ts'
import type { Guess, Match } from './peer.ts'

/** nlp.js, its classifier alone, with the segmenter and stemmer of its own language packages. */
export async function trainNlpjs(rows: readonly LabelledRow[], language: Language): Promise<Match> {
  const labels = createLabels(rows)
  const container = await containerBootstrap()
  container.use(language === 'zh' ? LangZh : LangEn)
  const nlu = new NluNeural({ locale: language, container, log: false, useNoneFeature: true }, container)
  await nlu.train(rows.map(({ utterance, intent }) => ({ utterance, intent: labels.toLabel(intent) })))
  return async (text) => toGuess(await nlu.process(text), labels)
}

/** Its own "None" is passed over: the best intent is compared, and a sure None shows as a low score of that one. */
export function toGuess({ classifications }: Classified, labels: Labels): Guess {
  const real = classifications.filter(({ intent }) => intent !== 'None')
  return {
    ranked: real.slice(0, 5).map(({ intent }) => labels.toIntent(intent)),
    confidence: real[0]?.score ?? 0,
  }
}
