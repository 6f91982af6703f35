import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js'
import LogisticRegressionClassifier from 'natural/lib/natural/classifiers/logistic_regression_classifier.js'
import type { LabelledRow } from '../../../src/domain/evaluation/parse-labelled.ts'
import type { Language } from '../load-set.ts'
import { toCharactersAndPairs, toStems } from '../tokens.ts'
import type { Match } from './peer.ts'

// Deep imports: the package's index loads database drivers and reads `.env`.

/** Chosen on validation parts; the library's 1 costs 24 points on smp2017. */
const SMOOTHING = 0.1

export function trainBayes(rows: readonly LabelledRow[], language: Language): Match {
  return trainClassifier(new BayesClassifier(undefined, SMOOTHING), rows, language)
}

export function trainLogisticRegression(rows: readonly LabelledRow[], language: Language): Match {
  return trainClassifier(new LogisticRegressionClassifier(), rows, language)
}

function trainClassifier(classifier: BayesClassifier, rows: readonly LabelledRow[], language: Language): Match {
  const tokenize = language === 'zh' ? toCharactersAndPairs : toStems
  for (const { utterance, intent } of rows) classifier.addDocument(tokenize(utterance), intent)
  classifier.train()
  return (text) => {
    const found = classifier.getClassifications(tokenize(text))
    // Bayes gives unnormalised likelihoods, which say more about the length of a message than about doubt.
    const sum = found.reduce((total, { value }) => total + value, 0)
    return {
      ranked: found.slice(0, 5).map(({ label }) => label),
      confidence: sum > 0 ? (found[0]?.value ?? 0) / sum : 0,
    }
  }
}
