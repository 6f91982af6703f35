import type { DialogueContext } from '../../domain/dialogue/context.ts'
import type { Candidate, Explanation, SaidAnswer } from '../../domain/explanation.ts'
import type { IntentId } from '../../domain/ids.ts'
import { textIn } from '../../domain/localized-text.ts'
import type { MessageBody, Option } from '../../domain/message.ts'
import type { Consequences } from '../../ports/message-log.ts'
import type { Cards } from './cards.ts'
import type { Turn } from './turn.ts'

/** What 小二 says, and what becomes true with it. */
export type Reply = Cards & {
  readonly text: string
  /** The decision and its reason, as `answer`, `handoff:asked`, `flow:return_apply:ask:order`. */
  readonly rule: string
  /** The context after it. */
  readonly context: DialogueContext
  readonly facts?: Readonly<Record<string, string>>
  /** Index of the answer within its list. */
  readonly answer?: number
  readonly said?: SaidAnswer
  readonly image?: string
  readonly quickReplies?: readonly Option[]
  /** Which is meant: asked instead of answered. */
  readonly choices?: readonly Option[]
  readonly enqueue?: NonNullable<Consequences['enqueue']>
  /** The intent whose answer the agents are told of. */
  readonly notify?: IntentId
}

export function optionOf({ brain, speech }: Pick<Turn, 'brain' | 'speech'>, id: IntentId): Option {
  const { intents, shop } = brain.knowledge
  return { value: id, label: textIn(intents.get(id)?.title ?? id, speech.locale, shop.language) }
}

export function toBody({ text, image, products, orders, table, details, quickReplies, choices }: Reply): MessageBody {
  if (choices) return { kind: 'clarify', text, choices }
  return {
    kind: 'text',
    text,
    ...(image !== undefined && { image }),
    ...(products && products.length > 0 && { products }),
    ...(orders && orders.length > 0 && { orders }),
    ...(table && { table }),
    ...(details && details.length > 0 && { details }),
    ...(quickReplies && quickReplies.length > 0 && { quickReplies }),
  }
}

export function toExplanation(turn: Turn, reply: Reply): Explanation {
  const { knowledge } = turn.brain
  return {
    heardSeq: turn.stored.message.seq,
    rule: reply.rule,
    candidates: candidatesOf(turn),
    thresholds: { answer: knowledge.thresholds.answer, clarify: knowledge.thresholds.clarify },
    facts: reply.facts ?? {},
    ...(reply.answer !== undefined && { answer: reply.answer }),
    ...(reply.said && { said: reply.said }),
    knowledgeVersion: knowledge.version,
    trace: traceOf(turn, reply),
  }
}

function candidatesOf({ heard }: Turn): readonly Candidate[] {
  const { candidates, questions } = heard.understood
  return questions.length > 0 ? questions.flatMap((one) => one.candidates.slice(0, 1)) : candidates
}

/** What the decision rested on besides the candidates: named values, what is being talked about, the flow under way. */
function traceOf({ heard }: Turn, { context }: Reply): NonNullable<Explanation['trace']> {
  const { productId, variant, orderNumber, flow } = context
  const topic = {
    ...(productId !== undefined && { product: productId }),
    ...(variant && { variant: [variant.color, variant.size].filter(Boolean).join(' ') }),
    ...(orderNumber !== undefined && { order: orderNumber }),
  }
  return {
    entities: heard.understood.entities.map((one) => `${one.kind}: ${one.text}`),
    topic,
    ...(flow && {
      flow: {
        id: flow.flow,
        ...(flow.asked !== undefined && { asked: flow.asked }),
        slots: Object.fromEntries(Object.entries(flow.slots).map(([name, { value }]) => [name, value])),
      },
    }),
  }
}

/** One reply of several: words one under the other, cards together, the last one's buttons. */
export function joinReplies(first: Reply, second: Reply): Reply {
  const products = [...(first.products ?? []), ...(second.products ?? [])]
  const orders = [...(first.orders ?? []), ...(second.orders ?? [])]
  const details = [...(first.details ?? []), ...(second.details ?? [])]
  const table = second.table ?? first.table
  return {
    ...first,
    ...second,
    text: `${first.text}\n\n${second.text}`,
    rule: `${first.rule}+${second.rule}`,
    facts: { ...first.facts, ...second.facts },
    ...(products.length > 0 && { products }),
    ...(orders.length > 0 && { orders }),
    ...(details.length > 0 && { details }),
    ...(table && { table }),
  }
}
