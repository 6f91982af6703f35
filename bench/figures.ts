import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Deps } from '../src/actions/deps.ts'
import { countingRules, countSome } from '../src/actions/reports/count-facts.ts'
import { drillFigure } from '../src/actions/reports/drill-figure.ts'
import { listLostInquiries } from '../src/actions/reports/list-lost-inquiries.ts'
import { readFigures } from '../src/actions/reports/read-figures.ts'
import { readEndings, readFunnel, readHeat, readIntents, readReasons } from '../src/actions/reports/read-tables.ts'
import type { Agent } from '../src/domain/agent.ts'
import { FIGURE_DIMENSIONS } from '../src/domain/metrics/figure.ts'
import { openPostgres } from '../src/storage/postgres.ts'
import { type OpenedStorage, openSqlite } from '../src/storage/sqlite.ts'
import { makeYear } from './figures/make-year.ts'
import { talkAll } from './figures/talk-all.ts'

/**
 * What the figures of a busy year take: `npx tsx bench/figures.ts [--sessions 100000] [--talks 2000] [--postgres URL] [--publish]`.
 * A year is written straight into the facts, ten messages a conversation, and every report of it is read three times. Apart from
 * that, conversations are held message by message and counted from them. `--postgres` names an empty database.
 */
const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '100000' },
    talks: { type: 'string', default: '2000' },
    postgres: { type: 'string' },
    publish: { type: 'boolean', default: false },
  },
})
const OWNER: Agent = {
  id: 'olga',
  login: 'olga',
  name: 'Olga',
  role: 'owner',
  active: true,
  presence: 'online',
  createdAt: 0,
  groups: [],
}
const YEAR = { from: '2025-12-01', until: '2026-11-30' }
const NOW = Date.UTC(2026, 11, 1)
const ROUNDS = 3

function depsOf(storage: OpenedStorage['storage']): Deps {
  const shop = { timeZone: 'Asia/Shanghai', currency: 'CNY', language: 'zh' }
  const knowledge = { shop, desk: { promises: [], groups: [] } }
  return {
    storage,
    clock: { now: () => NOW },
    live: { current: () => ({ knowledge }) },
  } as unknown as Deps
}

interface Measured {
  readonly report: string
  readonly milliseconds: number
  /** What this process itself took of a processor: on a busy machine the rest is waiting. */
  readonly processor: number
  /** The longest that nothing else could run. */
  readonly held: number
}

async function measure(report: string, read: () => Promise<unknown>): Promise<Measured> {
  let [milliseconds, processor, held] = [Number.POSITIVE_INFINITY, 0, 0]
  for (let round = 0; round < ROUNDS; round += 1) {
    let [longest, last] = [0, performance.now()]
    const timer = setInterval(() => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }, 1)
    const [begun, usage] = [performance.now(), process.cpuUsage()]
    await read()
    const took = performance.now() - begun
    const { user, system } = process.cpuUsage(usage)
    clearInterval(timer)
    if (took < milliseconds) [milliseconds, processor, held] = [took, (user + system) / 1000, longest]
  }
  return { report, milliseconds: Math.round(milliseconds), processor: Math.round(processor), held: Math.round(held) }
}

async function readAll(deps: Deps): Promise<readonly Measured[]> {
  const all: Measured[] = []
  for (const area of ['bot', 'desk', 'quality', 'sales'] as const) {
    for (const by of FIGURE_DIMENSIONS) {
      all.push(await measure(`figures ${area} by ${by}`, () => readFigures(deps, OWNER, { ...YEAR, area, by })))
    }
  }
  const tables = { readIntents, readHeat, readEndings, readReasons, readFunnel }
  for (const [name, read] of Object.entries(tables)) all.push(await measure(name, () => read(deps, OWNER, YEAR)))
  const page = { ...YEAR, part: 'denominator', limit: 50 } as const
  all.push(await measure('drill', () => drillFigure(deps, OWNER, { ...page, figure: 'understanding' })))
  all.push(await measure('lost', () => listLostInquiries(deps, OWNER, { ...YEAR, limit: 50 })))
  return all
}

async function countTalks(opened: OpenedStorage, talks: number): Promise<{ messages: number; seconds: number }> {
  const messages = await talkAll(opened, talks)
  const deps = depsOf(opened.storage)
  const rules = await countingRules(deps)
  await opened.storage.facts.markAll()
  const begun = performance.now()
  while ((await countSome(deps, rules, 20)) > 0) await new Promise((resolve) => setImmediate(resolve))
  return { messages, seconds: (performance.now() - begun) / 1000 }
}

const folder = await mkdtemp(join(tmpdir(), 'xiaoer-figures-'))
const open = () =>
  values.postgres === undefined ? openSqlite(join(folder, 'figures.db')) : openPostgres(values.postgres)
const opened = await open()
try {
  const sessions = Number(values.sessions)
  console.log(`making a year of ${sessions} conversations …`)
  await makeYear(opened.storage, { sessions, from: YEAR.from })
  const measured = await readAll(depsOf(opened.storage))
  const counting = await countTalks(opened, Number(values.talks))
  const slowest = measured.toSorted((a, b) => b.milliseconds - a.milliseconds)
  for (const { report, milliseconds, processor, held } of slowest) {
    console.log(`${report}: ${milliseconds} ms, ${processor} ms of a processor, held up ${held} ms`)
  }
  const rate = Math.round(counting.messages / counting.seconds)
  console.log(`counted anew: ${counting.messages} messages in ${counting.seconds.toFixed(1)} s, ${rate} a second`)
  if (values.publish) {
    const day = new Date().toISOString().slice(0, 10)
    const engine = values.postgres === undefined ? 'sqlite' : 'postgres'
    const file = new URL(`results/figures-${engine}-${day}.json`, import.meta.url)
    const result = { day, engine, processor: cpus()[0]?.model, node: process.version, sessions, measured, counting }
    await writeFile(file, `${JSON.stringify(result, null, 2)}\n`)
  }
} finally {
  await opened.storage.close()
  await rm(folder, { recursive: true, force: true })
}
