import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../src/config/config.ts'

/** A server that takes part. All of them speak Socket.IO over WebSocket. */
export interface Contestant {
  readonly name: string
  readonly port: number
  readonly namespace: string
  /** CPU time of the process so far, user and system, in microseconds. */
  cpu(): number
  /** Resident memory in MB. */
  rss(): number
  stop(): Promise<void>
}

interface Entry {
  readonly script: readonly string[]
  readonly namespace: string
  readonly environment?: NodeJS.ProcessEnv
}

const AT_WILL = '1000000/1'
const UNLIMITED = {
  MESSAGE_RATE: AT_WILL,
  ADDRESS_RATE: AT_WILL,
  SHOP_RATE: AT_WILL,
  SESSION_RATE: AT_WILL,
  VISITOR_RATE: AT_WILL,
}

/** What can take part, by name. Ours is the build (`npm run build`). */
export const ENTRIES: Readonly<Record<string, Entry>> = {
  bare: { script: ['--import', 'tsx', 'bench/bare-echo.ts'], namespace: '/widget' },
  reference: { script: ['--import', 'tsx', 'bench/server/reference.ts'], namespace: '/widget' },
  xiaoer: {
    script: ['dist/main.js'],
    namespace: '/widget',
    environment: { PORT: '0', DEMO: 'false', LOG_LEVEL: 'silent', ...UNLIMITED },
  },
}

/** Two cores: the servers on the first, who asks them on the second, so that neither waits for the other. */
const PINNED = spawnSync('taskset', ['-V']).status === 0

export function pinGenerator(): void {
  if (PINNED) spawnSync('taskset', ['-a', '-p', '-c', '1', String(process.pid)])
}

/** Starts one and waits until it says its port. */
export async function start(name: string): Promise<Contestant> {
  const entry = ENTRIES[name]
  if (!entry) throw new Error(`no contestant is called ${name}: choose among ${Object.keys(ENTRIES).join(', ')}`)

  const dataDir = await mkdtemp(join(tmpdir(), 'xiaoer-bench-'))
  const command = [...(PINNED ? ['taskset', '-c', '0'] : []), process.execPath, ...entry.script]
  const child = spawn(command[0] ?? '', command.slice(1), {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, ...entry.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return {
    name,
    port: await readPort(child, name),
    namespace: entry.namespace,
    cpu: () => readCpu(child),
    rss: () => readRss(child),
    stop: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function readPort(child: ChildProcess, name: string): Promise<number> {
  let printed = ''
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk)
    const port = /(?:port |127\.0\.0\.1:)(\d+)/.exec(printed)?.[1]
    if (port) return Number(port)
  }
  throw new Error(`${name} has ended before it served:\n${printed}`)
}

const TICK_MICROSECONDS = 1_000_000 / 100

function readCpu({ pid }: ChildProcess): number {
  const after = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? []
  return (Number(after[11]) + Number(after[12])) * TICK_MICROSECONDS
}

function readRss({ pid }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) / 1024
}
