import { verdictOf } from '../../domain/decide-reply.ts'
import { offeredProducts } from '../../domain/dialogue/choice.ts'
import { isEllipsis } from '../../domain/dialogue/ellipsis.ts'
import { type Flow, type FlowSlot, flowStartedBy, type Slots } from '../../domain/flow/flow.ts'
import { readSlot } from '../../domain/flow/read-slot.ts'
import type { SlotWorld } from '../../domain/flow/slot-world.ts'
import { readWish } from '../../domain/skills/wish.ts'
import type { Deps } from '../deps.ts'
import { slotWorld } from './flow-world.ts'
import type { Reply } from './reply.ts'
import { startFlow } from './start-flow.ts'
import type { Turn } from './turn.ts'

/** What refines advice is said in few words; English words are longer. */
const LONGEST = { zh: 14, en: 40 } as const
const REFINING: readonly FlowSlot['kind'][] = ['choice', 'height', 'weight', 'foot', 'size', 'wish']
const BARE_NUMBER = /^\D{0,4}(\d{2,3})\D{0,4}$/
/** A bare number from here on is a height, below it a weight in 斤. */
const SHORTEST_HEIGHT = 140

/** "宽松一点", "那170的呢", "200 以内的": advice that was just given is given anew. A task that opened a case is over. */
export async function refineAdvice(deps: Deps, turn: Turn): Promise<Reply | undefined> {
  const { heard, brain } = turn
  const [last] = heard.context.lastIntents
  const flow = flowStartedBy(brain.knowledge.flows, last)
  if (last === undefined || !flow || flow.case || heard.text.length > LONGEST[turn.speech.locale]) return undefined
  const cheaper = cheaperWish(turn, flow)
  if (cheaper) return startFlow(deps, turn, flow, { intent: last, known: cheaper })
  // A bare number looks like anything to the matcher; here it can only be one thing.
  const isSure = verdictOf(heard.understood.candidates, brain.knowledge.thresholds) === 'answer'
  if (isSure && !BARE_NUMBER.test(heard.text.trim())) return undefined

  const known = readRefinement(turn, flow, await slotWorld(turn, flow, {}))
  return Object.keys(known).length === 0 ? undefined : startFlow(deps, turn, flow, { intent: last, known })
}

function readRefinement({ heard }: Turn, flow: Flow, world: SlotWorld): Slots {
  const bare = BARE_NUMBER.exec(heard.text.trim())?.[1]
  const bareKind = bare === undefined ? undefined : Number(bare) >= SHORTEST_HEIGHT ? 'height' : 'weight'
  return Object.fromEntries(
    flow.slots.flatMap((slot) => {
      if (!REFINING.includes(slot.kind)) return []
      const value = readSlot(slot, heard, world, slot.kind === bareKind, flow.slots)
      if (slot.kind === 'wish' && !saysNothingElse(heard, world)) return []
      return value ? [[slot.name, value]] : []
    }),
  )
}

/** "跑鞋尺码怎么选" names something to wish for, and asks something else. */
function saysNothingElse({ text, understood }: Turn['heard'], { products }: SlotWorld): boolean {
  const wish = readWish(text, understood.entities, products)
  return isEllipsis(text, understood.entities, [...(wish?.words ?? []), ...(text.match(/\d+/g) ?? [])])
}

const CHEAPER = /便宜|实惠|太贵|贵了|\b(?:cheaper|less expensive|too expensive)\b/i

/** "再便宜点的": after a recommendation it asks for others below what was shown, and is no bargaining. */
function cheaperWish({ heard, brain }: Turn, flow: Flow): Slots | undefined {
  const slot = flow.slots.find(({ kind }) => kind === 'wish')
  if (!slot || !CHEAPER.test(heard.text)) return undefined

  const shown = offeredProducts(heard.context.offered).flatMap((id) => brain.knowledge.products.get(id) ?? [])
  const cheapest = Math.min(...shown.map(({ price }) => price))
  if (!Number.isFinite(cheapest)) return undefined
  const below = `${Math.max(0, Math.floor(cheapest / 100) - 1)}以内`
  return { [slot.name]: { value: below, text: below } }
}
