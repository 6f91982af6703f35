import { setTimeout as wait } from 'node:timers/promises'
import { createStubbornClient, type StubbornClient } from '../support/stubborn-client.ts'
import { STILL_MILLISECONDS } from './long-run.ts'

/** Questions that the test shop answers at once. */
const QUESTIONS = ['包邮吗', '什么时候发货', '今天拍今天能发吗', '你好', '运费多少钱']

export interface Load {
  readonly clients: number
  /** How many each sends, one after the other. */
  readonly messages: number
  /** A fault is placed by progress, not by time: when this share of all messages has been acknowledged. */
  readonly at?: readonly number[]
  /** Does the damage, and makes it good where clients cannot. */
  readonly strike?: (which: number) => Promise<void>
  /** Default: until each client has seen a question and an answer for each message. */
  readonly settle?: boolean
}

/** Many shoppers send through faults; resolves when all is acknowledged, every fault has struck, and all have caught up. */
export async function sendThrough(url: string, load: Load): Promise<readonly StubbornClient[]> {
  const { strike = async () => undefined, at = [], settle: settles = true } = load
  const clients = Array.from({ length: load.clients }, () => createStubbornClient(url))
  const due = at.map((share) => Math.round(share * load.clients * load.messages))
  let acknowledged = 0
  let struck = 0
  let strikes = Promise.resolve()
  // A server that does not come back must end the test, not leave the clients waiting for it.
  let giveUp: (error: unknown) => void = () => undefined
  const gaveUp = new Promise<never>((_, reject) => {
    giveUp = reject
  })
  const count = () => {
    acknowledged += 1
    if (acknowledged !== due[struck]) return
    const which = struck
    struck += 1
    strikes = strikes.then(() => strike(which))
    strikes.catch(giveUp)
  }
  const texts = Array.from({ length: load.messages }, (_, n) => QUESTIONS[n % QUESTIONS.length] ?? '')
  const all = async () => {
    await Promise.all(clients.map((client) => client.sendAll(texts, count)))
    await strikes
    if (struck !== due.length) throw new Error(`only ${struck} of ${due.length} faults have struck`)
    if (settles) await Promise.all(clients.map(settle))
  }
  const watch = watchProgress(() => acknowledged + clients.reduce((sum, { seen }) => sum + seen.size, 0))
  try {
    await Promise.race([all(), gaveUp, watch.stands])
  } catch (error) {
    close(clients)
    throw error
  } finally {
    watch.end()
  }
  return clients
}

/** `stands` rejects when the number has not moved for so long that it will not; how long all of it takes is no matter. */
function watchProgress(read: () => number): { readonly stands: Promise<never>; end(): void } {
  let known = read()
  let moved = performance.now()
  let timer: NodeJS.Timeout | undefined
  const stands = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      const now = read()
      if (now !== known) {
        known = now
        moved = performance.now()
      } else if (performance.now() - moved > STILL_MILLISECONDS) {
        reject(new Error(`the shoppers wait, and nothing more is acknowledged or seen than ${now}`))
      }
    }, 500)
  })
  return { stands, end: () => clearInterval(timer) }
}

/** Until the client has seen a question and an answer for each message. */
export async function settle(client: StubbornClient): Promise<void> {
  while (client.seen.size < 2 * client.attempts.length) {
    await client.catchUp()
    await wait(50)
  }
}

export function close(clients: readonly StubbornClient[]): void {
  for (const client of clients) client.close()
}
