import type { CaseType } from '../case.ts'
import type { OrderStatus } from '../commerce.ts'
import type { Condition } from '../conditions.ts'
import type { FlowId, IntentId } from '../ids.ts'
import type { Answer } from '../knowledge.ts'
import type { LocalizedText } from '../localized-text.ts'

/**
 * What a slot learns. `wish` is what the shopper looks for (who it is for, what kind, how much); `variant` another colour or size
 * of the item; `photo` one picture or more.
 */
export const SLOT_KINDS = [
  'order',
  'item',
  'product',
  'variant',
  'choice',
  'yes_no',
  'quantity',
  'text',
  'photo',
  'phone',
  'height',
  'weight',
  'foot',
  'size',
  'wish',
] as const
export type SlotKind = (typeof SLOT_KINDS)[number]

export interface SlotOption {
  readonly value: string
  readonly label: LocalizedText
  /** Words that mean it. */
  readonly words: readonly string[]
  /** Intents that mean it: who comes in by `damaged` need not be asked why. */
  readonly intents: readonly IntentId[]
}

/** One thing that a flow must learn. Texts are Liquid templates. */
export interface FlowSlot {
  readonly name: string
  readonly kind: SlotKind
  /** What it is called in summaries. */
  readonly label: LocalizedText
  /** How it is asked for; without it, it is never asked, only taken when it is said. */
  readonly ask?: LocalizedText
  /** Learnt only while this holds. */
  readonly when?: Condition
  /** The shopper may leave it out. */
  readonly optional: boolean
  /** Of a `choice`. */
  readonly options: readonly SlotOption[]
  /** Of an `order`: those that may be chosen; empty: all. */
  readonly orders: readonly OrderStatus[]
}

/** The shop's policy: the first rule that holds is applied, as soon as its facts are known. */
export interface FlowRule {
  readonly when: Condition
  readonly say: LocalizedText
  /** `stop` ends the flow with these words, `handoff` calls a person with them. */
  readonly result: 'stop' | 'handoff'
  readonly next: readonly IntentId[]
}

export interface FlowCase {
  readonly type: CaseType
  readonly dueHours: number
}

/** A task of several turns. */
export interface Flow {
  readonly id: FlowId
  readonly title: LocalizedText
  /** The intents that begin it. */
  readonly start: readonly IntentId[]
  readonly slots: readonly FlowSlot[]
  readonly rules: readonly FlowRule[]
  /** Asked before it is done, with a summary; without it, it is done at once. */
  readonly confirm?: { readonly say: LocalizedText; readonly yes: LocalizedText }
  readonly case?: FlowCase
  /** What is said when it is done: the first usable one. */
  readonly done: readonly Answer[]
  readonly next: readonly IntentId[]
}

/** What a slot has learnt: the value that conditions compare, and how it is shown. */
export interface SlotValue {
  readonly value: string
  readonly text: string
}

export type Slots = Readonly<Record<string, SlotValue>>

/** A flow under way. */
export interface FlowState {
  readonly flow: FlowId
  /** The intent that began it. */
  readonly intent: IntentId
  readonly slots: Slots
  /** The slot that was asked for last, or `confirm`, or `change`: which slot is to be corrected. */
  readonly asked?: string
  /** Times running that the answer was not understood. */
  readonly misses: number
  /** The seq of the message that began it: with it, what the flow opens is opened once. */
  readonly startedSeq: number
}

/** The flow that an intent begins. */
export function flowStartedBy(flows: ReadonlyMap<FlowId, Flow>, intent: IntentId | undefined): Flow | undefined {
  for (const flow of flows.values()) if (intent !== undefined && flow.start.includes(intent)) return flow
  return undefined
}
