import { type Message, wordsOf } from '../../src/domain/message.ts'
import type { Storage } from '../../src/ports/storage.ts'
import type { StubbornClient } from '../support/stubborn-client.ts'

/** What became of what shoppers sent, in the words of Jepsen's checkers. All but the first two must be 0. */
export interface Verdict {
  /** Messages that a client began to send. */
  readonly attempted: number
  /** Those whose acknowledgement the client has. */
  readonly acknowledged: number
  /** Acknowledged, but not stored where the acknowledgement said, or with other words. */
  readonly lost: number
  /** Stored once more under the same client id. */
  readonly duplicated: number
  /** Stored though no client sent it, or told to a client though the database holds no such message. */
  readonly unexpected: number
  /** Acknowledged in another order than sent. */
  readonly disordered: number
  /** Places in the numbering that are missing or taken twice. */
  readonly gaps: number
  /** Stored questions without exactly one answer. */
  readonly misanswered: number
  /** Stored, and never seen by the client whose conversation it is. */
  readonly unseen: number
}

type Witness = Pick<StubbornClient, 'attempts' | 'seen' | 'heard'>

/** Holds what one client did and saw against what the database holds of its conversation. */
export function judge({ attempts, seen, heard }: Witness, stored: readonly Message[]): Verdict {
  const questions = stored.filter(({ author }) => author.kind === 'customer')
  const answers = new Map<number, number>()
  for (const { explanation } of stored) {
    if (explanation) answers.set(explanation.heardSeq, (answers.get(explanation.heardSeq) ?? 0) + 1)
  }
  const bySeq = new Map(stored.map((message) => [message.seq, message]))
  const acknowledged = attempts.filter(({ seq }) => seq !== undefined)
  const sent = new Set(attempts.map(({ clientId }) => clientId))
  return {
    attempted: attempts.length,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter(({ seq, clientId, text }) => {
      const there = bySeq.get(seq ?? 0)
      return there?.clientId !== clientId || wordsOf(there.body) !== text
    }).length,
    duplicated: questions.length - new Set(questions.map(({ clientId }) => clientId)).size,
    unexpected:
      questions.filter(({ clientId }) => !sent.has(clientId ?? '')).length +
      // The moment tells a message that was stored from the same one told before and stored later.
      heard.filter(({ seq, at, author }) => {
        const there = bySeq.get(seq)
        return there?.at !== at || there.author.kind !== author.kind
      }).length,
    disordered: acknowledged.filter(({ seq }, at) => (acknowledged[at - 1]?.seq ?? 0) >= (seq ?? 0)).length,
    gaps: stored.filter(({ seq }, at) => seq !== at + 1).length,
    misanswered: questions.filter(({ seq }) => answers.get(seq) !== 1).length,
    unseen: stored.filter(({ seq }) => !seen.has(seq)).length,
  }
}

/** All clients' verdicts added up. */
export function judgeAll(cases: readonly (readonly [Witness, readonly Message[]])[]): Verdict {
  return cases.map(([client, stored]) => judge(client, stored)).reduce(add, judge(NOBODY, []))
}

const NOBODY: Witness = { attempts: [], seen: new Map(), heard: [] }

function add(one: Verdict, other: Verdict): Verdict {
  const names = Object.keys(one) as (keyof Verdict)[]
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as unknown as Verdict
}

/** What a server that keeps its promise ends with after so many messages. */
export function sound(messages: number): Verdict {
  return { ...judge(NOBODY, []), attempted: messages, acknowledged: messages }
}

/** Asks the database itself. */
export async function judgeFrom(storage: Storage, clients: readonly StubbornClient[]): Promise<Verdict> {
  const histories = await Promise.all(clients.map((client) => readHistory(storage, client)))
  return judgeAll(clients.map((client, at) => [client, histories[at] ?? []] as const))
}

export function readHistory(storage: Storage, { conversationId }: StubbornClient): Promise<readonly Message[]> {
  return storage.messages.listAfter(conversationId(), 0, 100_000)
}
