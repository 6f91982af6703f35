import type { IntentId, ProductId } from '../ids.ts'

/** What is pressed to say that none of what was offered is meant. */
export const NONE_OF_THESE = 'none_of_these'

/** What a running flow's buttons do. */
export const FLOW_CONTROLS = ['confirm', 'change', 'cancel', 'skip', 'resume', 'drop'] as const
export type FlowControl = (typeof FLOW_CONTROLS)[number]

/** What a pressed option means. */
export type Choice =
  | { readonly kind: 'intent'; readonly intent: IntentId }
  | { readonly kind: 'product'; readonly id: ProductId }
  | { readonly kind: 'order'; readonly number: string }
  /** The value of a slot: an option, a SKU, yes or no. */
  | { readonly kind: 'slot'; readonly slot: string; readonly value: string }
  /** This slot is to be corrected. */
  | { readonly kind: 'correct'; readonly slot: string }
  | { readonly kind: 'flow'; readonly control: FlowControl }
  | { readonly kind: 'none' }

export function toChoiceValue(choice: Choice): string {
  switch (choice.kind) {
    case 'intent':
      return choice.intent
    case 'product':
      return `product:${choice.id}`
    case 'order':
      return `order:${choice.number}`
    case 'slot':
      return `slot:${choice.slot}:${choice.value}`
    case 'correct':
      return `correct:${choice.slot}`
    case 'flow':
      return `flow:${choice.control}`
    case 'none':
      return NONE_OF_THESE
  }
}

/** Undefined for a value that is none of ours, or names an intent that is not there any more: its label is then read as words. */
export function parseChoice(value: string, knows: (intent: IntentId) => boolean): Choice | undefined {
  if (value === NONE_OF_THESE) return { kind: 'none' }
  if (knows(value)) return { kind: 'intent', intent: value }

  const [, kind, rest = ''] = /^(\w+):(.+)$/.exec(value) ?? []
  switch (kind) {
    case 'product':
      return { kind: 'product', id: rest }
    case 'order':
      return { kind: 'order', number: rest }
    case 'slot': {
      const at = rest.indexOf(':')
      return at < 0 ? undefined : { kind: 'slot', slot: rest.slice(0, at), value: rest.slice(at + 1) }
    }
    case 'correct':
      return { kind: 'correct', slot: rest }
    case 'flow': {
      const control = FLOW_CONTROLS.find((one) => one === rest)
      return control && { kind: 'flow', control }
    }
    default:
      return undefined
  }
}

/** The products among what was offered. */
export function offeredProducts(offered: readonly { readonly value: string }[]): readonly ProductId[] {
  const ids = offered.flatMap(({ value }) => {
    const choice = parseChoice(value, () => false)
    return choice?.kind === 'product' ? choice.id : []
  })
  return [...new Set(ids)]
}
