import { dueAfter } from '../../domain/calendar.ts'
import type { Case, CaseActor } from '../../domain/case.ts'
import { caseTitle, itemOfCase } from '../../domain/case-title.ts'
import type { Thread } from '../../domain/events.ts'
import type { Speech } from '../../domain/facts/say.ts'
import type { Flow, FlowCase, FlowState } from '../../domain/flow/flow.ts'
import type { KnowledgeBase } from '../../domain/knowledge.ts'
import { openCase } from '../cases/open-case.ts'
import type { Deps } from '../deps.ts'
import { slotOfKind } from './flow-world.ts'
import { summaryOf } from './proceed-flow.ts'

/** What a finished task opens a case from, whoever has filled in its slots. */
export interface FinishedTask {
  /** A second run under the same key opens no second case. */
  readonly key: string
  readonly flow: Flow
  readonly opens: FlowCase
  readonly state: FlowState
  readonly thread: Thread
  readonly speech: Speech
  readonly knowledge: KnowledgeBase
  /** Absent: the shopper. */
  readonly by?: CaseActor
}

/** Opens the case of a task: its type, its title in the shop's language, what was learnt, and when it is due. */
export function openFlowCase(deps: Deps, task: FinishedTask): Promise<Case> {
  const { key, flow, opens, state, thread, speech, knowledge, by } = task
  const orderNumber = slotOfKind(flow, state.slots, 'order')
  const sku = slotOfKind(flow, state.slots, 'item')
  const item = flow.slots.find(({ kind }) => kind === 'item')
  const about = item && itemOfCase(sku, state.slots[item.name]?.text, knowledge, speech.locale)
  return openCase(deps, {
    key,
    type: opens.type,
    title: caseTitle(flow, about, speech.language),
    customerId: thread.customer.id,
    conversationId: thread.conversation.id,
    ...(orderNumber !== undefined && { orderNumber }),
    ...(sku !== undefined && { sku }),
    // Order and item stand on the case by themselves.
    details: summaryOf({ speech }, flow, state, ['order', 'item']).lines,
    evidence: (slotOfKind(flow, state.slots, 'photo') ?? '').split(' ').filter(Boolean),
    dueAt: dueAfter(knowledge.calendar, speech.now, opens.dueHours),
    ...(by && { by }),
    at: speech.now,
  })
}
