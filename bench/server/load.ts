import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../src/config/config.ts'
import { openRawClient, type RawClient } from '../../test/support/raw-client.ts'
import type { Contestant } from './contestants.ts'

/** What is mostly answered without a person. */
const ANSWERED =
  /^(?:greet|thanks|shipping_(?:time|fee|area|carrier|eta|from)|return_(?:policy|fee|address)|payment_methods|invoice_type|coupon_(?:get|use)|product_(?:care|quality|authenticity)|size_chart|service_hours|membership_(?:join|benefits)|points_use|order_how_to|discount_threshold)$/

/** Real questions of shoppers. */
const TEXTS = readFileSync(join(ROOT, 'bench/shoppers/dev.tsv'), 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .flatMap(([text = '', intent = '']) => (ANSWERED.test(intent) ? [text] : []))

/** What shoppers put behind a question. Three of them make each question one that nobody has asked before, and mean nothing. */
const PARTICLES = [...'呀啊哦呢嘛哈嗯哎诶咯']

/** `repeats` of them, from 0 to 1, are asked in the same words again and again; nothing is gained by remembering the others. */
function toQuestion(at: number, repeats: number): string {
  const text = TEXTS[at % TEXTS.length] ?? ''
  if (Math.random() < repeats) return text
  return text + [1, 2, 3].map(() => PARTICLES[Math.floor(Math.random() * PARTICLES.length)]).join('')
}

/** Whoever waits for longer waits for ever: then the text has led to a person, and the figures would mean something else. */
const PATIENCE = 20_000

/** One who asks, and waits for the acknowledgement and for the answer. */
export interface Asker {
  /** Resolves once both have come. */
  ask(): Promise<void>
  close(): void
}

export async function openAsker(
  { port, namespace }: Contestant,
  { number, repeats }: { number: number; repeats: number },
): Promise<Asker> {
  let answered = () => {}
  let again = () => {}
  let at = number * 37
  const client: RawClient = await openRawClient({
    port,
    namespace,
    auth: { locale: 'zh' },
    onEvent: (event, payload) => {
      if (event === 'message:created') {
        const { message } = payload as { message: { author: { kind: string } } }
        if (message.author.kind === 'bot') answered()
      } else if (event === 'conversation:changed') {
        const { conversation } = payload as { conversation: { status: string } }
        // Whoever was given to a person goes on with the bot; a question that came between is asked again.
        if (conversation.status === 'queued') client.emit('queue:choose', { way: 'bot' }, () => again())
      }
    },
  })
  const send = (text: string) =>
    new Promise<void>((resolve, reject) => {
      client.emit('message:send', { clientId: randomUUID(), kind: 'text', text }, (ack) => {
        if ((ack as { ok?: boolean }).ok) resolve()
        else reject(new Error(JSON.stringify(ack)))
      })
    })
  return {
    close: client.close,
    ask: () => {
      at += 1
      const text = toQuestion(at, repeats)
      const answer = new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`no answer to ${text}`)), PATIENCE)
        answered = () => {
          clearTimeout(late)
          again = () => {}
          resolve()
        }
        again = () => void send(text)
      })
      return Promise.all([answer, send(text)]).then(() => undefined)
    },
  }
}

function openAskers(server: Contestant, clients: number, repeats: number): Promise<readonly Asker[]> {
  return Promise.all(Array.from({ length: clients }, (_, number) => openAsker(server, { number, repeats })))
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
export async function closedLoop(
  server: Contestant,
  { clients, seconds, repeats }: { clients: number; seconds: number; repeats: number },
): Promise<Figures> {
  const askers = await openAskers(server, clients, repeats)
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
  options: { clients: number; perSecond: number; seconds: number; repeats: number },
): Promise<Figures> {
  const { clients, perSecond, seconds, repeats } = options
  const askers = await openAskers(server, clients, repeats)
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
