import type { Calendar } from './calendar.ts'
import type { OrderStatus } from './commerce.ts'
import type { Condition } from './conditions.ts'
import type { DeskPolicy } from './desk-policy.ts'
import type { Flow } from './flow/flow.ts'
import type { FlowId, IntentId, ProductId } from './ids.ts'
import { type Locale, type LocalizedText, textIn } from './localized-text.ts'
import type { RatingPolicy } from './rating.ts'
import type { Reception } from './reception.ts'
import type { SecurityPolicy } from './second-step.ts'

export const AUTONOMIES = ['auto', 'notify', 'veto', 'suggest', 'human'] as const
/** How far the bot may go with an intent by itself; `docs/knowledge.md` says what each means. */
export type Autonomy = (typeof AUTONOMIES)[number]

/** What a reply may show below its words, when there is such a thing. */
export const CARDS = [
  'product',
  'picks',
  'pairs',
  'comparison',
  'order',
  'orders',
  'parcel',
  'case',
  'coupons',
] as const
export type Card = (typeof CARDS)[number]

/** The text kept for an intent. `say` is a Liquid template; dates are `YYYY-MM-DD`, both included. */
export interface Answer {
  readonly say: LocalizedText
  readonly when?: Condition
  readonly valid?: { readonly from?: string; readonly until?: string }
  readonly priority: number
  readonly image?: string
  readonly products: readonly ProductId[]
  readonly show: readonly Card[]
  /** Offered with this answer instead of what the intent offers. */
  readonly next?: readonly IntentId[]
}

/** What an intent is about: without it there is nothing to say, so it is asked for. */
export const NEEDS = ['product', 'order'] as const
export type Need = (typeof NEEDS)[number]

export interface Intent {
  readonly id: IntentId
  /** Where the owner wrote it down: `faq/shipping.yaml`. */
  readonly file?: string
  readonly title: LocalizedText
  /** Switched off by the owner: in the files, and not in what serves. */
  readonly enabled?: false
  readonly examples: readonly string[]
  /** Utterances that look alike and belong elsewhere. */
  readonly not: readonly string[]
  readonly answers: readonly Answer[]
  readonly autonomy: Autonomy
  readonly next: readonly IntentId[]
  readonly needs?: Need
  /** Of an intent that needs an order: those that are meant first; empty: the newest. */
  readonly orders: readonly OrderStatus[]
}

export interface Variant {
  readonly sku: string
  readonly color?: LocalizedText
  readonly size?: string
  readonly stock: number
  /** Where it differs from the product's; in minor units. */
  readonly price?: number
}

/** Whom a size fits: ranges, both ends included. Height, waist and foot in cm, weight in kg. */
export const MEASURES = ['height', 'weight', 'waist', 'foot'] as const
export type Measure = (typeof MEASURES)[number]
export type Fits = { readonly [measure in Measure]?: readonly [number, number] }

/** How a garment is cut. */
export const CUTS = ['slim', 'regular', 'loose'] as const
export type Cut = (typeof CUTS)[number]

export interface SizeTable {
  readonly unit: string
  readonly columns: Readonly<Record<string, LocalizedText>>
  readonly rows: readonly SizeRow[]
}

export interface SizeRow {
  readonly size: string
  /** By column. */
  readonly cells: Readonly<Record<string, string | number>>
  readonly fits: Fits
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
  readonly cut?: Cut
  /** What it is good for, whom it suits, in the words shoppers use: recommendations go by these. */
  readonly tags: readonly string[]
  /** Once opened or tried on it cannot be returned without a reason. */
  readonly hygiene: boolean
  /** Its page, where that is not `/products/<id>`. */
  readonly url?: string
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
  /** Facts that the owner has named and not written yet: what needs them is not said. */
  readonly unwritten?: readonly string[]
}

/** Takes `off` from every basket of at least `spend`, with `repeat` once per `spend`. Minor units; dates included. */
export interface Promotion {
  readonly id: string
  readonly name: LocalizedText
  readonly spend: number
  readonly off: number
  readonly repeat: boolean
  readonly valid?: { readonly from?: string; readonly until?: string }
}

/** How the shop sells: its promotions, and the most that a bargainer may be given. */
export interface Selling {
  readonly promotions: readonly Promotion[]
  /** The id of the coupon that may be offered to whoever asks for a better price. */
  readonly bargainCoupon?: string
}

export interface DialoguePolicy {
  /** After so long a silence, what was talked about is forgotten. */
  readonly forgetMinutes: number
  /** A parcel without news for so long is stuck. */
  readonly stuckHours: number
  /** Wrong guesses at an order's phone number, per order and per customer in a day. */
  readonly proofTries: number
}

/** What must not be said, by the bot or by people. */
export const FORBIDDEN_ACTIONS = ['warn', 'mask', 'block'] as const
export type ForbiddenAction = (typeof FORBIDDEN_ACTIONS)[number]
export interface ForbiddenWords {
  readonly words: readonly string[]
  readonly action: ForbiddenAction
  readonly why: LocalizedText
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
  readonly desk: DeskPolicy
  readonly thresholds: Thresholds
  readonly intents: ReadonlyMap<IntentId, Intent>
  readonly products: ReadonlyMap<ProductId, Product>
  readonly flows: ReadonlyMap<FlowId, Flow>
  readonly selling: Selling
  readonly dialogue: DialoguePolicy
  readonly security: SecurityPolicy
  readonly ratings: RatingPolicy
  readonly forbidden: readonly ForbiddenWords[]
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
