import { parseArgs } from 'node:util'
import { REDIS_URL } from '../test/support/nodes.ts'
import { POSTGRES_URL } from '../test/support/postgres-database.ts'
import { closedLoop } from './server/measures/closed-loop.ts'
import type { Measure } from './server/measures/measure.ts'
import { toRows, toTable } from './server/report.ts'
import { publish } from './server/results.ts'
import { measureInRounds } from './server/rounds.ts'

/**
 * One node on SQLite and on PostgreSQL, then one, two and three nodes that tell each other by Redis, each visitor at the next node in turn:
 * `npm run build`, then `npx tsx bench/nodes.ts [--clients 100] [--rounds 5] [--seconds 3] [--publish]`, with TEST_POSTGRES_URL and TEST_REDIS_URL. All nodes
 * share one core, and PostgreSQL, Redis and the shoppers the other: what it shows is what hearing of each other costs, not what
 * more machines would do.
 */
const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    publish: { type: 'boolean', default: false },
  },
})
if (POSTGRES_URL === undefined || REDIS_URL === undefined)
  throw new Error('TEST_POSTGRES_URL and TEST_REDIS_URL say where the databases are that nodes share')

const clients = Number(values.clients)
const measure: Measure = {
  ...closedLoop({ clients, seconds: Number(values.seconds), repeats: 0 }),
  name: `nodes-${clients}`,
  title: `${clients} shoppers at one node and at several, all nodes on one core`,
}
const names = ['xiaoer', 'xiaoer-postgres', 'xiaoer-1-node', 'xiaoer-2-nodes', 'xiaoer-3-nodes']
const readings = await measureInRounds(measure, { names, rounds: Number(values.rounds) })
console.log(`\n${measure.title}\n\n${toTable(measure, toRows(measure, readings))}`)
if (values.publish)
  console.log(
    `\n${publish(measure, readings, ['npx tsx bench/nodes.ts', ...process.argv.slice(2)].join(' '))}.{json,md}`,
  )
