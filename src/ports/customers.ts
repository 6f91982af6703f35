import type { Block } from '../domain/block.ts'
import type { CustomerNote } from '../domain/customer.ts'
import type { AgentId, ConversationId, CustomerId } from '../domain/ids.ts'

/** Who may not write. The message log asks the customer's own record, so that a message costs no look-up more. */
export interface BlockStore {
  /** Puts it in force in place of the one that is. Throws `customer_not_found`. */
  set(block: Block): Promise<void>
  /** Ends the one in force; false if there is none. */
  lift(customerId: CustomerId, lifted: { by: AgentId; at: number }): Promise<boolean>
  /** The one in force at that moment. Records that were merged bring theirs along: of several the longest counts. */
  find(customerId: CustomerId, now: number): Promise<Block | undefined>
  /** All that are in force, newest first. */
  list(now: number, limit: number): Promise<readonly Block[]>
  /** Ends every conversation in which the customer has written and that goes on, whoever has it; returns which. */
  endConversations(customerId: CustomerId, at: number): Promise<readonly ConversationId[]>
}

/** What the people of the shop remember of a customer. */
export interface CustomerNoteStore {
  add(note: CustomerNote): Promise<void>
  /** Also one that was deleted. */
  find(id: string): Promise<(CustomerNote & { readonly deleted: boolean }) | undefined>
  /** Newest first, without those that were deleted. */
  list(customerId: CustomerId): Promise<readonly CustomerNote[]>
  edit(id: string, text: string, at: number): Promise<void>
  /** Takes it off the list, or puts it back in its old place (`at` absent). */
  setDeleted(id: string, at: number | undefined): Promise<void>
}
