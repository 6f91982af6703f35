import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Contestant, start } from './contestants.ts'
import type { Measure, Readings } from './measures/measure.ts'
import { pinGenerator, readMachineCpu } from './processes.ts'

/** What was read of one server in one round. */
export interface Reading {
  readonly server: string
  readonly round: number
  readonly readings: Readings
  /** CPU that the generator spent meanwhile, in % of a core: near 100 it is the generator that is measured. */
  readonly generator: number
  /** The same of everybody else on the machine, a database included. */
  readonly others: number
}

/** Interleaved rounds, in the other order every other time, so that the neighbours' noise falls on all. */
export async function measureInRounds(
  measure: Measure,
  { names, rounds }: { names: readonly string[]; rounds: number },
): Promise<readonly Reading[]> {
  pinGenerator()
  await using servers = await openServers()
  if (!measure.fresh) for (const name of names) await servers.get(name)
  const all: Reading[] = []
  for (let round = 1; round <= rounds; round += 1) {
    for (const name of round % 2 === 1 ? names : names.toReversed()) {
      const reading = await read(measure, await servers.get(name), round)
      all.push(reading)
      console.log(toLine(measure, reading))
      if (measure.fresh) await servers.stop(name)
    }
  }
  return all
}

/** The servers that run. However the run ends they end with it, and the databases that were made for them. */
async function openServers() {
  // What one has learnt serves the next, so that the rounds begin soon; the next run may be of other code.
  const models = await mkdtemp(join(tmpdir(), 'xiaoer-bench-models-'))
  const running = new Map<string, Contestant>()
  const stop = async (name: string) => {
    const server = running.get(name)
    running.delete(name)
    await server?.stop()
  }
  const stopAll = async () => {
    for (const name of running.keys()) await stop(name)
    await rm(models, { recursive: true, force: true })
  }
  const leave = () => void stopAll().finally(() => process.exit(130))
  process.once('SIGINT', leave).once('SIGTERM', leave)

  return {
    get: async (name: string): Promise<Contestant> => {
      const server = running.get(name) ?? (await start(name, models))
      running.set(name, server)
      return server
    },
    stop,
    [Symbol.asyncDispose]: async () => {
      process.off('SIGINT', leave).off('SIGTERM', leave)
      await stopAll()
    },
  }
}

async function read(measure: Measure, server: Contestant, round: number): Promise<Reading> {
  const generator = () => process.cpuUsage().user + process.cpuUsage().system
  const others = () => readMachineCpu() - generator() - server.cpu()
  const [began, generatorBefore, othersBefore] = [performance.now(), generator(), others()]
  const readings = await measure.take(server)
  const toShare = (micros: number) => Math.max(0, micros / 10 / (performance.now() - began))
  return {
    server: server.name,
    round,
    readings,
    generator: toShare(generator() - generatorBefore),
    others: toShare(others() - othersBefore),
  }
}

function toLine({ columns }: Measure, { server, round, readings, generator, others }: Reading): string {
  const cells = columns.map(({ key, label, digits }) => `${label} ${(readings[key] ?? Number.NaN).toFixed(digits)}`)
  return `${round} ${server} ${cells.join(', ')} (of a core: generator ${generator.toFixed(0)} %, others ${others.toFixed(0)} %)`
}
