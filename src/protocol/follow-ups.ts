import { z } from 'zod'
import type { Agent } from '../domain/agent.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Customer } from '../domain/customer.ts'
import { WHEN_CHOICES, type When } from '../domain/follow-up-times.ts'
import { RATING_REASONS, RATING_TARGETS, type Rating } from '../domain/rating.ts'
import { FOLLOW_UP_WAYS, TODO_KINDS, TODO_STATUSES, type Todo } from '../domain/todo.ts'
import { CustomerSummary, Id, toCustomerSummary } from './common.ts'

export const RatingTargetName = z.enum(RATING_TARGETS)
export const RatingReasonName = z.enum(RATING_REASONS)
export const TodoKindName = z.enum(TODO_KINDS)
export const TodoStatusName = z.enum(TODO_STATUSES)
export const FollowUpWayName = z.enum(FOLLOW_UP_WAYS)
export const WhenChoiceName = z.enum(WHEN_CHOICES)

/** What a shopper gives. */
export const RatingSubmit = z.object({
  conversationId: Id,
  target: RatingTargetName.default('agent'),
  score: z.number().int().min(1).max(5),
  reasons: z.array(RatingReasonName).max(4).default([]),
  comment: z.string().trim().max(500).default(''),
})

/** A rating as the people of the shop see it. */
export const RatingView = z.object({
  target: RatingTargetName,
  agent: z.object({ id: z.string(), name: z.string() }).optional(),
  score: z.number(),
  reasons: z.array(RatingReasonName),
  comment: z.string(),
  at: z.number(),
})
export type RatingView = z.infer<typeof RatingView>

/** A moment as people choose it: a usual one, or a day and an hour on the shop's clock. */
export const WhenInput = z
  .object({
    choice: WhenChoiceName.optional(),
    date: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional(),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  })
  .refine(({ choice, date, time }) => choice !== undefined || (date && time), 'choice, or date and time is needed')
export type WhenInput = z.infer<typeof WhenInput>

export const MomentsView = z.object({
  timeZone: z.string(),
  moments: z.array(z.object({ choice: WhenChoiceName, at: z.number() })),
})
export type MomentsView = z.infer<typeof MomentsView>

export const TodoView = z.object({
  id: z.string(),
  kind: TodoKindName,
  /** The words of whoever made it; may be empty. */
  title: z.string(),
  detail: z.object({
    target: RatingTargetName.optional(),
    score: z.number().optional(),
    reasons: z.array(RatingReasonName).optional(),
    way: FollowUpWayName.optional(),
    phone: z.string().optional(),
    from: z.object({ id: z.string(), name: z.string() }).optional(),
  }),
  conversation: z.object({ id: z.string(), status: z.enum(['bot', 'queued', 'assigned', 'resolved']) }),
  customer: CustomerSummary,
  agent: z.object({ id: z.string(), name: z.string() }).optional(),
  group: z.string().optional(),
  dueAt: z.number(),
  status: TodoStatusName,
  /** Absent where nobody of the shop made it. */
  createdBy: z.object({ id: z.string(), name: z.string() }).optional(),
  createdAt: z.number(),
  doneBy: z.object({ id: z.string(), name: z.string() }).optional(),
  doneAt: z.number().optional(),
  note: z.string(),
})
export type TodoView = z.infer<typeof TodoView>

export const TodoQuery = z.object({
  view: z.enum(['due', 'later', 'open', 'ended']).default('due'),
  /** `all`: everybody's, for supervisors. */
  whose: z.enum(['mine', 'all']).default('mine'),
  kind: TodoKindName.optional(),
  customerId: Id.optional(),
  /** For the next page: `dueAt` (of what has ended, `doneAt`) and `id` of the last one. */
  afterAt: z.coerce.number().optional(),
  afterId: Id.optional(),
})

export const TodoPage = z.object({ todos: z.array(TodoView), more: z.boolean() })
export type TodoPage = z.infer<typeof TodoPage>
export const TodoCounts = z.object({ due: z.number(), later: z.number() })
export type TodoCounts = z.infer<typeof TodoCounts>

export const FollowUpDraft = z.object({
  conversationId: Id,
  when: WhenInput,
  note: z.string().trim().max(500).default(''),
  way: FollowUpWayName.default('message'),
  phone: z.string().trim().min(5).max(30).optional(),
  /** `null`: whoever is on duty then; left out: one's own. */
  agentId: Id.nullish(),
})

/** At least one of them. */
export const TodoPatch = z
  .object({
    status: TodoStatusName.optional(),
    note: z.string().trim().max(500).optional(),
    agentId: Id.nullish(),
    when: WhenInput.optional(),
  })
  .refine((one) => Object.values(one).some((value) => value !== undefined), 'status, note, agentId or when is needed')

export function toWhen({ choice, date = '', time = '' }: WhenInput): When {
  if (choice !== undefined) return { choice }
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return { date, minutes: hours * 60 + minutes }
}

type FindsAgent = (id: string) => Agent | undefined

export function toRatingView(rating: Rating, agents: FindsAgent): RatingView {
  const { target, agentId, score, reasons, comment, at } = rating
  return { target, ...named('agent', agentId, agents), score, reasons: [...reasons], comment, at }
}

interface TodoParts {
  readonly todo: Todo
  readonly customer: Customer
  readonly conversation: Conversation
}

export function toTodoView({ todo, customer, conversation }: TodoParts, agents: FindsAgent): TodoView {
  const { from, reasons, ...detail } = todo.detail
  return {
    id: todo.id,
    kind: todo.kind,
    title: todo.title,
    detail: { ...detail, ...(reasons && { reasons: [...reasons] }), ...named('from', from, agents) },
    conversation: { id: conversation.id, status: conversation.status },
    customer: toCustomerSummary(customer),
    ...named('agent', todo.agentId, agents),
    ...(todo.group !== undefined && { group: todo.group }),
    dueAt: todo.dueAt,
    status: todo.status,
    ...named('createdBy', todo.createdBy, agents),
    createdAt: todo.createdAt,
    ...named('doneBy', todo.doneBy, agents),
    ...(todo.doneAt !== undefined && { doneAt: todo.doneAt }),
    note: todo.note,
  }
}

/** Whoever is no agent (any more) has no name to show. */
function named<K extends string>(
  key: K,
  id: string | undefined,
  agents: FindsAgent,
): { [key in K]?: { id: string; name: string } } {
  const agent = id === undefined ? undefined : agents(id)
  return (agent ? { [key]: { id: agent.id, name: agent.name } } : {}) as { [key in K]?: { id: string; name: string } }
}
