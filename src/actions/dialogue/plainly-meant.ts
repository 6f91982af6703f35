import { flowStartedBy } from '../../domain/flow/flow.ts'
import type { IntentId } from '../../domain/ids.ts'
import { readWish } from '../../domain/skills/wish.ts'
import type { Turn } from './turn.ts'

/** Likely enough, where what the intent is about is being talked about and nothing else comes into question. */
const LIKELY = 0.5

export async function plainlyMeant(turn: Turn, intents: readonly IntentId[]): Promise<IntentId | undefined> {
  const { heard, brain, focus } = turn
  const task = taskOfAll(turn, intents)
  if (task !== undefined) return task
  const [only, ...others] = intents
  const [best] = heard.understood.candidates
  if (only === undefined || others.length > 0 || !best || best.confidence < LIKELY) return undefined

  const { needs } = brain.knowledge.intents.get(only) ?? {}
  const flow = flowStartedBy(brain.knowledge.flows, only)
  const takes = new Set<string>(flow?.slots.map(({ kind }) => kind))
  const isNamed = focus.named.length > 0 || focus.among.length > 0
  const isWished =
    takes.has('wish') && readWish(heard.text, heard.understood.entities, brain.knowledge.products.values())
  const isThere =
    (needs === 'product' && focus.product) ||
    ((needs === 'order' || takes.has('order')) && (await speaksOfOrder(turn))) ||
    (takes.has('product') && focus.product !== undefined) ||
    (isNamed && (takes.has('product') || takes.has('wish') || asksDeal(turn, only))) ||
    (isWished !== undefined && isWished !== false)
  return isThere && !brain.knowledge.thresholds.riskyIntents.includes(only) ? only : undefined
}

export function asksDeal({ brain }: Turn, intent: IntentId): boolean {
  const answers = brain.knowledge.intents.get(intent)?.answers ?? []
  return answers.some(({ say }) => brain.renderer.factsOf(say).some((fact) => fact.startsWith('deal.')))
}

/** "要退 尺码不合适": a task and the reason for it are one thing. */
export function taskOfAll({ brain }: Turn, intents: readonly IntentId[]): IntentId | undefined {
  const begins = intents.find((id) => flowStartedBy(brain.knowledge.flows, id))
  const flow = flowStartedBy(brain.knowledge.flows, begins)
  const reasons = new Set(flow?.slots.flatMap(({ options }) => options.flatMap((option) => option.intents)))
  const others = intents.filter((id) => id !== begins)
  return others.length > 0 && others.every((id) => reasons.has(id)) ? begins : undefined
}

/** An order is under discussion, or what is named is in one of the shopper's. */
async function speaksOfOrder({ heard, focus, orders }: Turn): Promise<boolean> {
  if (heard.context.orderNumber !== undefined) return true
  const named = new Set([...focus.named, ...focus.among].map(({ id }) => id))
  if (named.size === 0) return false
  return (await orders()).some(({ items }) => items.some(({ productId }) => named.has(productId)))
}
