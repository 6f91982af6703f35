import type pg from 'pg'
import type { Log } from '../ports/world.ts'
import type { LaneGuard } from './lanes.ts'

/** Between two looks at a lane that another node is in. */
const LOOK_MILLISECONDS = 25
/** No turn takes so long; a node that hangs with its connection open must not stop a conversation for ever. */
const PATIENCE_MILLISECONDS = 10_000
/** PostgreSQL answers these statements at once, or is not there. */
const ANSWER_MILLISECONDS = 3000

type Client = Pick<pg.Client, 'query' | 'connect' | 'end' | 'on'>

interface Waiting {
  readonly key: string
  readonly since: number
  readonly enter: (held: number | undefined) => void
}

/**
 * One node at a time in a lane: PostgreSQL's advisory locks, on one connection of their own, asked for many at once. They go with
 * the connection, so that a dead node holds none. They keep turns apart; that nothing is doubled is held by keys and statements of
 * the rows themselves, so where the locks cannot be had, work goes on without.
 */
export function createLaneLocks(url: string, log: Log): LaneGuard & { close(): Promise<void> } {
  let waiting: Waiting[] = []
  let leaving: string[] = []
  let client: Promise<Client> | undefined
  /** Counts connections: what an earlier one held is gone with it. */
  let generation = 0
  let busy = false
  /** Somebody has come since the last look. */
  let fresh = false
  let timer: NodeJS.Timeout | undefined

  const connect = async (): Promise<Client> => {
    const { default: postgres } = await import('pg')
    const made = new postgres.Client({
      connectionString: url,
      connectionTimeoutMillis: ANSWER_MILLISECONDS,
      query_timeout: ANSWER_MILLISECONDS,
      keepAlive: true,
    })
    generation += 1
    leaving = []
    const mine = generation
    const lose = () => {
      if (generation === mine) drop()
    }
    made.on('error', lose)
    made.on('end', lose)
    await made.connect()
    return made
  }
  const drop = () => {
    const gone = client
    client = undefined
    generation += 1
    gone?.then((one) => one.end()).catch(() => undefined)
  }

  /** Leaves and enters lanes in one statement each; what another node holds is looked at again. */
  const work = async () => {
    client ??= connect()
    const connection = await client
    const mine = generation
    const left = leaving
    leaving = []
    if (left.length > 0) {
      await connection.query('select pg_advisory_unlock(hashtextextended(k, 0)) from unnest($1::text[]) k', [left])
    }
    const asked = waiting
    fresh = false
    if (asked.length === 0) return
    const { rows } = await connection.query<{ held: boolean }>(
      'select pg_try_advisory_lock(hashtextextended(k, 0)) held from unnest($1::text[]) with ordinality t(k, n) order by n',
      [asked.map(({ key }) => key)],
    )
    const held = new Set(asked.filter((_, at) => rows[at]?.held))
    waiting = waiting.filter((one) => !held.has(one))
    for (const one of held) one.enter(mine)
  }

  const giveUp = (isLate: (one: Waiting) => boolean, why: object) => {
    const late = waiting.filter(isLate)
    if (late.length === 0) return
    waiting = waiting.filter((one) => !late.includes(one))
    log.warn({ lanes: late.length, ...why }, 'lanes are entered although another node may be in them')
    for (const one of late) one.enter(undefined)
  }

  const run = async () => {
    busy = true
    try {
      await work()
    } catch (error) {
      drop()
      fresh = false
      giveUp(() => true, { error })
    }
    giveUp(({ since }) => performance.now() - since > PATIENCE_MILLISECONDS, {})
    busy = false
    if (leaving.length > 0 || fresh) ask()
    else if (waiting.length > 0) timer ??= setTimeout(ask, LOOK_MILLISECONDS)
  }
  /** All that is asked for in one turn of the event loop goes together. */
  let asked = false
  const ask = () => {
    clearTimeout(timer)
    timer = undefined
    if (busy || asked) return
    asked = true
    setImmediate(() => {
      asked = false
      void run()
    })
  }

  return {
    enter: async (key) => {
      const held = await new Promise<number | undefined>((enter) => {
        waiting.push({ key, since: performance.now(), enter })
        fresh = true
        ask()
      })
      return () => {
        if (held === undefined || held !== generation) return
        leaving.push(key)
        ask()
      }
    },
    close: async () => {
      clearTimeout(timer)
      const open = await client?.catch(() => undefined)
      await open?.end()
    },
  }
}
