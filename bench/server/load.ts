import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../src/config/config.ts'
import type { Contestant } from './contestants.ts'
import { openRawClient, type RawClient } from './raw-client.ts'

/** Real questions of shoppers, in no order that a cache could gain by: no two of them are the same. */
const TEXTS = readFileSync(join(ROOT, 'bench/shoppers/dev.tsv'), 'utf8')
  .split('\n')
  .flatMap((line) => line.split('\t')[0] || [])

/** One who asks, and waits for the acknowledgement and for the answer. */
export interface Asker {
  /** Resolves once both have come. */
  ask(): Promise<void>
  close(): void
}

export async function openAsker({ port, namespace }: Contestant, number: number): Promise<Asker> {
  let answered = () => {}
  let at = number * 37
  const client: RawClient = await openRawClient({
    port,
    namespace,
    auth: { locale: 'zh' },
    onEvent: (event, payload) => {
      if (event !== 'message:created') return
      const { message } = payload as { message: { author: { kind: string } } }
      if (message.author.kind !== 'customer') answered()
    },
  })
  return {
    close: client.close,
    ask: () => {
      at += 1
      const text = TEXTS[at % TEXTS.length]
      const answer = new Promise<void>((resolve) => {
        answered = resolve
      })
      const acknowledged = new Promise<void>((resolve, reject) => {
        client.emit('message:send', { clientId: randomUUID(), kind: 'text', text }, (ack) => {
          if ((ack as { ok?: boolean }).ok) resolve()
          else reject(new Error(JSON.stringify(ack)))
        })
      })
      return Promise.all([answer, acknowledged]).then(() => undefined)
    },
  }
}

export interface Figures {
  /** Answered messages a second. */
  readonly rate: number
  /** Server CPU per answered message, in microseconds. */
  readonly cpu: number
  /** Milliseconds from the moment it was to be sent. */
  readonly p50: number
  readonly p99: number
}

const WARM_UP = 1000

/** Everybody asks again as soon as they are answered. */
export async function closedLoop(server: Contestant, clients: number, seconds: number): Promise<Figures> {
  const askers = await Promise.all(Array.from({ length: clients }, (_, number) => openAsker(server, number)))
  const took: number[] = []
  let counting = false
  let going = true
  const run = async (asker: Asker) => {
    while (going) {
      const began = performance.now()
      await asker.ask()
      if (counting) took.push(performance.now() - began)
    }
  }
  const all = askers.map(run)
  await pause(WARM_UP)
  const [cpu, began] = [server.cpu(), performance.now()]
  counting = true
  await pause(seconds * 1000)
  counting = false
  const [spent, lasted] = [server.cpu() - cpu, performance.now() - began]
  const { length } = took
  going = false
  await Promise.all(all)
  for (const asker of askers) asker.close()
  return { rate: length / (lasted / 1000), cpu: spent / length, ...spread(took) }
}

/** So many a second, by whoever is next, whether or not earlier ones are answered: a queue shows as latency. */
export async function openLoop(
  server: Contestant,
  options: { clients: number; perSecond: number; seconds: number },
): Promise<Figures> {
  const { clients, perSecond, seconds } = options
  const askers = await Promise.all(Array.from({ length: clients }, (_, number) => openAsker(server, number)))
  const took: number[] = []
  const flying: Promise<void>[] = []
  const total = perSecond * (seconds + WARM_UP / 1000)
  const began = performance.now()
  let [cpu, counted] = [0, 0]
  for (let sent = 0; sent < total; ) {
    const due = Math.floor(((performance.now() - began) / 1000) * perSecond)
    for (; sent < Math.min(due, total); sent += 1) {
      const intended = began + (sent / perSecond) * 1000
      const counts = intended - began >= WARM_UP
      if (counts && counted === 0) cpu = server.cpu()
      if (counts) counted += 1
      const asked = askers[sent % clients]?.ask().then(() => {
        if (counts) took.push(performance.now() - intended)
      })
      if (asked) flying.push(asked)
    }
    await pause(1)
  }
  await Promise.all(flying)
  const spent = server.cpu() - cpu
  for (const asker of askers) asker.close()
  return { rate: took.length / seconds, cpu: spent / took.length, ...spread(took) }
}

function spread(took: number[]): Pick<Figures, 'p50' | 'p99'> {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99) }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
