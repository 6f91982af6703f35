import { readFile, writeFile } from 'node:fs/promises'
import { verdictOf } from '../domain/decide-reply.ts'
import { isAsLabelled } from '../domain/evaluation/metrics.ts'
import { type LabelledRow, OUT_OF_SCOPE, parseLabelled } from '../domain/evaluation/parse-labelled.ts'
import { type Thresholds, toProblemLine } from '../domain/knowledge.ts'
import { applyRisk } from '../domain/thresholds.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { createEntityReader } from '../understanding/entities/entity-reader.ts'
import { type Evaluation, evaluate } from '../understanding/evaluation/evaluate.ts'
import { disturb, NOISES, type Noise } from '../understanding/evaluation/noise.ts'
import { toTsvSource } from '../understanding/evaluation/tsv-source.ts'
import { createMatcher } from '../understanding/matcher.ts'
import { trainModel } from '../understanding/train-model.ts'
import { type TrainingSource, toTrainingSource } from '../understanding/training-source.ts'

export interface EvaluationRequest {
  readonly file: string
  /** Learns from this TSV instead of the knowledge. */
  readonly train?: string | undefined
  readonly knowledge: string
  /** Where the wrong rows are written to. */
  readonly errors?: string | undefined
  /** Disturbs every message before it is read. */
  readonly noise?: Noise | undefined
  /** Overrides the shop's own: the share of wrong answers that is accepted. */
  readonly risk?: number | undefined
}

/** What is learnt, and when an answer is given. */
export interface Exam {
  readonly source: TrainingSource
  readonly thresholds: Thresholds
}

/** What shop.yaml has when it says nothing. */
const DEFAULT_THRESHOLDS: Thresholds = { answer: 0.55, clarify: 0.18, risky: 0.7, riskyIntents: [] }

/** Trains, runs every labelled message of a TSV through the matcher, and counts. */
export async function evaluateFile(request: EvaluationRequest): Promise<Evaluation> {
  const rows = disturb(await readRows(request.file), request.noise)
  const exam = await readExam(request)

  const since = process.cpuUsage()
  const understanding = createMatcher(trainModel(exam.source), createEntityReader([]), 'UTC')
  const { user, system } = process.cpuUsage(since)
  const thresholds = applyRisk(exam.thresholds, understanding.answerAbove)
  const wrong: string[] = ['utterance\tintent\tstyle\tfound\tconfidence\tverdict']
  const result = evaluate(understanding, rows, ({ candidates }) => verdictOf(candidates, thresholds), {
    trainMs: (user + system) / 1000,
    onRow: (row, { candidates }, verdict) => {
      const [best] = candidates
      if (isAsLabelled({ intent: row.intent, ranked: candidates.map(({ intent }) => intent), verdict })) return
      const found = [best?.intent ?? OUT_OF_SCOPE, (best?.confidence ?? 0).toFixed(3), verdict]
      wrong.push([row.utterance, row.intent, row.style ?? '', ...found].join('\t'))
    },
  })
  if (request.errors !== undefined) await writeFile(request.errors, `${wrong.join('\n')}\n`)
  return result
}

async function readRows(file: string): Promise<readonly LabelledRow[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file} cannot be read. Name a file of \`utterance<TAB>intent\` lines.`)
  })
  try {
    return parseLabelled(text)
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** From the TSV if one is named, else from the knowledge. */
export async function readExam({ train, knowledge, risk }: Omit<EvaluationRequest, 'file'>): Promise<Exam> {
  const own = risk === undefined ? {} : { risk }
  if (train !== undefined) {
    return { source: toTsvSource(await readRows(train)), thresholds: { ...DEFAULT_THRESHOLDS, ...own } }
  }
  const loaded = await loadKnowledge(knowledge)
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => toProblemLine(problem, 'zh')).join('\n'))
  return { source: toTrainingSource(loaded.knowledge), thresholds: { ...loaded.knowledge.thresholds, ...own } }
}

export { NOISES }
