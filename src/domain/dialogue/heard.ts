import type { Tier } from '../customer.ts'
import type { Understood } from '../understanding.ts'
import type { Choice } from './choice.ts'
import type { DialogueContext } from './context.ts'

/** One message of the shopper, and what is known of the one who said it. */
export interface Heard {
  readonly text: string
  /** What was pressed, or chosen in words. */
  readonly choice?: Choice
  /** URLs of pictures that were sent. */
  readonly pictures: readonly string[]
  readonly understood: Understood
  readonly tier: Tier
  readonly context: DialogueContext
}
