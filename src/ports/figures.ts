import type { ConversationId, CustomerId } from '../domain/ids.ts'
import type { ConversationFacts, Fact, FactKind } from '../domain/metrics/fact.ts'
import type { Counted } from '../domain/metrics/figure.ts'
import type { Behind, CustomerVisits, Material } from '../domain/metrics/material.ts'

/** What is counted: facts made from what was kept. They can all be made again. */
export interface FactStore {
  /** Conversations whose facts are behind: what has changed lately first, then what is only counted anew. */
  listBehind(limit: number): Promise<readonly Behind[]>
  /** How many are behind, counted up to so many. */
  countBehind(atMost: number): Promise<number>
  /**
   * Marks everything that was ever said to be counted anew, and forgets the facts of what is no more; where that was begun before and
   * is not finished, it goes on from there. Returns how many are behind.
   */
  markAll(): Promise<number>
  /** Of several that count at once, one at a time goes on from here until its transaction ends. */
  takeTurn(): Promise<void>
  /** What was kept of these conversations; nothing under an id that is no more. */
  read(ids: readonly ConversationId[]): Promise<readonly Material[]>
  /** Puts facts in the place of all that was counted of these conversations before. */
  replace(ids: readonly ConversationId[], facts: readonly ConversationFacts[]): Promise<void>
  /** The counted visits and the orders of these customers. */
  listVisits(ids: readonly CustomerId[]): Promise<readonly CustomerVisits[]>
  replaceSales(visits: readonly CustomerVisits[], facts: readonly Fact<'sales'>[]): Promise<void>
  /** They are counted, unless they have changed again since they were listed. */
  settle(counted: readonly Behind[]): Promise<void>
  /** Up to when everything was counted last. */
  countedUntil(): Promise<number>
  setCountedUntil(at: number): Promise<void>
}

/** Where something is counted; days of the shop's calendar, both included. */
export interface FactFilter {
  readonly from: string
  readonly until: string
  readonly agentId?: string
  readonly groupId?: string
  readonly intent?: string
  readonly channel?: string
  readonly tier?: string
}

/** Columns that facts are told apart by. */
export type FactKey = 'day' | 'hour' | 'weekday' | 'agent' | 'group' | 'intent' | 'channel' | 'tier' | string

export interface TallyQuery {
  readonly of: FactKind
  readonly counted: readonly Counted[]
  readonly where: FactFilter
  readonly by: readonly FactKey[]
  /** The moment up to which something has `past`. */
  readonly now: number
}

/** One group of facts: its keys in the order of `by`, its values in the order of `counted`. */
export interface Tally {
  readonly keys: readonly string[]
  readonly values: readonly number[]
}

/** A place in a list that is read newest first. */
export interface FactCursor {
  readonly day: string
  readonly at: number
  readonly conversationId: ConversationId
  readonly seq: number
}

export interface FactQuery {
  readonly of: FactKind
  readonly counted: Counted
  readonly where: FactFilter
  /** Only facts with this key. */
  readonly only?: { readonly by: FactKey; readonly key: string }
  readonly after?: FactCursor
  readonly limit: number
  readonly now: number
}

export interface FigureStore {
  /** Adds up the same facts that `list` lists. */
  tally(query: TallyQuery): Promise<readonly Tally[]>
  /** Newest first. */
  list(query: FactQuery): Promise<readonly Fact[]>
}
