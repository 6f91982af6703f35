import type { Case } from '../../domain/case.ts'
import { isOpenedBy } from '../../domain/case-title.ts'
import { without } from '../../domain/dialogue/context.ts'
import { momentText } from '../../domain/facts/say.ts'
import type { Flow, FlowState, Slots } from '../../domain/flow/flow.ts'
import type { CustomerId } from '../../domain/ids.ts'
import type { Locale } from '../../domain/localized-text.ts'
import { statusText, typeText } from '../../domain/present-case.ts'
import type { Deps } from '../deps.ts'
import { botTexts } from './bot-texts.ts'
import { caseCard } from './cards.ts'
import { learntContext, slotOfKind } from './flow-world.ts'
import { optionOf, type Reply } from './reply.ts'
import type { Turn } from './turn.ts'

const LOOKED_AT = 50

/** What was asked for before and is still being worked on is told of, not opened twice; the agents hear that it was asked for again. */
export async function tellSameCase(deps: Deps, turn: Turn, flow: Flow, state: FlowState): Promise<Reply | undefined> {
  const asked = { customerId: turn.stored.customer.id, language: turn.speech.language }
  const same = await findSameCase(deps, asked, flow, state.slots)
  if (!same) return undefined

  const { speech } = turn
  const { locale } = speech
  const texts = botTexts(locale)
  const quickReplies = [optionOf(turn, 'case_progress'), { value: 'human_agent', label: texts.person }].filter(
    ({ value }) => turn.brain.knowledge.intents.has(value),
  )
  return {
    text: texts.sameCase(
      typeText(same.type, locale),
      same.number,
      statusText(same.status, locale),
      momentText(same.dueAt, speech),
    ),
    rule: `flow:${flow.id}:again`,
    facts: { 'case.number': same.number, 'case.due': momentText(same.dueAt, speech) },
    details: [caseCard(turn, same)],
    quickReplies,
    notify: state.intent,
    context: { ...without(learntContext(turn, flow, state), 'flow'), offered: quickReplies },
  }
}

/** Opened by the same task, about the same order and item. Anything may be noted on an order as often as one likes. */
export async function findSameCase(
  deps: Deps,
  { customerId, language }: { readonly customerId: CustomerId; readonly language: Locale },
  flow: Flow,
  slots: Slots,
): Promise<Case | undefined> {
  const orderNumber = slotOfKind(flow, slots, 'order')
  if (!flow.case || flow.case.type === 'other' || orderNumber === undefined) return undefined

  const hasItem = flow.slots.some(({ kind }) => kind === 'item')
  const sku = slotOfKind(flow, slots, 'item')
  if (hasItem && sku === undefined) return undefined

  const open = await deps.storage.cases.list({ customerId, type: flow.case.type, open: true, limit: LOOKED_AT })
  return open.find(
    (one) => isOpenedBy(flow, one, language) && one.orderNumber === orderNumber && (!hasItem || one.sku === sku),
  )
}
