import type { Contestant } from './contestants.ts'
import { DIALECTS } from './dialects.ts'
import { nextQuestion } from './questions.ts'

/** Whoever waits for longer waits for ever: then the text has led to a person, and the figures would mean something else. */
const PATIENCE = 20_000
/** So many connect at once; more would only wait in line, and a slow server's line is short. */
const TOGETHER = 100

/** One who asks, and waits for the acknowledgement and for the answer. */
export interface Asker {
  /** Resolves once both have come. Who is still waiting asks after that: people do not talk over an answer. */
  ask(): Promise<void>
  close(): void
}

async function openAsker(server: Contestant, number: number, repeats: number): Promise<Asker> {
  let answered = () => {}
  const ports = server.ports()
  const line = await DIALECTS[server.dialect](ports[number % ports.length] ?? 0, () => answered())

  const askNow = async () => {
    const text = nextQuestion(repeats)
    const answer = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${server.name}: no answer to ${text}`)), PATIENCE)
      answered = () => {
        clearTimeout(late)
        resolve()
      }
    })
    await Promise.all([answer, line.send(text)])
  }
  let last: Promise<void> = Promise.resolve()
  return {
    close: line.close,
    ask: () => {
      last = last.then(askNow)
      return last
    },
  }
}

export async function openAskers(server: Contestant, clients: number, repeats: number): Promise<readonly Asker[]> {
  const askers: Asker[] = []
  while (askers.length < clients) {
    const next = Math.min(TOGETHER, clients - askers.length)
    const opening = Array.from({ length: next }, (_, n) => openAsker(server, askers.length + n, repeats))
    askers.push(...(await Promise.all(opening)))
  }
  return askers
}
