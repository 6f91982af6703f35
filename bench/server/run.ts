import { parseArgs } from 'node:util'
import { type Contestant, pinGenerator, start } from './contestants.ts'
import { closedLoop, type Figures, openLoop } from './load.ts'

/**
 * The whole path of a message against servers that do less, in interleaved rounds on this machine:
 * `npm run build`, then `npx tsx bench/server/run.ts [--clients 100] [--rounds 5] [--seconds 3] [--rate 500] [--repeats 0.5] bare reference xiaoer`.
 * `--repeats` says how many of the questions are asked in the same words by others too. With `--rate` messages come at that pace, else as fast as they are answered. Read the ratios: rates belong to the machine and its neighbours.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    clients: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    rate: { type: 'string' },
    repeats: { type: 'string', default: '0' },
  },
})
const [clients, rounds, seconds] = [values.clients, values.rounds, values.seconds].map(Number) as [
  number,
  number,
  number,
]
const names = positionals.length > 0 ? positionals : ['bare', 'reference', 'xiaoer']

function measure(server: Contestant): Promise<Figures> {
  const repeats = Number(values.repeats)
  if (values.rate === undefined) return closedLoop(server, { clients, seconds, repeats })
  return openLoop(server, { clients, perSecond: Number(values.rate), seconds, repeats })
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

/** The paired ratios to the first: both of one round, so that the neighbours' noise falls on both. */
function toRow(name: string, all: ReadonlyMap<string, readonly Figures[]>) {
  const own = all.get(name) ?? []
  const floor = all.get(names[0] ?? '') ?? []
  const ratio = (of: (figures: Figures) => number) => {
    const ratios = own.map((one, round) => of(one) / of(floor[round] ?? one))
    return `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`
  }
  const plain = (of: (figures: Figures) => number, digits = 0) => median(own.map(of)).toFixed(digits)
  return {
    server: name,
    'rate/s': plain(({ rate }) => rate),
    'CPU µs': plain(({ cpu }) => cpu),
    'p50 ms': plain(({ p50 }) => p50, 1),
    'p99 ms': plain(({ p99 }) => p99, 1),
    rate: ratio(({ rate }) => rate),
    CPU: ratio(({ cpu }) => cpu),
    p50: ratio(({ p50 }) => p50),
    p99: ratio(({ p99 }) => p99),
  }
}

pinGenerator()
const servers: Contestant[] = []
for (const name of names) servers.push(await start(name))
const figures = new Map<string, Figures[]>(names.map((name) => [name, []]))
for (let round = 0; round < rounds; round += 1) {
  for (const server of round % 2 === 0 ? servers : servers.toReversed()) {
    const measured = await measure(server)
    figures.get(server.name)?.push(measured)
    console.log(round + 1, server.name, `${measured.rate.toFixed(0)}/s`, `${measured.cpu.toFixed(0)} µs`)
  }
}
console.table(names.map((name) => toRow(name, figures)))
for (const server of servers) await server.stop()
