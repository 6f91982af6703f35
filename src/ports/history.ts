import type { ConversationId, LabelId } from '../domain/ids.ts'
import type { Label } from '../domain/label.ts'
import type { Found, HistoryCursor, HistoryFilter } from '../domain/search/history.ts'

/** The index over everything that was said. It follows the messages at a distance and never holds them up. */
export interface SearchStore {
  /**
   * Reads at most about `limit` messages that the index does not know yet, and returns how many there were; 0 when it knows all.
   * May be cut off anywhere and repeated, by several servers at once: nothing is left out, nothing is found twice.
   */
  catchUp(limit: number): Promise<number>
  /** Conversations with messages that the index does not know yet, counted no further than `atMost`. */
  countBehind(atMost: number): Promise<number>
  /** Reads one message anew after its row has changed: a message without words is found no more, nor kept as a question. */
  forget(id: ConversationId, seq: number): Promise<void>
  /** Conversations with a message, those begun last first. Every word of the query occurs somewhere in the conversation. */
  find(
    filter: HistoryFilter,
    page: { readonly after?: HistoryCursor; readonly limit: number },
  ): Promise<readonly Found[]>
  /** How many there are, counted no further than `atMost`. */
  count(filter: HistoryFilter, atMost: number): Promise<number>
}

export interface LabelStore {
  /** In the order in which they were made. */
  list(): Promise<readonly Label[]>
  /** Throws `label_taken` for a name that another label has. */
  create(label: Label): Promise<void>
  /** Throws `label_not_found`, `label_taken`. */
  update(id: LabelId, patch: Partial<Omit<Label, 'id'>>): Promise<Label>
  /** Takes it off every conversation as well; false if there is no such label. */
  remove(id: LabelId): Promise<boolean>
  /** Throws `label_not_found`. A conversation that has it already keeps it once. */
  attach(id: ConversationId, labelId: LabelId): Promise<void>
  detach(id: ConversationId, labelId: LabelId): Promise<void>
  countUses(): Promise<ReadonlyMap<LabelId, number>>
}
