import { type Case, isEnded } from '../case.ts'
import type { Message } from '../message.ts'
import { type Fact, NEVER, truth } from './fact.ts'
import { type Hold, holdsOf } from './hands.ts'
import {
  type CountingRules,
  DISSATISFIED_UP_TO,
  type Material,
  type QueueStay,
  SWIFT_MILLISECONDS,
} from './material.ts'
import { placeIn } from './place.ts'

/** A person of the shop speaks to the shopper. */
export function isReply({ author, body }: Message): boolean {
  return author.kind === 'agent' && body.kind !== 'note' && body.kind !== 'event'
}

/** The shopper waits for the words of a person. */
interface Wait {
  readonly since: number
  readonly seq: number
  /** Nobody has spoken to the shopper yet. */
  readonly first: boolean
}

/** A wait, and what ended it: the words of a person, or that the conversation left people's hands. */
type EndedWait = Wait & { readonly answer?: { readonly at: number; readonly seq: number; readonly agentId: string } }

/**
 * One fact for each time that a shopper waited for a person: from the call on, else from the first of the words that stand
 * unanswered. What nobody answered before the conversation left people's hands has no `wait`; what still waits is none yet.
 */
export function responseFacts(material: Material, rules: CountingRules): readonly Fact<'responses'>[] {
  const holds = holdsOf(material, rules)
  const groupId = material.stays.at(-1)?.groupId
  return waitsOf(material).map(({ since, seq, first, answer }) => {
    const agentId = answer?.agentId ?? agentAt(holds, since)
    const wait = answer && Math.max(0, answer.at - since)
    return {
      ...placeIn(material, rules, {
        at: since,
        seq: answer?.seq ?? seq,
        ...(agentId && { agentId }),
        ...(groupId && { groupId }),
      }),
      first: truth(first),
      wait,
      swift: truth(wait !== undefined && wait <= SWIFT_MILLISECONDS),
    }
  })
}

function waitsOf({ messages, stays, conversation }: Material): readonly EndedWait[] {
  const waits: EndedWait[] = []
  /** The stays in which a person has spoken, by when they began. */
  const spoken = new Set<number>()
  let wait: Wait | undefined
  for (const message of messages) {
    const stay = stayAt(stays, message.at)
    if (isReply(message) && message.author.kind === 'agent') {
      const answer = { at: message.at, seq: message.seq, agentId: message.author.id }
      if (wait) waits.push({ ...wait, answer })
      wait = undefined
      if (stay) spoken.add(stay.enqueuedAt)
    } else if (!stay) {
      if (wait) waits.push(wait)
      wait = undefined
    } else {
      wait ??= beginOf(message, stay, spoken)
    }
  }
  const isOver = conversation.status === 'resolved' || conversation.status === 'bot'
  return wait && isOver ? [...waits, wait] : waits
}

/** Who has left a message waits for nobody at the moment, and who is followed up has not called. */
function beginOf(message: Message, stay: QueueStay, spoken: ReadonlySet<number>): Wait | undefined {
  const isFirst = spoken.size === 0
  const isAsked = message.author.kind === 'customer'
  if (spoken.has(stay.enqueuedAt)) return isAsked ? { since: message.at, seq: message.seq, first: false } : undefined
  if (stay.kind === 'message') return undefined
  if (stay.reason !== 'follow_up') return { since: stay.enqueuedAt, seq: message.seq, first: isFirst }
  return isAsked ? { since: message.at, seq: message.seq, first: isFirst } : undefined
}

export function stayAt(stays: readonly QueueStay[], at: number): QueueStay | undefined {
  return stays.findLast(({ enqueuedAt, endedAt = NEVER }) => enqueuedAt <= at && at <= endedAt)
}

function agentAt(holds: readonly Hold[], at: number): string | undefined {
  return holds.findLast(({ from, until = NEVER }) => from <= at && at <= until)?.agentId
}

/** One fact for each time that an agent had the conversation. `held` is told from the agent's other holds. */
export function holdFacts(material: Material, rules: CountingRules): readonly Fact<'holds'>[] {
  const groupId = material.stays.at(-1)?.groupId
  return holdsOf(material, rules).map(({ agentId, seq, from, until }) => ({
    ...placeIn(material, rules, { at: from, seq, agentId, ...(groupId && { groupId }) }),
    ms: until === undefined ? undefined : until - from,
    until: until ?? NEVER,
    held: 1,
  }))
}

/** One fact for each message that people were to answer: what 小二 proposed, and what became of it. */
export function proposalFacts(material: Material, rules: CountingRules): readonly Fact<'proposals'>[] {
  return material.assisted.map(({ heardSeq, agentId, at }) => {
    const all = material.proposals.filter((one) => one.heardSeq === heardSeq)
    const best = all.toSorted((a, b) => a.rank - b.rank)[0]
    const taken = all.find(({ status }) => status === 'adopted' || status === 'edited')
    const whose = taken?.agentId ?? all.find((one) => one.agentId)?.agentId ?? agentId
    return {
      ...placeIn(material, rules, {
        at,
        seq: heardSeq,
        ...(whose && { agentId: whose }),
        ...(best && { intent: best.intent }),
      }),
      covered: truth(all.length > 0),
      shown: truth(all.some((one) => one.shown)),
      accepted: truth(taken !== undefined),
      edit: taken?.status === 'edited' ? Math.round((taken.editShare ?? 0) * 10_000) : undefined,
    }
  })
}

/** One fact for each complaint. It has failed from `deadline` on: at once where it ended badly, never where it ended well. */
export function complaintFacts(material: Material, rules: CountingRules): readonly Fact<'complaints'>[] {
  const complaints = material.cases.filter(({ type }) => type === 'complaint')
  return complaints.map((one, index) => ({
    ...placeIn(material, rules, { at: one.createdAt, seq: index + 1, ...(one.agentId && { agentId: one.agentId }) }),
    ended: truth(isEnded(one)),
    deadline: isEnded(one) ? (endedBadly(one, material) ? 0 : NEVER) : one.dueAt,
  }))
}

function endedBadly(one: Case, { ratings }: Material): boolean {
  const ended = one.history.findLast((change) => isEnded(change))
  const isLate = ended !== undefined && ended.at > one.dueAt
  const isRatedBadly = ratings.some(({ target, score }) => target === 'agent' && score <= DISSATISFIED_UP_TO)
  return isLate || one.status === 'rejected' || isRatedBadly
}
