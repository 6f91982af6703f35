import { flowStartedBy } from '../../domain/flow/flow.ts'
import type { IntentId } from '../../domain/ids.ts'
import { readWish } from '../../domain/skills/wish.ts'
import type { Brain } from '../../ports/world.ts'
import type { Turn } from './turn.ts'

/** Likely enough, where what the intent is about is being talked about and nothing else comes into question. */
const LIKELY = 0.3

export async function plainlyMeant(turn: Turn, intents: readonly IntentId[]): Promise<IntentId | undefined> {
  const { heard, brain, focus } = turn
  const task = taskOfAll(turn, intents)
  if (task !== undefined) return task
  const [first, ...others] = intents
  const { riskyIntents } = brain.knowledge.thresholds
  // The only one that comes into question is what was spoken of just before.
  if (
    first !== undefined &&
    others.length === 0 &&
    first === heard.context.lastIntents[0] &&
    !riskyIntents.includes(first)
  )
    return first
  const [best] = heard.understood.candidates
  if (!best || best.confidence < LIKELY) return undefined
  const wishes = wishedFor(turn)
  if (wishes !== undefined) return wishes
  const only = others.length === 0 ? first : asksVariant(turn, intents)
  if (only === undefined) return undefined

  const { needs } = brain.knowledge.intents.get(only) ?? {}
  const flow = flowStartedBy(brain.knowledge.flows, only)
  const takes = new Set<string>(flow?.slots.map(({ kind }) => kind))
  const isNamed = focus.named.length > 0 || focus.among.length > 0
  const isWished = takes.has('wish') && readWish(heard.text, heard.understood.entities, brain.knowledge.products)
  const isThere =
    (needs === 'product' && focus.product) ||
    ((needs === 'order' || takes.has('order')) && (await speaksOfOrder(turn))) ||
    (takes.has('product') && focus.product !== undefined) ||
    (isNamed && (takes.has('product') || takes.has('wish'))) ||
    (asksDeal(turn, only) && (isNamed || focus.product !== undefined || /\d{2,}/.test(heard.text))) ||
    (isWished !== undefined && isWished !== false)
  return isThere && !riskyIntents.includes(only) ? only : undefined
}

/** "有紫色的吗": of several questions that come into question, the one that tells of a colour and size where one is named. */
function asksVariant({ focus, brain }: Turn, intents: readonly IntentId[]): IntentId | undefined {
  const isNamed = focus.variant.color !== undefined || focus.variant.size !== undefined || focus.unknown.length > 0
  return isNamed ? intents.find((id) => speaksOf(brain, id, 'variant.')) : undefined
}

/** "有没有 50 块以内的面霜": a kind of thing within a budget is a wish, whatever else the words are like. */
function wishedFor({ heard, brain }: Turn): IntentId | undefined {
  const { flows, products } = brain.knowledge
  const wish = readWish(heard.text, heard.understood.entities, products)
  if (!wish || wish.words.length === 0 || wish.atMost === undefined || !BOUNDED.test(heard.text)) return undefined
  return [...flows.values()].find(({ slots }) => slots.some(({ kind }) => kind === 'wish'))?.start[0]
}

const BOUNDED = /以内|以下|之内|不超过|左右|\b(?:under|below|within|up to|around)\b/i

export function asksDeal({ brain }: Turn, intent: IntentId): boolean {
  return speaksOf(brain, intent, 'deal.')
}

function speaksOf({ knowledge, renderer }: Brain, intent: IntentId, prefix: string): boolean {
  const answers = knowledge.intents.get(intent)?.answers ?? []
  return answers.some(({ say }) => renderer.factsOf(say).some((fact) => fact.startsWith(prefix)))
}

/** "要退 尺码不合适": a task and the reason for it are one thing. */
export function taskOfAll({ brain }: Turn, intents: readonly IntentId[]): IntentId | undefined {
  const begins = intents.find((id) => flowStartedBy(brain.knowledge.flows, id))
  const flow = flowStartedBy(brain.knowledge.flows, begins)
  const reasons = new Set(flow?.slots.flatMap(({ options }) => options.flatMap((option) => option.intents)))
  const others = intents.filter((id) => id !== begins)
  return others.length > 0 && others.every((id) => reasons.has(id)) ? begins : undefined
}

/** An order is under discussion, or there is only one, or what is named is in one of the shopper's. */
async function speaksOfOrder({ heard, focus, orders }: Turn): Promise<boolean> {
  if (heard.context.orderNumber !== undefined || (await orders()).length === 1) return true
  const named = new Set([...focus.named, ...focus.among].map(({ id }) => id))
  if (named.size === 0) return false
  return (await orders()).some(({ items }) => items.some(({ productId }) => named.has(productId)))
}
