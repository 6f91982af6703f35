import type { Agent } from '../../domain/agent.ts'
import type { Case } from '../../domain/case.ts'
import type { Order } from '../../domain/commerce.ts'
import { heldBy } from '../../domain/conversation.ts'
import type { Customer } from '../../domain/customer.ts'
import { AppError } from '../../domain/errors.ts'
import type { Thread } from '../../domain/events.ts'
import type { Speech } from '../../domain/facts/say.ts'
import type { Slots, SlotValue } from '../../domain/flow/flow.ts'
import { ALL_ITEMS } from '../../domain/flow/read-goods.ts'
import { type Field, type Task, taskOf } from '../../domain/flow/task.ts'
import type { ConversationId, FlowId } from '../../domain/ids.ts'
import { textIn } from '../../domain/localized-text.ts'
import { getThread } from '../conversations/get-thread.ts'
import { guardWords } from '../conversations/guard-words.ts'
import type { Deps } from '../deps.ts'
import { openFlowCase } from '../dialogue/open-flow-case.ts'
import { findSameCase } from '../dialogue/same-case.ts'
import { toTelling } from './tell-case-change.ts'

export interface TaskRequest {
  readonly conversationId: ConversationId
  readonly flow: FlowId
  /** The same key opens one case, however often. */
  readonly key: string
  readonly order: string
  readonly item?: string
  readonly values: Readonly<Record<string, string>>
}

/**
 * An agent asks for something on behalf of the customer (a return, another address, a hurry-up): the case of the owner's flow is
 * opened, the shopper is told of it in the chat. Whether the shop's rules allow it is the agent's to judge. What was asked for
 * before and goes on is returned, and opened no second time.
 */
export async function openTask(
  deps: Deps,
  agent: Agent,
  asked: TaskRequest,
): Promise<{ readonly case: Case; readonly again: boolean }> {
  return deps.lanes.run(asked.conversationId, async () => {
    const thread = await getThread(deps, asked.conversationId)
    heldBy(thread.conversation, agent.id)
    const { knowledge } = deps.live.current()
    const flow = knowledge.flows.get(asked.flow)
    const task = flow && taskOf(flow)
    if (!flow || !task) throw new AppError('task_not_found')

    const order = await getOrder(deps, asked.order, thread.customer)
    const { locale } = thread.conversation
    const { language, timeZone, currency } = knowledge.shop
    const speech: Speech = { locale, language, timeZone, currency, now: deps.clock.now() }
    const filled = fillIn(task, { order, asked, speech, pictures: thread.conversation.context.pictures ?? [] })
    const slots = guarded(deps, { agent, conversationId: asked.conversationId }, filled)

    const key = `agent:${thread.conversation.id}:${asked.key}`
    const same = await findSameCase(deps, { customerId: thread.customer.id, language }, flow, slots)
    if (same) return { case: same, again: true }

    const state = { flow: flow.id, intent: flow.start[0] ?? '', slots, misses: 0, startedSeq: 0 }
    const by = { kind: 'agent', id: agent.id, name: agent.name } as const
    const opened = await openFlowCase(deps, { key, flow, opens: task.opens, state, thread, speech, knowledge, by })
    await tellAndNote(deps, agent, thread, opened)
    return { case: opened, again: false }
  })
}

async function tellAndNote(deps: Deps, agent: Agent, { conversation }: Thread, opened: Case): Promise<void> {
  await deps.storage.jobs.schedule(toTelling(opened, opened.createdAt))
  await deps.storage.audit.add({
    at: opened.createdAt,
    actor: agent.id,
    action: 'case.opened',
    target: opened.number,
    detail: { conversationId: conversation.id, type: opened.type },
  })
}

/** The shopper reads it on the case: the owner's words bind here too. */
function guarded(deps: Deps, speaker: { agent: Agent; conversationId: ConversationId }, slots: Slots): Slots {
  return Object.fromEntries(
    Object.entries(slots).map(([name, slot]) => [name, { ...slot, text: guardWords(deps, speaker, slot.text).text }]),
  )
}

async function getOrder(deps: Deps, number: string, { id }: Customer): Promise<Order> {
  const order = await deps.storage.orders.find(number)
  if (order?.customerId !== id) throw new AppError('order_not_found')
  return order
}

interface Filling {
  readonly order: Order
  readonly asked: TaskRequest
  readonly speech: Speech
  readonly pictures: readonly string[]
}

/** The slots as the shopper's own answers would have filled them. */
function fillIn(task: Task, filling: Filling): Slots {
  const { order, pictures, speech, asked } = filling
  const item = task.item && readItem(filling)
  return {
    [task.order.name]: { value: order.number, text: order.number },
    ...(task.item && item && { [task.item.name]: item }),
    ...(task.photo && pictures.length > 0 && { [task.photo.name]: { value: pictures.join(' '), text: '' } }),
    ...Object.fromEntries(
      task.fields.flatMap((field) => {
        const value = readField(field, asked.values[field.slot.name] ?? '', speech)
        if (!value && field.required)
          throw new AppError('invalid_input', { message: `values.${field.slot.name}: needed` })
        return value ? [[field.slot.name, value]] : []
      }),
    ),
  }
}

/** With one item there is nothing to choose. */
function readItem({ order, asked, speech }: Filling): SlotValue {
  const [first, ...others] = order.items
  const chosen = asked.item ?? (others.length === 0 ? first?.sku : undefined)
  if (chosen === ALL_ITEMS) return { value: ALL_ITEMS, text: speech.locale === 'zh' ? '整单' : 'the whole order' }

  const item = order.items.find(({ sku }) => sku === chosen)
  if (!item) throw new AppError('invalid_input', { message: 'item: choose one of the order' })
  return { value: item.sku, text: item.title }
}

function readField({ slot, kind }: Field, given: string, { locale, language }: Speech): SlotValue | undefined {
  if (given === '') return undefined
  if (kind === 'text') return { value: given, text: given }
  if (kind === 'yes_no') {
    const words = locale === 'zh' ? { yes: '是', no: '否' } : { yes: 'yes', no: 'no' }
    return given === 'yes' || given === 'no' ? { value: given, text: words[given] } : undefined
  }
  const option = slot.options.find(({ value }) => value === given)
  return option && { value: given, text: textIn(option.label, locale, language) }
}
