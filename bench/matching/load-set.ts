import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LabelledRow, OUT_OF_SCOPE, parseLabelled } from '../../src/domain/evaluation/parse-labelled.ts'

export type Language = 'zh' | 'en'

/** How much of a set is learnt from, by the file it lies in. */
export const REGIMES = { full: 'train.tsv', '10-shot': 'train_10.tsv', '5-shot': 'train_5.tsv' } as const

export type Regime = keyof typeof REGIMES

export interface DataSet {
  readonly language: Language
  readonly train: readonly LabelledRow[]
  readonly test: readonly LabelledRow[]
  /** Messages that are none of the set's intents; empty where the set has none. */
  readonly outOfScope: readonly LabelledRow[]
  /** The test messages again, disturbed in one way each: `homo` → rows. Only of the full regime. */
  readonly noise: Readonly<Record<string, readonly LabelledRow[]>>
}

/** The sets that lie in a folder, those with little to learn from first. */
export function listSets(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, REGIMES.full)))
    .map(({ name }) => ({ name, rows: readRows(join(folder, name, REGIMES.full)).length }))
    .sort((a, b) => a.rows - b.rows)
    .map(({ name }) => name)
}

export function listRegimes(folder: string, set: string): readonly Regime[] {
  return (Object.keys(REGIMES) as Regime[]).filter((regime) => existsSync(join(folder, set, REGIMES[regime])))
}

export function loadSet(folder: string, set: string, regime: Regime): DataSet {
  const own = join(folder, set)
  const train = readRows(join(own, REGIMES[regime]))
  const oosFile = join(own, 'oos_test.tsv')
  const noises = readdirSync(own).flatMap((file) => /^noise_(\w+)\.tsv$/.exec(file)?.[1] ?? [])
  return {
    language: detectSetLanguage(train),
    train,
    test: readRows(join(own, 'test.tsv')),
    outOfScope: existsSync(oosFile) ? readRows(oosFile).map((row) => ({ ...row, intent: OUT_OF_SCOPE })) : [],
    noise:
      regime === 'full'
        ? Object.fromEntries(noises.sort().map((name) => [name, readRows(join(own, `noise_${name}.tsv`))]))
        : {},
  }
}

function readRows(file: string): readonly LabelledRow[] {
  return parseLabelled(readFileSync(file, 'utf8'))
}

function detectSetLanguage(rows: readonly LabelledRow[]): Language {
  const chinese = rows.filter(({ utterance }) => /\p{Script=Han}/u.test(utterance)).length
  return chinese > rows.length / 2 ? 'zh' : 'en'
}
