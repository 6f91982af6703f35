import { RATING_TARGETS } from '../rating.ts'
import { isReply, stayAt } from './desk-facts.ts'
import { type Fact, NEVER, truth } from './fact.ts'
import { type Hold, holdsOf } from './hands.ts'
import { type CountingRules, type Material, PROMPT_MILLISECONDS, type QueueStay, SATISFIED_FROM } from './material.ts'
import { placeIn } from './place.ts'
import { inquiryOf } from './sales-facts.ts'

/** With these it went to people by the shop's own arrangement: the bot had not given up. */
const BY_ARRANGEMENT: readonly string[] = ['assist_mode', 'agent_first', 'taken_over', 'follow_up', 'transferred']

/** What a session was from first to last; none where the shopper never said a word. */
export function sessionFact(
  material: Material,
  rules: CountingRules,
  turns: readonly Fact<'turns'>[],
): Fact<'sessions'> | undefined {
  const { conversation, messages, stays, proposals } = material
  if (!messages.some(({ author }) => author.kind === 'customer')) return undefined

  const holds = holdsOf(material, rules)
  const agentId = holds.at(-1)?.agentId ?? messages.findLast(isReply)?.author
  const intent = turns.find((turn) => turn.intent !== '')?.intent ?? proposals[0]?.intent
  const groupId = stays.at(-1)?.groupId
  return {
    ...placeIn(material, rules, {
      at: conversation.createdAt,
      seq: 0,
      ...(typeof agentId === 'string' && { agentId }),
      ...(typeof agentId === 'object' && agentId.kind === 'agent' && { agentId: agentId.id }),
      ...(groupId && { groupId }),
      ...(intent && { intent }),
    }),
    ...withBot(material, turns),
    ...withPeople(material, rules, holds),
    ...opinions(material),
    ...inquiryOf(material),
    touched: messages.at(-1)?.at,
  }
}

function withBot({ messages, stays, conversation }: Material, turns: readonly Fact<'turns'>[]) {
  const isBot = turns.length > 0
  const isServed = messages.some(isReply)
  const isDisliked = turns.some((turn) => turn.disliked === 1)
  const isUnanswered = turns.some((turn) => turn.unanswered === 1)
  const isAsked = isBot && stays.some(({ reason }) => reason === 'asked')
  const givenUp = stays.find(({ reason }) => !BY_ARRANGEMENT.includes(reason))
  return {
    bot: truth(isBot),
    disliked: truth(isDisliked),
    unanswered: truth(isUnanswered),
    asked: truth(isAsked),
    solved: truth(isBot && !isDisliked && !isUnanswered && !isAsked),
    contained: truth(isBot && stays.length === 0 && !isServed),
    transferred: truth(isBot && givenUp !== undefined),
    reason: (givenUp ?? stays[0])?.reason ?? '',
    ending: endingOf({ isServed, stays, status: conversation.status }),
  }
}

function endingOf({ isServed, stays, status }: { isServed: boolean; stays: readonly QueueStay[]; status: string }) {
  if (status === 'queued' || status === 'assigned') return 'open'
  if (stays.length === 0) return 'bot'
  if (isServed) return status === 'resolved' ? 'resolved' : 'returned'
  return stays.some(isAbandoned)
    ? 'abandoned'
    : stays.some(({ kind }) => kind === 'message')
      ? 'left_message'
      : 'returned'
}

/** Who waited for a person and went before one came. */
function isAbandoned({ kind, claimedAt, endedAt }: QueueStay): boolean {
  return kind === 'live' && claimedAt === undefined && endedAt !== undefined
}

function withPeople({ messages, stays, conversation, tier }: Material, rules: CountingRules, holds: readonly Hold[]) {
  // Left words are dealt with when there is time, and follow-ups are the shop's own idea: neither waits in the queue.
  const called = stays.find(({ kind, reason }) => kind === 'live' && reason !== 'follow_up' && reason !== 'taken_over')
  const isServed = messages.some(isReply)
  // Within that call: who left the queue and called again later has waited twice.
  const isInCall = (at: number) => called !== undefined && called.enqueuedAt <= at && at <= (called.endedAt ?? NEVER)
  const taken = holds.find(({ from }) => isInCall(from))?.from
  const answered = messages.find((message) => isReply(message) && isInCall(message.at))?.at
  const wait = called && taken !== undefined ? Math.max(0, taken - called.enqueuedAt) : undefined
  const response = called && answered !== undefined ? answered - called.enqueuedAt : undefined
  const resolved = messages.findLast(({ body }) => body.kind === 'event' && body.event.name === 'resolved')?.at
  const asks = messages.filter(({ author, at }) => author.kind === 'customer' && stayAt(stays, at) !== undefined)
  return {
    queued: truth(called !== undefined),
    wait,
    prompt: truth(wait !== undefined && wait <= PROMPT_MILLISECONDS),
    abandoned: truth(
      called !== undefined && !isServed && conversation.status !== 'assigned' && stays.some(isAbandoned),
    ),
    served: truth(isServed),
    response,
    promised: truth(response !== undefined && response <= rules.promiseFor(tier)),
    resolution:
      isServed && resolved !== undefined ? resolved - (stays[0]?.enqueuedAt ?? conversation.createdAt) : undefined,
    asks: isServed ? asks.length : 0,
    replies: messages.filter(isReply).length,
  }
}

function opinions({ ratings, invited }: Material) {
  const [person, bot] = RATING_TARGETS.map((target) => ratings.find((rating) => rating.target === target)?.score)
  return {
    invited: truth(invited || ratings.length > 0),
    rated: truth(ratings.length > 0),
    score: person,
    satisfied: truth(person !== undefined && person >= SATISFIED_FROM),
    botscore: bot,
    botsatisfied: truth(bot !== undefined && bot >= SATISFIED_FROM),
  }
}
