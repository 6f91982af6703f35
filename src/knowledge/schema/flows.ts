import { z } from 'zod'
import { CASE_TYPES } from '../../domain/case.ts'
import { ORDER_STATUSES } from '../../domain/commerce.ts'
import { SLOT_KINDS } from '../../domain/flow/flow.ts'
import { Answer } from './intents.ts'
import { Condition, IntentName, Key, Localized, Words } from './words.ts'

const Option = z.strictObject({
  value: Key,
  label: Localized,
  words: z.array(Words).default([]),
  intents: z.array(IntentName).default([]),
})

const Slot = z.strictObject({
  name: Key,
  kind: z.enum(SLOT_KINDS),
  label: Localized,
  ask: Localized.exactOptional(),
  when: Condition.exactOptional(),
  optional: z.boolean().default(false),
  options: z.array(Option).default([]),
  orders: z.array(z.enum(ORDER_STATUSES)).default([]),
})

const Rule = z.strictObject({
  when: Condition,
  say: Localized,
  result: z.enum(['stop', 'handoff']).default('stop'),
  next: z.array(IntentName).default([]),
})

const Flow = z.strictObject({
  id: IntentName,
  title: Localized,
  start: z.array(IntentName).min(1),
  slots: z.array(Slot).min(1),
  rules: z.array(Rule).default([]),
  confirm: z.strictObject({ say: Localized, yes: Localized }).exactOptional(),
  case: z.strictObject({ type: z.enum(CASE_TYPES), due_hours: z.number().positive() }).exactOptional(),
  done: z.array(Answer).min(1),
  next: z.array(IntentName).default([]),
})
export type FlowInput = z.output<typeof Flow>

export const FlowsFile = z.strictObject({ flows: z.array(Flow) })
