import { getFastTextClass, getFastTextModule } from 'fasttext.wasm.js'
import type { LabelledRow } from '../../../src/domain/evaluation/parse-labelled.ts'
import type { Language } from '../load-set.ts'
import { toCharacters, toWords } from '../tokens.ts'
import { createLabels } from './labels.ts'
import type { Guess, Match } from './peer.ts'

/** Chosen on validation parts (smp2017, banking77, clinc150_small, hwu64). The library's own defaults are far worse. */
const OPTIONS = { loss: 'softmax', dim: 100, wordNgrams: 2, epoch: 100, bucket: 200_000, minCount: 1, verbose: 0 }
const CHINESE = { ...OPTIONS, lr: 0.5, minn: 0, maxn: 0 }
const ENGLISH = { ...OPTIONS, lr: 1, minn: 3, maxn: 5 }

/** fastText in WebAssembly; the package is made for identifying languages but hands out the whole library. */
export async function trainFastText(rows: readonly LabelledRow[], language: Language): Promise<Match> {
  const labels = createLabels(rows)
  const toLine = (text: string) => (language === 'zh' ? toCharacters(text) : toWords(text)).join(' ')
  const lines = rows.map(({ utterance, intent }) => `__label__${labels.toLabel(intent)} ${toLine(utterance)}\n`)
  const url = URL.createObjectURL(new Blob(lines))
  const FastText = await getFastTextClass({ getFastTextModule })
  // Without a function to report to it throws.
  const model = await new FastText().trainSupervised(url, language === 'zh' ? CHINESE : ENGLISH, () => undefined)

  return (text): Guess => {
    const found = model.predict(`${toLine(text)}\n`, 5, 0)
    const guesses = Array.from({ length: found.size() }, (_, at) => found.get(at))
    found.delete()
    return {
      ranked: guesses.map(([, label]) => labels.toIntent(label.slice('__label__'.length))),
      confidence: guesses[0]?.[0] ?? 0,
    }
  }
}
