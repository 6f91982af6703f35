import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Regime } from './load-set.ts'
import type { Figures } from './measure.ts'

/** One peer on one set in one regime. */
export interface Job {
  readonly set: string
  readonly regime: Regime
  readonly peer: string
}

export type Reached =
  | { readonly kind: 'done'; readonly trained: number; readonly figures: Figures }
  | { readonly kind: 'skipped' | 'failed' | 'timed out'; readonly reason: string }

export type Run = Job & Reached

export interface Results {
  readonly machine: { readonly date: string; readonly cores: number; readonly cpu: string; readonly node: string }
  readonly seconds: number
  readonly runs: readonly Run[]
}

export function isSameJob(one: Job, other: Job): boolean {
  return one.set === other.set && one.regime === other.regime && one.peer === other.peer
}

export function findFigures(runs: readonly Run[], job: Job): Figures | undefined {
  const run = runs.find((one) => isSameJob(one, job))
  return run?.kind === 'done' ? run.figures : undefined
}

/** The runs an earlier bench of the same day wrote down; none where there was none. */
export function loadRuns(file: string): readonly Run[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results).runs : []
}

/** Every figure as a multiple of ours. */
export interface Ratios {
  readonly accuracy: number
  readonly macroF1: number
  readonly auroc: number | undefined
  readonly rightAt80: number | undefined
  readonly rightAt90: number | undefined
  readonly refusedAt90Right: number | undefined
  readonly trainSeconds: number
  readonly latencyMean: number
  readonly latencyP50: number
  readonly latencyP99: number
  readonly rssMb: number
}

export function toRatios(figures: Figures, ours: Figures): Ratios {
  return {
    accuracy: figures.accuracy / ours.accuracy,
    macroF1: figures.macroF1 / ours.macroF1,
    auroc: divide(figures.auroc, ours.auroc),
    rightAt80: divide(figures.rightAt80, ours.rightAt80),
    rightAt90: divide(figures.rightAt90, ours.rightAt90),
    refusedAt90Right: divide(figures.refusedAt90Right, ours.refusedAt90Right),
    trainSeconds: figures.trainSeconds / ours.trainSeconds,
    latencyMean: figures.latencyUs.mean / ours.latencyUs.mean,
    latencyP50: figures.latencyUs.p50 / ours.latencyUs.p50,
    latencyP99: figures.latencyUs.p99 / ours.latencyUs.p99,
    rssMb: figures.rssMb / ours.rssMb,
  }
}

function divide(figure: number | undefined, ours: number | undefined): number | undefined {
  return figure === undefined || ours === undefined ? undefined : figure / ours
}

export function saveResults(file: string, results: Results): void {
  const runs = results.runs.map((run) => {
    const ours = findFigures(results.runs, { ...run, peer: 'ours' })
    return run.kind === 'done' && ours ? { ...run, ratios: toRatios(run.figures, ours) } : run
  })
  const rounded = (_key: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value)
  writeFileSync(file, `${JSON.stringify({ ...results, runs }, rounded, 2)}\n`)
}
