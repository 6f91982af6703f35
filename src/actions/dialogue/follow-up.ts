import { flowStartedBy } from '../../domain/flow/flow.ts'
import { readFoot } from '../../domain/flow/read-measure.ts'
import type { IntentId } from '../../domain/ids.ts'
import type { Need } from '../../domain/knowledge.ts'
import { asksDeal } from './plainly-meant.ts'
import type { Turn } from './turn.ts'

/** How far back what was asked may lie. */
const LOOKED_BACK = 3

/** "那 250 呢" */
const BARE_AMOUNT = /^\D{0,2}\d{2,5}\D{0,2}$/

/** What is asked of a value that comes alone, where nothing was asked before. */
const USUAL: readonly (readonly [about: string, intent: IntentId])[] = [
  ['height', 'size_advice'],
  ['weight', 'size_advice'],
  ['foot', 'size_advice'],
  ['order', 'order_status'],
  ['variant', 'stock_check'],
]

/**
 * The intent that a message without a question of its own goes on with: the newest that is about the same kind of thing.
 * `need`: the kind that was chosen; without it, the kinds that the message names.
 */
export function followUpIntent(turn: Turn, need?: Need): IntentId | undefined {
  const { heard, brain } = turn
  const about = need === undefined ? namedIn(turn) : [need]
  const asked = askedBack(turn).find((id) => about.some((thing) => isAbout(turn, id, thing)))
  if (asked !== undefined) return asked

  // A product that was picked answers the last question only: after a recommendation it is a new beginning.
  const recent = heard.context.lastIntents.slice(0, need === 'product' ? 1 : LOOKED_BACK)
  const earlier = recent.find((id) => about.some((thing) => isAbout(turn, id, thing)))
  if (earlier !== undefined) return earlier

  const usual = USUAL.find(([thing]) => about.includes(thing))?.[1]
  return usual !== undefined && brain.knowledge.intents.has(usual) ? usual : undefined
}

/** Which was meant was asked by the last reply: a value alone takes up what was offered. */
function askedBack({ heard }: Turn): readonly IntentId[] {
  const { clarified, offered } = heard.context
  return clarified ? offered.map(({ value }) => value) : []
}

function namedIn({ heard, focus }: Turn): readonly string[] {
  const kinds = heard.understood.entities.map(({ kind }) => kind)
  return [
    ...kinds.filter((kind) => ['height', 'weight', 'place', 'money', 'time', 'quantity'].includes(kind)),
    ...(readFoot(heard.text) === undefined ? [] : ['foot']),
    ...(BARE_AMOUNT.test(heard.text.trim()) ? ['money'] : []),
    ...(focus.variant.color !== undefined || focus.variant.size !== undefined || focus.unknown.length > 0
      ? ['variant']
      : []),
    ...(focus.named.length > 0 || focus.among.length > 0 ? ['product'] : []),
    ...(focus.order || focus.orderNumber !== undefined ? ['order'] : []),
  ]
}

/** Whether an intent, or the flow that it starts, is about such a thing. */
function isAbout(turn: Turn, id: IntentId, thing: string): boolean {
  const { brain } = turn
  const intent = brain.knowledge.intents.get(id)
  const flow = flowStartedBy(brain.knowledge.flows, id)
  const kinds = new Set<string>(flow?.slots.map(({ kind }) => kind))
  switch (thing) {
    case 'product':
    case 'variant':
      return intent?.needs === 'product' || kinds.has('product')
    case 'order':
      return intent?.needs === 'order' || kinds.has('order')
    case 'money':
      return kinds.has('wish') || asksDeal(turn, id)
    case 'height':
    case 'weight':
    case 'foot':
      return kinds.has(thing)
    default:
      return intent?.needs === undefined && flow === undefined && isOfPlaceOrTime(id, thing)
  }
}

/** "那新疆呢": shipping is asked of a place, promotions and shipping of a time. */
function isOfPlaceOrTime(id: IntentId, thing: string): boolean {
  return thing === 'place' ? id.startsWith('shipping_') : id.startsWith('shipping_') || id.startsWith('promotion_')
}
