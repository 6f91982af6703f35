import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../src/config/config.ts'
import { createDatabase } from '../../test/support/postgres-database.ts'
import type { DialectName } from './dialects.ts'
import { type Running, run } from './processes.ts'

/** A server that takes part, be it one process or several. */
export interface Contestant {
  readonly name: string
  readonly dialect: DialectName
  /** Where it listens; a visitor goes to one of them, and whoever comes back later may find other ports. */
  ports(): readonly number[]
  /** Microseconds and MB of all its processes; what a database of its own spends is not in it. */
  cpu(): number
  rss(): number
  /** `kill -9`, and again on the same data. */
  crash(): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
}

interface Entry {
  readonly script: readonly string[]
  readonly dialect: DialectName
  readonly environment?: Readonly<Record<string, string>>
  /** It keeps its data in a PostgreSQL database made for it. */
  readonly postgres?: boolean
  /** So many processes, which tell each other by Redis. */
  readonly nodes?: number
}

const AT_WILL = '1000000/1'
const OURS = {
  script: ['dist/main.js'],
  dialect: 'widget',
  environment: {
    PORT: '0',
    DEMO: 'false',
    LOG_LEVEL: 'silent',
    MESSAGE_RATE: AT_WILL,
    ADDRESS_RATE: AT_WILL,
    SHOP_RATE: AT_WILL,
    SESSION_RATE: AT_WILL,
    VISITOR_RATE: AT_WILL,
  },
} as const

const ours = (file: string, dialect: DialectName, environment = {}): Entry => ({
  script: ['--import', 'tsx', `bench/${file}`],
  dialect,
  environment,
})

/** What can take part, by name. Ours is the build (`npm run build`). */
export const ENTRIES: Readonly<Record<string, Entry>> = {
  bare: ours('bare-echo.ts', 'widget'),
  reference: ours('server/reference.ts', 'widget'),
  xiaoer: OURS,
  'xiaoer-postgres': { ...OURS, postgres: true },
  'xiaoer-1-node': { ...OURS, postgres: true, nodes: 1 },
  'xiaoer-2-nodes': { ...OURS, postgres: true, nodes: 2 },
  'xiaoer-3-nodes': { ...OURS, postgres: true, nodes: 3 },
  tutorial: ours('server/peers/tutorial.ts', 'tutorial', { JOURNAL: 'wal' }),
  'tutorial-as-published': ours('server/peers/tutorial.ts', 'tutorial'),
  'tutorial-node-nlp': ours('server/peers/tutorial.ts', 'tutorial', { JOURNAL: 'wal', BOT: 'node-nlp' }),
  feathers: ours('server/peers/feathers.ts', 'feathers'),
  botkit: ours('server/peers/botkit.ts', 'botkit'),
  'node-nlp': ours('server/peers/node-nlp.ts', 'widget'),
}

/** Starts one and waits until all of it serves. What it learns is kept in `models`. */
export async function start(name: string, models: string): Promise<Contestant> {
  const entry = ENTRIES[name]
  if (!entry) throw new Error(`no contestant is called ${name}: choose among ${Object.keys(ENTRIES).join(', ')}`)
  if (entry.script.some((part) => part.includes('/peers/')) && !existsSync(join(ROOT, 'bench/server/node_modules')))
    throw new Error(`${name} is not installed: npm --prefix bench/server ci`)

  const dataDir = await mkdtemp(join(tmpdir(), 'xiaoer-bench-'))
  await mkdir(join(dataDir, 'uploads'))
  await symlink(models, join(dataDir, 'models'))
  const database = entry.postgres ? await createDatabase() : undefined
  const environment = {
    ...entry.environment,
    DATA_DIR: dataDir,
    ...(database && { DATABASE_URL: database.url }),
    ...(entry.nodes && {
      REDIS_URL: process.env['TEST_REDIS_URL'] ?? '',
      XIAOER_SECRET: `a secret of the bench, ${dataDir}`,
    }),
  }
  const running: Running[] = []
  // One after the other: the first makes the tables and learns.
  for (let node = 0; node < (entry.nodes ?? 1); node += 1) running.push(await run(name, entry.script, environment))

  const sum = (of: (one: Running) => number) => running.reduce((total, one) => total + of(one), 0)
  const all = async (act: (one: Running) => Promise<void>) => {
    await Promise.all(running.map(act))
  }
  return {
    name,
    dialect: entry.dialect,
    ports: () => running.map((one) => one.port()),
    cpu: () => sum((one) => one.cpu()),
    rss: () => sum((one) => one.rss()),
    crash: () => all((one) => one.crash()),
    restart: () => all((one) => one.restart()),
    stop: async () => {
      await all((one) => one.stop())
      await database?.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
