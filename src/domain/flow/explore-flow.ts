import type { Facts } from '../conditions.ts'
import type { Flow, FlowSlot } from './flow.ts'
import { mayHold } from './may-hold.ts'

/** Which steps of a flow some shopper can come to. */
export interface Explored {
  readonly slots: ReadonlySet<string>
  /** Indices of rules. */
  readonly rules: ReadonlySet<number>
  readonly end: boolean
}

/** More combinations of answers than this are not walked through one by one. */
const MOST_WALKS = 20_000

/**
 * Walks through a flow with every combination of answers to its choices. Facts of the shop and free texts are open: a step counts
 * as reachable where nothing rules it out.
 */
export function exploreFlow(flow: Flow): Explored {
  const slots = new Set<string>()
  const rules = new Set<number>()
  let end = false
  let walks = 0

  const walk = (answers: Facts, left: readonly FlowSlot[]): void => {
    walks += 1
    if (walks > MOST_WALKS) return
    const isOpen = (fact: string) => !fact.startsWith('slot.') || isFree(flow, fact)
    for (const [index, rule] of flow.rules.entries()) {
      const prospect = mayHold(rule.when, answers, isOpen)
      if (prospect !== 'never') rules.add(index)
      if (prospect === 'always') return
    }
    const next = left.find((slot) => slot.ask !== undefined && prospectOf(slot, answers, isOpen) !== 'never')
    if (!next) {
      end = true
      return
    }
    slots.add(next.name)
    const rest = left.slice(left.indexOf(next) + 1)
    if (prospectOf(next, answers, isOpen) === 'maybe') walk(answers, rest)
    for (const value of valuesOf(next))
      walk(value === undefined ? answers : { ...answers, [`slot.${next.name}`]: value }, rest)
  }
  walk({}, flow.slots)
  return { slots, rules, end }
}

function prospectOf({ when }: FlowSlot, answers: Facts, isOpen: (fact: string) => boolean) {
  return when ? mayHold(when, answers, isOpen) : 'always'
}

/** What may be answered; undefined stands for an answer that conditions cannot know beforehand, or none. */
function valuesOf({ kind, options, optional }: FlowSlot): readonly (string | undefined)[] {
  const left = optional ? [undefined] : []
  if (kind === 'choice') return [...options.map(({ value }) => value), ...left]
  return kind === 'yes_no' ? ['yes', 'no', ...left] : [undefined]
}

/** Facts of slots that are not chosen from a list may be anything; of a slot that is not there, nothing. */
function isFree({ slots }: Flow, fact: string): boolean {
  const slot = slots.find(({ name }) => fact === `slot.${name}` || fact === `slot.${name}_text`)
  return (
    slot !== undefined &&
    ((slot.kind !== 'choice' && slot.kind !== 'yes_no') || fact.endsWith('_text') || slot.ask === undefined)
  )
}
