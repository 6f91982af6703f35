import { type Case, caseAfter } from '../../domain/case.ts'
import { caseInLanguage } from '../../domain/case-title.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { CaseNumber } from '../../domain/ids.ts'
import { toChangeMessage } from '../../domain/present-case.ts'
import type { Job } from '../../ports/storage.ts'
import { tryStoreMessage } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'

/** The kind of job that tells a shopper what has become of a case. */
export const TELL_CASE_CHANGE = 'tell-case-change'

const GOES_ON = ['bot', 'queued', 'assigned'] as const

/** The duty to tell of the newest entry in a case's history, due at once. */
export function toTelling({ number, history }: Case, at: number): Omit<Job, 'attempts'> {
  const { length } = history
  return {
    key: `${TELL_CASE_CHANGE}:${number}:${length}`,
    kind: TELL_CASE_CHANGE,
    payload: { number, length },
    dueAt: at,
  }
}

/**
 * Tells the shopper, in the conversation that goes on, what an entry of the case's history has changed. Where none goes
 * on nothing is sent: the case itself answers the shopper's next question. It answers nobody and moves no queue.
 */
export async function tellCaseChange(deps: Deps, told: { number: CaseNumber; length: number }): Promise<void> {
  const found = await deps.storage.cases.find(told.number)
  const asOf = found && caseAfter(found, told.length)
  const conversation = asOf && (await findGoingOn(deps, asOf))
  if (!asOf || !conversation) {
    deps.log.info(told, 'no conversation goes on in which the shopper could be told of a case')
    return
  }
  await deps.lanes.run(conversation.id, () => tell(deps, conversation, asOf))
}

async function findGoingOn(deps: Deps, { customerId, conversationId }: Case): Promise<Conversation | undefined> {
  const current = await deps.storage.conversations.findCurrent(customerId)
  if (current && current.status !== 'resolved') return current

  const own = await deps.storage.conversations.find(conversationId)
  return own && own.status !== 'resolved' ? own : undefined
}

async function tell(deps: Deps, { id, locale, lastCustomerSeq }: Conversation, asOf: Case): Promise<void> {
  const key = `case:${asOf.number}:${asOf.history.length}`
  // Told before a crash: the words may differ by now, and the key must not meet other words.
  if (await deps.storage.messages.findByKey(id, key)) return

  const { knowledge } = deps.live.current()
  await tryStoreMessage(deps, {
    conversationId: id,
    key,
    author: { kind: 'bot' },
    body: toChangeMessage(caseInLanguage(asOf, knowledge, locale), knowledge.calendar.timeZone, locale),
    at: deps.clock.now(),
    whileStatus: GOES_ON,
    answers: false,
    explanation: {
      heardSeq: lastCustomerSeq,
      rule: 'case:changed',
      candidates: [],
      thresholds: { answer: knowledge.thresholds.answer, clarify: knowledge.thresholds.clarify },
      facts: {},
      knowledgeVersion: knowledge.version,
    },
  })
}
