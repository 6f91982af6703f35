import { z } from 'zod'
import { ORDER_STATUSES } from '../domain/commerce.ts'
import { type Task, taskOf } from '../domain/flow/task.ts'
import type { KnowledgeBase } from '../domain/knowledge.ts'
import { type LocalizedText, textIn } from '../domain/localized-text.ts'
import { CaseTypeName, CaseView } from './cases.ts'
import { ClientId, Id, OptionView } from './common.ts'

/** One thing that a task must learn besides the order and the item. */
export const TaskField = z.object({
  name: z.string(),
  kind: z.enum(['choice', 'yes_no', 'text']),
  label: z.string(),
  required: z.boolean(),
  options: z.array(OptionView),
})
export type TaskField = z.infer<typeof TaskField>

/** What an agent may ask for of an order on behalf of the customer. */
export const TaskView = z.object({
  flow: z.string(),
  title: z.string(),
  type: CaseTypeName,
  /** The intents that begin it. */
  start: z.array(z.string()),
  /** The order's statuses that it is meant for; empty: any. */
  orders: z.array(z.enum(ORDER_STATUSES)),
  /** Whether it is about one item of the order. */
  item: z.boolean(),
  fields: z.array(TaskField),
})
export type TaskView = z.infer<typeof TaskView>

export const TaskDraft = z.object({
  /** The same key opens one case, however often. */
  key: ClientId,
  order: Id,
  /** The sku of the item; `*`: the whole order. */
  item: Id.optional(),
  values: z.record(z.string(), z.string().trim().max(500)).default({}),
})

export const TASK_ROUTES = {
  'GET /api/v1/tasks': { reply: z.object({ tasks: z.array(TaskView) }) },
  'POST /api/v1/conversations/{id}/tasks/{flow}': {
    body: TaskDraft,
    reply: z.object({
      case: CaseView,
      /** It was asked for before and is still being worked on: no second case was opened. */
      again: z.boolean(),
    }),
  },
} as const

export function toTaskViews({ flows, shop }: KnowledgeBase): readonly TaskView[] {
  const say = (text: LocalizedText) => textIn(text, shop.language, shop.language)
  const views = [...flows.values()].flatMap((flow) => taskOf(flow) ?? [])
  return views.map(({ flow, opens, order, item, fields }: Task) => ({
    flow: flow.id,
    title: say(flow.title),
    type: opens.type,
    start: [...flow.start],
    orders: [...order.orders],
    item: item !== undefined,
    fields: fields.map(({ slot, kind, required }) => ({
      name: slot.name,
      kind,
      label: say(slot.label),
      required,
      options: slot.options.map(({ value, label }) => ({ value, label: say(label) })),
    })),
  }))
}
