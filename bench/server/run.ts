import { parseArgs } from 'node:util'
import { closedLoop } from './measures/closed-loop.ts'
import { idle } from './measures/idle.ts'
import type { Measure } from './measures/measure.ts'
import { openLoop } from './measures/open-loop.ts'
import { storm } from './measures/storm.ts'
import { toRows, toTable } from './report.ts'
import { publish } from './results.ts'
import { measureInRounds } from './rounds.ts'

/**
 * The whole path of a message against servers that do less, in interleaved rounds on this machine: `npm run build`, then
 * `npm run bench -- [--clients 100] [--rounds 5] [--seconds 3] [--repeats 0.5] [--rate 500 | --idle | --storm] [--publish] bare reference xiaoer …`.
 * `--repeats` says how many of the questions are asked in the same words by others too. With `--rate` questions come at that pace, else as fast
 * as they are answered; `--idle` asks nothing, `--storm` kills. Read the ratios: rates belong to the machine and its neighbours.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    clients: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    repeats: { type: 'string', default: '0' },
    rate: { type: 'string' },
    idle: { type: 'boolean', default: false },
    storm: { type: 'boolean', default: false },
    publish: { type: 'boolean', default: false },
  },
})

function chooseMeasure(): Measure {
  const clients = Number(values.clients)
  const seconds = Number(values.seconds)
  const repeats = Number(values.repeats)
  if (values.idle) return idle({ clients, seconds })
  if (values.storm) return storm({ clients })
  if (values.rate !== undefined) return openLoop({ clients, perSecond: Number(values.rate), seconds, repeats })
  return closedLoop({ clients, seconds, repeats })
}

const measure = chooseMeasure()
const names = positionals.length > 0 ? positionals : ['bare', 'reference', 'xiaoer']
const readings = await measureInRounds(measure, { names, rounds: Number(values.rounds) })
console.log(`\n${measure.title}\n\n${toTable(measure, toRows(measure, readings))}`)
if (values.publish)
  console.log(`\n${publish(measure, readings, `npm run bench -- ${process.argv.slice(2).join(' ')}`)}.{json,md}`)
