import { type Contestant, start, withModels } from './contestants.ts'
import type { Measure, Readings } from './measures/measure.ts'
import { pinGenerator, readMachineCpu } from './processes.ts'

/** What was read of one server in one round, and what everybody else on the machine spent meanwhile, in % of a core. */
export interface Reading {
  readonly server: string
  readonly round: number
  readonly readings: Readings
  readonly others: number
}

/** Interleaved rounds, in the other order every other time, so that the neighbours' noise falls on all. */
export function measureInRounds(
  measure: Measure,
  { names, rounds }: { names: readonly string[]; rounds: number },
): Promise<readonly Reading[]> {
  pinGenerator()
  return withModels(async (models) => {
    const kept = new Map<string, Contestant>()
    const all: Reading[] = []
    try {
      if (!measure.fresh) for (const name of names) kept.set(name, await start(name, models))
      for (let round = 1; round <= rounds; round += 1) {
        for (const name of round % 2 === 1 ? names : names.toReversed()) {
          const server = kept.get(name) ?? (await start(name, models))
          if (measure.fresh) kept.set(name, server)
          const { readings, others } = await takeWithNeighbours(measure, server)
          all.push({ server: name, round, readings, others })
          console.log(round, name, toLine(measure, readings), `(others ${others.toFixed(0)} % of a core)`)
          if (measure.fresh) {
            kept.delete(name)
            await server.stop()
          }
        }
      }
    } finally {
      for (const server of kept.values()) await server.stop()
    }
    return all
  })
}

async function takeWithNeighbours(
  measure: Measure,
  server: Contestant,
): Promise<{ readings: Readings; others: number }> {
  const own = () => server.cpu() + process.cpuUsage().user + process.cpuUsage().system
  const [began, machine, ours] = [performance.now(), readMachineCpu(), own()]
  const readings = await measure.take(server)
  const others = readMachineCpu() - machine - (own() - ours)
  return { readings, others: Math.max(0, others / 10 / (performance.now() - began)) }
}

function toLine({ columns }: Measure, readings: Readings): string {
  return columns.map(({ key, label, digits }) => `${label} ${(readings[key] ?? Number.NaN).toFixed(digits)}`).join(', ')
}
