import { readFile, writeFile } from 'node:fs/promises'
import { verdictOf } from '../domain/decide-reply.ts'
import { type Thresholds, toProblemLine } from '../domain/knowledge.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { type Evaluation, evaluate } from '../understanding/evaluation/evaluate.ts'
import { type LabelledRow, OUT_OF_SCOPE, parseTsv } from '../understanding/evaluation/parse-tsv.ts'
import { trainMatcher } from '../understanding/train-matcher.ts'
import { type TrainingSource, toTrainingSource } from '../understanding/training-source.ts'

export interface EvaluationRequest {
  readonly file: string
  /** Learns from this TSV instead of the knowledge. */
  readonly train?: string | undefined
  readonly knowledge: string
  /** Where the wrong rows are written to. */
  readonly errors?: string | undefined
}

/** What shop.yaml has when it says nothing. */
const DEFAULT_THRESHOLDS: Thresholds = { answer: 0.55, clarify: 0.18, risky: 0.7, riskyIntents: [] }

/** Trains, runs every labelled message of a TSV through the matcher, and counts. */
export async function evaluateFile(request: EvaluationRequest): Promise<Evaluation> {
  const rows = await readRows(request.file)
  const { source, thresholds } =
    request.train === undefined ? await fromKnowledge(request) : await fromTsv(request.train)

  const since = performance.now()
  const understanding = await trainMatcher(source)
  const trainMs = performance.now() - since
  const wrong: string[] = ['utterance\tintent\tstyle\tfound\tconfidence\tverdict']
  const result = evaluate(understanding, rows, ({ candidates }) => verdictOf(candidates, thresholds), {
    trainMs,
    onRow: (row, { candidates: [best] }, verdict) => {
      const right = row.intent === OUT_OF_SCOPE ? verdict !== 'answer' : best?.intent === row.intent
      if (right) return
      const found = [best?.intent ?? OUT_OF_SCOPE, (best?.confidence ?? 0).toFixed(3), verdict]
      wrong.push([row.utterance, row.intent, row.style ?? '', ...found].join('\t'))
    },
  })
  if (request.errors !== undefined) await writeFile(request.errors, `${wrong.join('\n')}\n`)
  return result
}

async function readRows(file: string): Promise<readonly LabelledRow[]> {
  try {
    return parseTsv(await readFile(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function fromKnowledge(request: EvaluationRequest): Promise<{ source: TrainingSource; thresholds: Thresholds }> {
  const loaded = await loadKnowledge(request.knowledge)
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => toProblemLine(problem, 'zh')).join('\n'))
  return { source: toTrainingSource(loaded.knowledge), thresholds: loaded.knowledge.thresholds }
}

async function fromTsv(file: string): Promise<{ source: TrainingSource; thresholds: Thresholds }> {
  const byIntent = new Map<string, string[]>()
  for (const { utterance, intent } of await readRows(file)) {
    const examples = byIntent.get(intent)
    if (examples) examples.push(utterance)
    else byIntent.set(intent, [utterance])
  }
  const outOfScope = byIntent.get(OUT_OF_SCOPE) ?? []
  byIntent.delete(OUT_OF_SCOPE)
  const intents = [...byIntent].map(([id, examples]) => ({ id, titles: [], examples, not: [] }))
  return { source: { intents, outOfScope, synonyms: [] }, thresholds: DEFAULT_THRESHOLDS }
}
