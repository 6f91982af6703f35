import type { Customer } from '../domain/customer.ts'
import type { DialogueContext } from '../domain/dialogue/context.ts'
import type { IntentId, ProductId } from '../domain/ids.ts'
import type { Locale } from '../domain/localized-text.ts'
import type { Message } from '../domain/message.ts'
import type { Understood } from '../domain/understanding.ts'
import type { Brain } from './world.ts'

/** What somebody types, or presses: then `choice` is the option's value. */
export interface TriedWords {
  readonly text: string
  readonly choice?: string | undefined
}

/** A talk with 小二 as it would be. */
export interface TalkToTry {
  readonly brain: Brain
  /** Whose orders, coupons and cases are there; absent: a stranger. */
  readonly customer?: Customer
  /** When it begins, epoch milliseconds. */
  readonly at: number
  readonly locale: Locale
  readonly page?: { readonly url: string; readonly title: string }
  readonly product?: ProductId
  /** In the order in which they are said; a minute lies between two. */
  readonly said: readonly TriedWords[]
}

/** How long each part of a turn took. */
export interface TurnTimes {
  readonly understand: number
  /** From there to the reply: the decision, the facts that it needs, the words. */
  readonly decide: number
  /** With both messages stored. */
  readonly whole: number
}

/** What became of one thing that was said. */
export interface TriedTurn {
  readonly said: Message
  /** What 小二 and the shop's programs said to it. */
  readonly replies: readonly Message[]
  /** As it was heard; absent where something was pressed. */
  readonly understood?: Understood
  /** The text as the matcher reads it, and what it was cut into. */
  readonly read: { readonly text: string; readonly pieces: readonly string[] }
  /** What is being talked about after it. */
  readonly context: DialogueContext
  readonly milliseconds: TurnTimes
}

/** What the matcher makes of one message, alone. */
export interface TriedRow {
  readonly ranked: readonly IntentId[]
  readonly confidence: number
  readonly verdict: 'answer' | 'clarify' | 'none'
}

/** Tries knowledge out. Nothing of it touches the shop. */
export interface TryOut {
  /** Plays a whole talk in a shop of its own, with what this shop's customer really has. Throws `too_many` where too many are being tried. */
  talk(talk: TalkToTry): Promise<readonly TriedTurn[]>
  /** What is understood of each message, apart from any talk. */
  read(brain: Brain, said: readonly string[]): Promise<readonly TriedRow[]>
}
