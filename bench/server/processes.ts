import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { ROOT } from '../../src/config/config.ts'

/** Two cores: the servers on the first, who asks them on the second, so that neither waits for the other. */
const PINNED = spawnSync('taskset', ['-V']).status === 0

export function pinGenerator(): void {
  if (PINNED) spawnSync('taskset', ['-a', '-p', '-c', '1', String(process.pid)])
}

/** A server process, which can be started again on the same data. */
export interface Running {
  port(): number
  /** CPU time so far, user and system, in microseconds; also of those that it was before. */
  cpu(): number
  /** Resident memory in MB. */
  rss(): number
  /** `kill -9`. */
  crash(): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Runs node with this script and waits until it says its port. */
export async function run(
  name: string,
  script: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Running> {
  let before = 0
  let ended = false
  const launch = async () => {
    const [command = '', ...parameters] = [...(PINNED ? ['taskset', '-c', '0'] : []), process.execPath, ...script]
    const child = spawn(command, parameters, {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: '', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return { child, port: await readPort(child, name) }
  }
  let current = await launch()
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const { child } = current
    if (child.exitCode !== null || child.signalCode !== null) return
    before += readCpu(child)
    ended = true
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return {
    port: () => current.port,
    cpu: () => before + (ended ? 0 : readCpu(current.child)),
    rss: () => readRss(current.child),
    crash: () => end('SIGKILL'),
    restart: async () => {
      current = await launch()
      ended = false
    },
    stop: () => end('SIGTERM'),
  }
}

async function readPort(child: ChildProcess, name: string): Promise<number> {
  let printed = ''
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += String(chunk)
      const found = /(?:port |127\.0\.0\.1:)(\d+)/.exec(printed)?.[1]
      if (found) resolve(Number(found))
    })
    child.once('exit', () => reject(new Error(`${name} has ended before it served:\n${printed}`)))
  })
  child.stdout?.removeAllListeners('data').resume()
  return port
}

const TICK_MICROSECONDS = 1_000_000 / 100

function readCpu({ pid }: ChildProcess): number {
  const after = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? []
  return (Number(after[11]) + Number(after[12])) * TICK_MICROSECONDS
}

function readRss({ pid }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) / 1024
}

/** CPU time that the whole machine has spent so far, in microseconds. */
export function readMachineCpu(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] =
    /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'latin1'))?.[1]?.split(' ').map(Number) ?? []
  return (user + nice + system + irq + softirq + steal) * TICK_MICROSECONDS
}
