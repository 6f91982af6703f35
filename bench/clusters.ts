import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parseLabelled } from '../src/domain/evaluation/parse-labelled.ts'
import { loadKnowledge } from '../src/knowledge/load.ts'
import { ALIKE, groupUtterances, type Weighed } from '../src/understanding/clusters/group-utterances.ts'
import type { Lexicon } from '../src/understanding/features/concepts.ts'
import { toLexicon } from '../src/understanding/features/concepts.ts'
import { normalise } from '../src/understanding/text/normalise.ts'
import { trainModel } from '../src/understanding/train-model.ts'
import { toTrainingSource } from '../src/understanding/training-source.ts'
import { createReader, decideText } from '../src/understanding/verdict.ts'

/**
 * How well questions that 小二 does not know are grouped: `npx tsx bench/clusters.ts --data DIR`. Of the demo shop every third intent is
 * hidden from training, and its examples come as questions; of the data sets the test messages come, with nothing learnt at all.
 */
interface Trial {
  readonly name: string
  readonly utterances: readonly Weighed[]
  readonly labels: readonly string[]
  readonly lexicon: Lexicon | undefined
}

/** B-cubed precision and recall, purity, and the share of questions in groups of three and more. */
function judge(groups: readonly (readonly number[])[], labels: readonly string[]) {
  const sizes = countBy(labels)
  let pure = 0
  let precision = 0
  let recall = 0
  let grouped = 0
  for (const group of groups) {
    const counts = countBy(group.map((at) => labels[at] ?? ''))
    pure += Math.max(...counts.values())
    if (group.length >= 3) grouped += group.length
    for (const [label, count] of counts) {
      precision += (count * count) / group.length
      recall += (count * count) / (sizes.get(label) ?? 1)
    }
  }
  const [p, r] = [precision / labels.length, recall / labels.length]
  const figures = { purity: pure / labels.length, b3: (2 * p * r) / (p + r), p, r, grouped: grouped / labels.length }
  return { groups: groups.length, ...figures }
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

async function hideIntents(): Promise<Trial> {
  const loaded = await loadKnowledge('intents')
  if (!loaded.ok) throw new Error('The knowledge in intents/ has mistakes.')
  const source = toTrainingSource(loaded.knowledge)
  const hidden = source.intents.filter((_, at) => at % 3 === 0)
  const reader = createReader(trainModel({ ...source, intents: source.intents.filter((one) => !hidden.includes(one)) }))
  // Owners write no wording twice; shoppers do. A third of the examples is about as many as are asked in a month.
  const asked = hidden.flatMap(({ id, examples }) =>
    examples.filter((_, at) => at % 3 === 0).map((text) => ({ id, text })),
  )
  return {
    name: 'shop, hidden',
    labels: asked.map(({ id }) => id),
    utterances: asked.map(({ text }) => ({ text, candidates: decideText(reader, normalise(text)).candidates })),
    lexicon: toLexicon(source.synonyms),
  }
}

function readSet(folder: string, name: string): Trial {
  const rows = parseLabelled(readFileSync(join(folder, name, 'test.tsv'), 'utf8'))
  return {
    name,
    labels: rows.map(({ intent }) => intent),
    utterances: rows.map(({ utterance }) => ({ text: utterance, candidates: [] })),
    lexicon: undefined,
  }
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, alike: { type: 'string', default: String(ALIKE) } },
})
const folder = values.data === undefined ? undefined : resolve(values.data)
const sets =
  folder === undefined
    ? []
    : ['smp2017', 'xsid_zh', 'bitext', 'hwu64', 'banking77'].map((name) => readSet(folder, name))
for (const trial of [await hideIntents(), ...sets]) {
  for (const alike of values.alike.split(',').map(Number)) {
    const begun = performance.now()
    const figures = judge(groupUtterances(trial, alike), trial.labels)
    const told = Object.entries(figures).map(
      ([name, value]) => `${name} ${name === 'groups' ? value : value.toFixed(2)}`,
    )
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    console.log(
      `${trial.name.padEnd(14)}${String(trial.labels.length).padStart(5)}  ${alike}  ${told.join('  ')}  ${seconds} s`,
    )
  }
}
