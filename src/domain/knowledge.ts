import type { Calendar } from './calendar.ts'
import type { Condition } from './conditions.ts'
import type { IntentId, ProductId } from './ids.ts'
import { type Locale, type LocalizedText, textIn } from './localized-text.ts'
import type { Reception } from './reception.ts'

export const AUTONOMIES = ['auto', 'notify', 'veto', 'suggest', 'human'] as const
/** How far the bot may go with an intent by itself; `docs/knowledge.md` says what each means. */
export type Autonomy = (typeof AUTONOMIES)[number]

/** The text kept for an intent. `say` is a Liquid template; dates are `YYYY-MM-DD`, both included. */
export interface Answer {
  readonly say: LocalizedText
  readonly when?: Condition
  readonly valid?: { readonly from?: string; readonly until?: string }
  readonly priority: number
  readonly image?: string
  readonly products: readonly ProductId[]
}

export interface Intent {
  readonly id: IntentId
  readonly title: LocalizedText
  readonly examples: readonly string[]
  /** Utterances that look alike and belong elsewhere. */
  readonly not: readonly string[]
  readonly answers: readonly Answer[]
  readonly autonomy: Autonomy
  readonly next: readonly IntentId[]
}

export interface Variant {
  readonly sku: string
  readonly color?: LocalizedText
  readonly size?: string
  readonly stock: number
}

export interface SizeTable {
  readonly unit: string
  readonly columns: Readonly<Record<string, LocalizedText>>
  readonly rows: readonly (Readonly<Record<string, string | number>> & { readonly size: string | number })[]
}

/** `price` is in minor units of the shop's currency. */
export interface Product {
  readonly id: ProductId
  readonly name: LocalizedText
  readonly aliases: readonly string[]
  readonly category: LocalizedText
  readonly price: number
  readonly image?: string
  readonly summary: LocalizedText
  readonly attributes: Readonly<Record<string, LocalizedText>>
  readonly variants: readonly Variant[]
  readonly sizeTable?: SizeTable
  /** Instead of the shop-wide answers, for this product. */
  readonly answers: Readonly<Record<IntentId, readonly Answer[]>>
  readonly goesWith: readonly ProductId[]
}

export interface ShopProfile {
  readonly name: LocalizedText
  readonly language: Locale
  readonly timeZone: string
  readonly currency: string
  readonly greeting: LocalizedText
  readonly quickReplies: readonly IntentId[]
  readonly accent: string
  /** The owner's own facts: `shop.<key>` in templates. */
  readonly facts: Readonly<Record<string, LocalizedText>>
}

export interface HandoffPolicy {
  /** Misses in a row after which a person is called. */
  readonly afterMisses: number
  /** Words that call a person at once. */
  readonly sensitive: readonly string[]
  /** Customers of these tiers go to a person on the first miss, and first in the queue. */
  readonly tiersFirst: readonly string[]
  readonly vanishSeconds: number
}

/** Confidence from which on the bot answers, or asks which is meant. */
export interface Thresholds {
  /** The share of wrong answers that the owner accepts; the matcher's own trials then say what `answer` and `risky` are. */
  readonly risk?: number
  readonly answer: number
  readonly clarify: number
  readonly risky: number
  readonly riskyIntents: readonly IntentId[]
}

/** What `xiaoer test` holds: `expect` is an intent id, or `none` for out of scope. */
export interface OwnerTest {
  readonly say: string
  readonly expect?: IntentId
  readonly not?: IntentId
  /** `file:line:column` */
  readonly place: string
}

/** All that a shop wrote down, validated. Replaced whole, never changed. */
export interface KnowledgeBase {
  /** Hash of the files' contents. */
  readonly version: string
  readonly shop: ShopProfile
  readonly calendar: Calendar
  readonly reception: Reception
  readonly handoff: HandoffPolicy
  readonly thresholds: Thresholds
  readonly intents: ReadonlyMap<IntentId, Intent>
  readonly products: ReadonlyMap<ProductId, Product>
  readonly synonyms: readonly { readonly concept: string; readonly words: readonly string[] }[]
  readonly outOfScope: readonly string[]
  readonly tests: readonly OwnerTest[]
}

/** Something wrong in the files: where, what, and how to mend it. */
export interface Problem {
  /** `faq/shipping.yaml:12:7` */
  readonly place: string
  readonly cause: LocalizedText
  readonly mend: LocalizedText
}

/** `faq/shipping.yaml:12:7 原因 → 改法`: a problem on one line. */
export function toProblemLine(problem: Problem, locale: Locale): string {
  return `${problem.place} ${textIn(problem.cause, locale, 'zh')} → ${textIn(problem.mend, locale, 'zh')}`
}
