import type { FlowState } from '../flow/flow.ts'
import type { IntentId, ProductId } from '../ids.ts'
import type { Locale } from '../localized-text.ts'
import type { Option } from '../message.ts'
import type { Build } from '../skills/fit.ts'
import type { Wish } from '../skills/wish.ts'

/** Which colour and size of the product is being talked about, in the product's own words. */
export interface VariantChoice {
  readonly color?: string
  readonly size?: string
}

export interface BasketLine {
  readonly productId: ProductId
  readonly quantity: number
}

/** An order was asked about by somebody who has not shown whose it is. */
export interface ProofState {
  /** What is answered once it is shown. */
  readonly intent: IntentId
  readonly orderNumber?: string
  /** The last digits of a phone number, where they came before the order's number. */
  readonly digits?: string
}

/** What is being talked about; kept per conversation. */
export interface DialogueContext {
  /** Messages in a row that were not understood. */
  readonly misses: number
  /** Whether the last reply asked which intent is meant. */
  readonly clarified: boolean
  /** Newest first, at most five. */
  readonly lastIntents: readonly IntentId[]
  /** The choices or quick replies that the last reply offered. */
  readonly offered: readonly Option[]
  readonly productId?: ProductId
  readonly variant?: VariantChoice
  readonly orderNumber?: string
  readonly page?: { readonly url: string; readonly title: string }
  /** What the page's cart holds. */
  readonly basket?: readonly BasketLine[]
  /** The shopper's measures, as they were told. */
  readonly build?: Build
  /** The products that were shown last to choose from, in their order. */
  readonly shown?: readonly ProductId[]
  /** The products that were compared last. */
  readonly compared?: readonly ProductId[]
  /** What the shopper looks for. */
  readonly wish?: Wish
  readonly flow?: FlowState
  /** A flow that another one has interrupted. */
  readonly paused?: FlowState
  readonly proof?: ProofState
  /** Orders that the shopper has shown to be theirs. */
  readonly proven?: readonly string[]
  /** Pictures that were sent lately, for a flow that will ask for them. */
  readonly pictures?: readonly string[]
  /** The language that was plainly spoken last: one word alone says nothing of it. */
  readonly spoken?: Locale
  /** When it was last talked about, epoch milliseconds. */
  readonly touchedAt?: number
}

export const EMPTY_CONTEXT: DialogueContext = { misses: 0, clarified: false, lastIntents: [], offered: [] }

/** The context as it counts now: after a long silence only the page, the cart and the shopper's measures are still true. */
export function freshContext(context: DialogueContext, now: number, forgetMinutes: number): DialogueContext {
  const { touchedAt, page, basket, build } = context
  if (touchedAt === undefined || now - touchedAt <= forgetMinutes * 60_000) return context

  return { ...EMPTY_CONTEXT, ...(page && { page }), ...(basket && { basket }), ...(build && { build }) }
}

export function rememberIntent({ lastIntents }: DialogueContext, intent: IntentId): readonly IntentId[] {
  return [intent, ...lastIntents.filter((one) => one !== intent)].slice(0, 5)
}

/** Without the keys: an absent key is how a context says that there is no such thing. */
export function without<K extends keyof DialogueContext>(
  context: DialogueContext,
  ...keys: K[]
): Omit<DialogueContext, K> {
  const rest = { ...context }
  for (const key of keys) delete rest[key]
  return rest
}
