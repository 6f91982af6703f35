import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../src/config/config.ts'
import type { Measure } from './measures/measure.ts'
import { type Row, toRows, toTable } from './report.ts'
import type { Reading } from './rounds.ts'

/** What one day's runs have found: a later run of the same measure replaces the earlier. */
export interface Results {
  readonly date: string
  readonly node: string
  readonly cpu: string
  readonly cores: number
  readonly measures: Readonly<Record<string, Result>>
}

export interface Result {
  readonly title: string
  /** How it is run again. */
  readonly command: string
  /** What was measured, if it was built from it; `+` where files had changed since. */
  readonly commit: string
  readonly rows: readonly Row[]
  /** As Markdown. */
  readonly table: string
  readonly readings: readonly Reading[]
}

/** Writes `bench/results/server-<date>.json` and the same as tables; returns the path without its ending. */
export function publish(measure: Measure, readings: readonly Reading[], command: string): string {
  const date = new Date().toISOString().slice(0, 10)
  const path = join(ROOT, 'bench/results', `server-${date}`)
  const before = existsSync(`${path}.json`) ? loadResults(`${path}.json`).measures : {}
  const rows = toRows(measure, readings)
  const result: Result = {
    title: measure.title,
    command,
    commit: readCommit(),
    rows,
    table: toTable(measure, rows),
    readings,
  }
  const [{ model = 'unknown' } = {}, ...rest] = cpus()
  const results: Results = {
    date,
    node: process.version,
    cpu: model,
    cores: rest.length + 1,
    measures: { ...before, [measure.name]: result },
  }
  writeFileSync(`${path}.json`, `${JSON.stringify(results, toDigits, 2)}\n`)
  writeFileSync(`${path}.md`, toPage(results))
  return path
}

function readCommit(): string {
  const git = (...parameters: string[]) => spawnSync('git', parameters, { cwd: ROOT, encoding: 'utf8' }).stdout.trim()
  return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', 'src', 'intents') === '' ? '' : '+')
}

/** More digits than these are noise. */
function toDigits(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(5)) : value
}

export function loadResults(file: string): Results {
  return JSON.parse(readFileSync(file, 'utf8')) as Results
}

function toPage({ date, node, cpu, cores, measures }: Results): string {
  const head = `# The message path, side by side, ${date}

${cores} cores (${cpu}), Node ${node.slice(1)}. Medians of the rounds; ratios are of one round each, median (lowest–highest). What is measured and how to read it:
[docs/performance.md](../../docs/performance.md).
`
  const parts = Object.values(measures).map(({ title, command, commit, table, readings }) => {
    const rounds = Math.max(...readings.map(({ round }) => round))
    const others = readings.map((one) => one.others).toSorted((a, b) => a - b)
    const busy = others[Math.floor(others.length / 2)] ?? 0
    return `## ${title}

\`${command}\` at ${commit}, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}; all other processes took ${busy.toFixed(0)} % of a core meanwhile (median).

${table}
`
  })
  return [head, ...parts].join('\n')
}
