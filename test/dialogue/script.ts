import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { ROOT } from '../../src/config/config.ts'
import { GivenOrder } from './given.ts'

const Words = z.union([z.string(), z.array(z.string())]).transform((text) => [text].flat())

/** What the shopper does, one of these, and what must then be true of 小二's reply. */
const TurnScript = z.strictObject({
  say: z.string().optional(),
  /** The label of something that the last reply offered. */
  press: z.string().optional(),
  picture: z.string().optional(),
  /** A card that the shopper sends. */
  product: z.string().optional(),
  order: z.string().optional(),
  /** What the page shows from now on; 小二 says nothing to it. */
  look: z
    .strictObject({
      product: z.string().optional(),
      order: z.string().optional(),
      basket: z.array(z.strictObject({ product: z.string(), quantity: z.number() })).optional(),
    })
    .optional(),
  /** Time that passes, as `90m`, `3h`, `2d`. */
  wait: z
    .string()
    .regex(/^\d+[mhd]$/)
    .optional(),

  /** All of these words stand in the reply (its text, cards and buttons). */
  has: Words.optional(),
  /** None of these does. */
  hasNot: Words.optional(),
  /** The newest intent that is talked about after it. */
  intent: z.string().optional(),
  /** The intents that this reply answers, in their order. */
  intents: z.array(z.string()).optional(),
  /** How the rule begins. */
  rule: z.string().optional(),
  /** Facts that the reply used. */
  facts: z.record(z.string(), z.string()).optional(),
  /** What the task under way has learnt: name → value. */
  slots: z.record(z.string(), z.string()).optional(),
  /** The task under way, or `none`. */
  flow: z.string().optional(),
  topic: z
    .strictObject({ product: z.string().optional(), variant: z.string().optional(), order: z.string().optional() })
    .optional(),
  /** Labels that are offered. */
  offers: Words.optional(),
  cards: z.array(z.enum(['products', 'orders', 'table', 'details', 'image'])).optional(),
  /** The products whose cards are shown, in their order. */
  shown: z.array(z.string()).optional(),
  /** What stands at the top of the comparison. */
  columns: z.array(z.string()).optional(),
  /** The language of the reply. */
  speaks: z.enum(['zh', 'en']).optional(),
  /** The fact of this product that is noted as wanting: `men-polo product.origin`. */
  missing: z.string().optional(),
  /** The reason why people were called. */
  handoff: z.string().optional(),
  /** Words on the card of whoever takes over. */
  card: Words.optional(),
})
export type TurnScript = z.output<typeof TurnScript>

const ExpectedCase = z.strictObject({
  type: z.string(),
  order: z.string().optional(),
  sku: z.string().optional(),
  evidence: z.number().optional(),
  details: z.record(z.string(), z.string()).optional(),
})
export type ExpectedCase = z.output<typeof ExpectedCase>

const DialogueScript = z.strictObject({
  name: z.string(),
  /** A customer of the demo shop; left out: nobody the shop knows. */
  as: z.string().optional(),
  /** The shop's clock. */
  at: z.string().optional(),
  locale: z.enum(['zh', 'en']).optional(),
  /** Orders that are otherwise than in the demo. */
  given: z.array(GivenOrder).optional(),
  turns: z.array(TurnScript).min(1),
  /** The case that is there at the end, or all of them, each of another type. */
  case: z.union([ExpectedCase.transform((one) => [one]), z.array(ExpectedCase)]).optional(),
  /** How many cases the conversation opened. */
  cases: z.number().optional(),
})
export type DialogueScript = z.output<typeof DialogueScript>

const File = z.strictObject({ dialogues: z.array(DialogueScript) })

/** Every scripted conversation, by file. */
export function listScripts(): ReadonlyMap<string, readonly DialogueScript[]> {
  const folder = join(ROOT, 'test/dialogue')
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return new Map(
    files.toSorted().map((name) => {
      const parsed = File.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
      if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`)
      return [name, parsed.data.dialogues]
    }),
  )
}
