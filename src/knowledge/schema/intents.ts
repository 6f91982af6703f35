import { z } from 'zod'
import { ORDER_STATUSES } from '../../domain/commerce.ts'
import { AUTONOMIES, CARDS, NEEDS } from '../../domain/knowledge.ts'
import { Condition, Day, IntentName, Localized, Media, ProductName, Words } from './words.ts'

export const Answer = z.strictObject({
  say: Localized,
  when: Condition.exactOptional(),
  valid: z.strictObject({ from: Day.exactOptional(), until: Day.exactOptional() }).exactOptional(),
  priority: z.number().int().default(0),
  image: Media.exactOptional(),
  products: z.array(ProductName).default([]),
  show: z.array(z.enum(CARDS)).default([]),
  next: z.array(IntentName).exactOptional(),
})
export type AnswerInput = z.output<typeof Answer>

const Intent = z.strictObject({
  id: IntentName,
  title: Localized,
  examples: z.array(Words).min(1),
  not: z.array(Words).default([]),
  answers: z.array(Answer).default([]),
  enabled: z.boolean().default(true),
  autonomy: z.enum(AUTONOMIES).default('auto'),
  next: z.array(IntentName).default([]),
  needs: z.enum(NEEDS).exactOptional(),
  orders: z.array(z.enum(ORDER_STATUSES)).default([]),
})

export const IntentsFile = z.strictObject({ intents: z.array(Intent) })
