import { z } from 'zod'
import type { Customer } from '../domain/customer.ts'
import { maskPhone } from '../domain/customer.ts'
import type { Entity } from '../domain/entities.ts'
import { factLabel } from '../domain/facts/fact-labels.ts'
import type { FlowState } from '../domain/flow/flow.ts'
import type { KnowledgeBase, Product } from '../domain/knowledge.ts'
import { type LocalizedText, textIn } from '../domain/localized-text.ts'
import type { TriedRow, TriedTurn } from '../ports/try-out.ts'
import { Id, LocaleName, OptionView, Text } from './common.ts'
import { DeskMessage } from './console.ts'
import { AnswerView, toAnswerView } from './knowledge.ts'
import { toDeskMessage } from './views.ts'

/** Knowledge is tried out as a shopper would, and nothing of it touches the shop. */

const WhichKnowledge = z.enum(['live', 'draft'])

/** As many things as one says in one talk. */
export const MOST_SAID = 40
/** Rows that one request reads. */
export const ROWS_AT_ONCE = 200

export const TalkDraft = z.object({
  knowledge: WhichKnowledge.default('live'),
  /** Absent: a stranger. */
  customerId: Id.optional(),
  /** On the shop's clock; absent: now. */
  at: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
    .optional(),
  locale: LocaleName,
  page: z.object({ url: z.string().max(2000), title: z.string().max(200) }).optional(),
  product: Id.optional(),
  /** `choice`: the value of what was offered and is pressed. */
  said: z
    .array(z.object({ text: Text, choice: Id.optional() }))
    .min(1)
    .max(MOST_SAID),
})
export type TalkDraft = z.infer<typeof TalkDraft>

const InBoth = z.object({ zh: z.string(), en: z.string() })

export const HeardView = z.object({
  language: LocaleName,
  mood: z.enum(['calm', 'worried', 'angry', 'abusive']),
  wantsPerson: z.boolean(),
  threatensLaw: z.boolean(),
  /** Probability that it is none of the shop's business. */
  outOfScope: z.number(),
  entities: z.array(z.object({ kind: z.string(), text: z.string(), value: z.string() })),
  /** Of several questions in one message each. */
  questions: z.array(z.object({ text: z.string(), title: z.string(), confidence: z.number() })),
})
export type HeardView = z.infer<typeof HeardView>

export const SlotView = z.object({ label: z.string(), text: z.string().optional(), asked: z.boolean() })

/** What is being talked about after a turn. */
export const ContextView = z.object({
  product: OptionView.optional(),
  variant: z.string().optional(),
  order: z.string().optional(),
  /** Titles, newest first. */
  intents: z.array(z.string()),
  /** Messages in a row that were not understood. */
  misses: z.number(),
  flow: z.object({ title: z.string(), slots: z.array(SlotView) }).optional(),
  /** A flow that this one has interrupted. */
  paused: z.string().optional(),
})
export type ContextView = z.infer<typeof ContextView>

export const TriedTurnView = z.object({
  said: DeskMessage,
  replies: z.array(DeskMessage),
  /** As the matcher reads it. */
  read: z.object({ text: z.string(), pieces: z.array(z.string()) }),
  /** Absent where something was pressed. */
  heard: HeardView.optional(),
  /** Confidence that the best candidate needs to be answered. */
  needed: z.number(),
  /** What was said, as it is written. */
  template: AnswerView.extend({ intent: z.string(), title: z.string() }).optional(),
  /** The facts in it. */
  facts: z.array(z.object({ name: z.string(), label: InBoth, value: z.string() })),
  after: ContextView,
  milliseconds: z.object({ understand: z.number(), decide: z.number(), whole: z.number() }),
})
export type TriedTurnView = z.infer<typeof TriedTurnView>

export const TriedTalkView = z.object({
  turns: z.array(TriedTurnView),
  version: z.string(),
  /** When it began. */
  at: z.number(),
  timeZone: z.string(),
})
export type TriedTalkView = z.infer<typeof TriedTalkView>

export const RowsDraft = z.object({
  knowledge: WhichKnowledge.default('live'),
  said: z.array(Text).min(1).max(ROWS_AT_ONCE),
})

export const FoundRow = z.object({
  /** Candidates, best first. */
  ranked: z.array(z.string()),
  confidence: z.number(),
  verdict: z.enum(['answer', 'clarify', 'none']),
})
export type FoundRow = z.infer<typeof FoundRow>
export const FoundRows = z.object({
  rows: z.array(FoundRow),
  version: z.string(),
  /** Of all intents, by id. */
  titles: z.record(z.string(), z.string()),
})
export type FoundRows = z.infer<typeof FoundRows>

export const ShopperQuery = z.object({ q: z.string().trim().min(1).max(100) })
export const ShopperView = z.object({
  id: z.string(),
  name: z.string(),
  tier: z.string(),
  verified: z.boolean(),
  phone: z.string().optional(),
  /** The newest. */
  orders: z.array(z.string()),
})
export type ShopperView = z.infer<typeof ShopperView>

export const RowsToLearn = z.object({
  rows: z
    .array(z.object({ said: Text, intent: Id }))
    .min(1)
    .max(ROWS_AT_ONCE),
})
export const RowsLearnt = z.object({
  added: z.number(),
  /** Examples of some intent already. */
  there: z.number(),
})
export type RowsLearnt = z.infer<typeof RowsLearnt>

export const TRY_OUT_ROUTES = {
  'POST /api/v1/knowledge/try/examples': { body: RowsToLearn, reply: RowsLearnt },
  'POST /api/v1/knowledge/try': { body: TalkDraft, reply: TriedTalkView },
  'POST /api/v1/knowledge/try/rows': { body: RowsDraft, reply: FoundRows },
  'GET /api/v1/knowledge/try/shoppers': { query: ShopperQuery, reply: z.object({ shoppers: z.array(ShopperView) }) },
} as const

export function toShopperView({ customer, orders }: { customer: Customer; orders: readonly string[] }): ShopperView {
  const { id, name = '', tier, verified, phone } = customer
  return { id, name, tier, verified, ...(phone !== undefined && { phone: maskPhone(phone) }), orders: [...orders] }
}

export function toFoundRows(rows: readonly TriedRow[], knowledge: KnowledgeBase): FoundRows {
  return {
    rows: rows.map(({ ranked, confidence, verdict }) => ({ ranked: [...ranked], confidence, verdict })),
    version: knowledge.version,
    titles: Object.fromEntries([...knowledge.intents.keys()].map((id) => [id, titleOf(id, knowledge)])),
  }
}

export function toTriedTurnView(turn: TriedTurn, knowledge: KnowledgeBase): TriedTurnView {
  const { said, replies, read, understood, context, milliseconds } = turn
  const explanation = replies.find((one) => one.explanation)?.explanation
  const template = explanation?.said && templateOf(explanation.said, knowledge)
  const best = explanation?.candidates[0]?.intent
  return {
    said: toDeskMessage(said, knowledge),
    replies: replies.map((one) => toDeskMessage(one, knowledge)),
    read: { text: read.text, pieces: [...read.pieces] },
    ...(understood && { heard: toHeardView(understood, knowledge) }),
    needed: neededFor(best, knowledge),
    ...(template && { template }),
    facts: Object.entries(explanation?.facts ?? {}).map(([name, value]) => ({
      name,
      label: { zh: factLabel(name, 'zh'), en: factLabel(name, 'en') },
      value,
    })),
    after: toContextView(context, knowledge),
    milliseconds: { ...milliseconds },
  }
}

function neededFor(intent: string | undefined, { thresholds }: KnowledgeBase): number {
  const risky = intent !== undefined && thresholds.riskyIntents.includes(intent)
  return risky ? Math.max(thresholds.answer, thresholds.risky) : thresholds.answer
}

function templateOf(
  said: { readonly intent: string; readonly answer: number; readonly product?: string },
  knowledge: KnowledgeBase,
): TriedTurnView['template'] {
  const product: Product | undefined = said.product === undefined ? undefined : knowledge.products.get(said.product)
  const answers = product ? product.answers[said.intent] : knowledge.intents.get(said.intent)?.answers
  const answer = answers?.[said.answer]
  return (
    answer && {
      ...toAnswerView(answer, knowledge, product),
      intent: said.intent,
      title: titleOf(said.intent, knowledge),
    }
  )
}

function toHeardView(understood: NonNullable<TriedTurn['understood']>, knowledge: KnowledgeBase): HeardView {
  const { language, mood, wantsPerson, threatensLaw, outOfScope, entities, questions } = understood
  return {
    language,
    mood,
    wantsPerson,
    threatensLaw,
    outOfScope,
    entities: toEntityViews(entities, knowledge),
    questions: questions.map(({ text, candidates: [best] }) => ({
      text,
      title: best ? titleOf(best.intent, knowledge) : '',
      confidence: best?.confidence ?? 0,
    })),
  }
}

/** Each once, however often it is said. */
function toEntityViews(entities: readonly Entity[], knowledge: KnowledgeBase): HeardView['entities'] {
  const views = entities.map((one) => ({ kind: one.kind, text: one.text, value: entityValue(one, knowledge) }))
  return [...new Map(views.map((one) => [`${one.kind} ${one.text}`, one])).values()]
}

/** What an entity says, in its canonical form. */
function entityValue(entity: Entity, knowledge: KnowledgeBase): string {
  if (entity.kind === 'product') return nameOf(entity.product, knowledge)
  const { kind: _, text: __, ...values } = entity
  // A day is from then until then.
  return [...new Set(Object.values(values).flat())].join(' ')
}

function toContextView(context: TriedTurn['context'], knowledge: KnowledgeBase): ContextView {
  const { productId, variant, orderNumber, lastIntents, misses, flow, paused } = context
  const flowView = flow && toFlowView(flow, knowledge)
  return {
    ...(productId !== undefined && { product: { value: productId, label: nameOf(productId, knowledge) } }),
    ...(variant && { variant: [variant.color, variant.size].filter(Boolean).join(' ') }),
    ...(orderNumber !== undefined && { order: orderNumber }),
    intents: lastIntents.map((id) => titleOf(id, knowledge)),
    misses,
    ...(flowView && { flow: flowView }),
    ...(paused && { paused: say(knowledge.flows.get(paused.flow)?.title ?? paused.flow, knowledge) }),
  }
}

function toFlowView({ flow: id, slots, asked }: FlowState, knowledge: KnowledgeBase): ContextView['flow'] {
  const flow = knowledge.flows.get(id)
  if (!flow) return undefined
  return {
    title: say(flow.title, knowledge),
    slots: flow.slots.map(({ name, label }) => {
      const text = slots[name]?.text
      return { label: say(label, knowledge), ...(text && { text }), asked: asked === name }
    }),
  }
}

function titleOf(id: string, knowledge: KnowledgeBase): string {
  return say(knowledge.intents.get(id)?.title ?? id, knowledge)
}

function nameOf(id: string, knowledge: KnowledgeBase): string {
  return say(knowledge.products.get(id)?.name ?? id, knowledge)
}

function say(text: LocalizedText, { shop }: KnowledgeBase): string {
  return textIn(text, shop.language, shop.language)
}
