import { setTimeout as pause } from 'node:timers/promises'
import type { DomainEvent } from '../domain/events.ts'
import type { Log } from '../ports/world.ts'
import { createHearing, type Heard } from './hearing.ts'
import { isReady, openRedis, type Redis } from './redis.ts'

/** What Redis keeps: some ten seconds of a very busy shop. Whoever was away for longer catches up from the database. */
const KEPT_IN_REDIS = 20_000
/** What a node keeps for Redis while that is away. */
const KEPT_HERE = 5000
const AT_ONCE = 200
const BLOCK_MILLISECONDS = 2000
const HELLO_MILLISECONDS = 3000
const RETRY_MILLISECONDS = 200
const GOODBYE_MILLISECONDS = 500

export interface EventStream {
  /** Hands an event on to all other nodes. Never waits and never fails. */
  pass(event: DomainEvent): void
  /** From now on, `listener` hears what other nodes pass, in the order of each. */
  start(listener: StreamListener): Promise<void>
  close(): Promise<void>
}

export interface StreamListener {
  hear(event: DomainEvent, node: string): void
  /** Something that other nodes had passed is not to be had any more. */
  missed(): void
}

/**
 * Every event as one entry of one Redis stream. Each node numbers its own; a number that is left out, and the hello that each node
 * says every few seconds with its last number, show what was lost.
 */
export function createEventStream(world: {
  readonly url: string
  /** The stream's name: other shops may use the same Redis. */
  readonly key: string
  readonly node: string
  readonly log: Log
}): EventStream & { readonly redis: Redis } {
  const { url, key, log } = world
  const writer = openRedis(url, log, 'events out')
  const teller = createTeller(writer, world)
  writer.on('ready', teller.hello)
  const hellos = setInterval(teller.hello, HELLO_MILLISECONDS)
  hellos.unref()
  let reader: ReturnType<typeof startReading> | undefined

  return {
    redis: writer,
    pass: teller.pass,
    start: async (listener) => {
      reader = startReading(openRedis(url, log, 'events in'), key, { ...listener, node: world.node, log })
      await reader.placed
    },
    close: async () => {
      clearInterval(hellos)
      reader?.stop()
      await Promise.race([teller.told(), pause(GOODBYE_MILLISECONDS)])
      teller.stop()
      writer.destroy()
    },
  }
}

interface Numbered {
  readonly n: number
  readonly event: DomainEvent
}

function createTeller(writer: Redis, { key, node }: { readonly key: string; readonly node: string }) {
  let kept: readonly Numbered[] = []
  let next = 1
  let helloDue = false
  let stopped = false
  let telling: Promise<void> | undefined

  const write = (n: number, event?: DomainEvent) =>
    writer.xAdd(
      key,
      '*',
      { node, n: String(n), ...(event && { event: JSON.stringify(event) }) },
      { TRIM: { strategy: 'MAXLEN', strategyModifier: '~', threshold: KEPT_IN_REDIS } },
    )
  const turn = async () => {
    if (helloDue) {
      helloDue = false
      await write((kept[0]?.n ?? next) - 1)
    }
    const batch = kept.slice(0, AT_ONCE)
    // One connection answers in order: what was not written ends the batch, and is written again. A number that came before is not heard twice.
    await Promise.all(batch.map(({ n, event }) => write(n, event)))
    const last = batch.at(-1)?.n ?? 0
    kept = kept.filter(({ n }) => n > last)
  }
  const tell = async () => {
    while (!stopped && (helloDue || kept.length > 0)) {
      try {
        await turn()
      } catch {
        // `openRedis` logs why.
        await pause(RETRY_MILLISECONDS)
      }
    }
    telling = undefined
  }
  const ask = () => {
    telling ??= tell()
  }
  return {
    pass: (event: DomainEvent) => {
      // More than Redis could take back at once: the numbers left out tell the others to look into the database.
      if (kept.length >= KEPT_HERE) kept = []
      kept = [...kept, { n: next, event }]
      next += 1
      ask()
    },
    hello: () => {
      helloDue = true
      ask()
    },
    told: async () => telling,
    stop: () => {
      stopped = true
    },
  }
}

function startReading(
  client: Redis,
  key: string,
  { hear, missed, node, log }: StreamListener & { readonly node: string; readonly log: Log },
) {
  const hearing = createHearing(node)
  let stopped = false
  let position: string | undefined
  let placed: (() => void) | undefined
  const whenPlaced = new Promise<void>((resolve) => {
    placed = resolve
  })

  const lastId = async () => (await client.xRevRange(key, '+', '-', { COUNT: 1 }))?.[0]?.id ?? '0-0'
  // Where Redis has come back with less than was read already, all that it has is new.
  let lookBack = false
  client.on('ready', () => {
    lookBack = position !== undefined
  })
  const read = async (from: string): Promise<string> => {
    if (lookBack) {
      lookBack = false
      if (isBefore(await lastId(), from)) return '0-0'
    }
    const found = await client.xRead({ key, id: from }, { BLOCK: BLOCK_MILLISECONDS, COUNT: AT_ONCE * 2 })
    let last = from
    for (const { id, message } of found?.[0]?.messages ?? []) {
      take(hearing(message as Record<string, string>))
      last = id
    }
    return last
  }
  const take = ({ event, from, hole }: Heard) => {
    if (hole) missed()
    if (event) hear(event, from)
  }
  const run = async () => {
    const inTime = await isReady(client)
    if (!inTime) placed?.()
    while (!stopped) {
      try {
        if (position === undefined) {
          position = await lastId()
          placed?.()
          // It listens since a while, and nobody knows what it should have heard.
          if (!inTime) missed()
        }
        position = await read(position)
      } catch (error) {
        if (!stopped && client.isReady) log.error({ error }, 'events of other nodes could not be read')
        await pause(RETRY_MILLISECONDS)
      }
    }
  }
  void run()
  return {
    placed: whenPlaced,
    stop: () => {
      stopped = true
      client.destroy()
    },
  }
}

/** Ids of entries are milliseconds and a count. */
function isBefore(a: string, b: string): boolean {
  const [aTime = 0, aCount = 0] = a.split('-').map(Number)
  const [bTime = 0, bCount = 0] = b.split('-').map(Number)
  return aTime < bTime || (aTime === bTime && aCount < bCount)
}
