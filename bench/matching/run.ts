import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { listRegimes, listSets } from './load-set.ts'
import { PEERS } from './peers/peer.ts'
import { toReport } from './report.ts'
import { isSameJob, type Job, loadRuns, type Results, type Run, saveResults } from './results.ts'
import { runApart } from './run-apart.ts'

/**
 * Our matcher against its npm peers, on the same splits of the same machine: see README.md beside this file.
 * One run after the other, and what is measured is written down after each, so that a bench cut short is not lost.
 */
const RESULTS = resolve(import.meta.dirname, '..', 'results')

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    sets: { type: 'string' },
    peers: { type: 'string' },
    seconds: { type: 'string', default: '300' },
    missing: { type: 'boolean', default: false },
  },
})

function listJobs(folder: string): readonly Job[] {
  const sets = pick('sets', values.sets, listSets(folder))
  const peers = pick('peers', values.peers, Object.keys(PEERS))
  return sets.flatMap((set) =>
    listRegimes(folder, set).flatMap((regime) => peers.map((peer) => ({ set, regime, peer }))),
  )
}

function pick(option: string, wanted: string | undefined, known: readonly string[]): readonly string[] {
  if (wanted === undefined) return known
  const names = wanted.split(',')
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Error(`--${option}: ${unknown.join(', ')}; there are ${known.join(', ')}`)
  return names
}

function toLine(run: Run): string {
  const head = `${run.set} ${run.regime} ${run.peer}`.padEnd(44)
  if (run.kind !== 'done') return `${head}${run.kind}: ${run.reason}`
  const { accuracy, trainSeconds, latencyUs, rssMb } = run.figures
  return `${head}${(accuracy * 100).toFixed(1)} %  train ${trainSeconds.toFixed(2)} s  ${latencyUs.mean} us  ${rssMb.toFixed(0)} MB`
}

if (values.data === undefined) throw new Error('--data DIR: the folder that has one folder a data set')
const seconds = Number(values.seconds)
if (!(seconds > 0)) throw new Error('--seconds: a number above 0')

const folder = resolve(process.env['INIT_CWD'] ?? '.', values.data)
const date = new Date().toISOString().slice(0, 10)
const file = join(RESULTS, `matching-${date}`)
const machine = {
  date,
  cores: availableParallelism(),
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  node: process.version,
}

mkdirSync(RESULTS, { recursive: true })
let runs = loadRuns(`${file}.json`)
const jobs = listJobs(folder).filter((job) => !values.missing || !runs.some((run) => isSameJob(run, job)))
for (const [at, job] of jobs.entries()) {
  const run: Run = { ...job, ...(await runApart(folder, job, seconds)) }
  runs = [...runs.filter((one) => !isSameJob(one, job)), run]
  const results: Results = { machine, seconds, runs }
  saveResults(`${file}.json`, results)
  writeFileSync(`${file}.md`, toReport(results))
  console.log(`${at + 1}/${jobs.length} ${toLine(run)}`)
}
