import type { Case, CaseActor, CaseDraft, CaseStatus, CaseType } from '../domain/case.ts'
import type { Coupon, Order, Parcel } from '../domain/commerce.ts'
import type { AgentId, CaseNumber, CustomerId, ProductId } from '../domain/ids.ts'
import type { PushedProduct } from '../domain/with-pushed.ts'

export interface OrderStore {
  /** Writes orders and their parcels; the same number is replaced. */
  save(orders: readonly Order[]): Promise<void>
  /** Newest first. */
  listOf(customerId: CustomerId, limit: number): Promise<readonly Order[]>
  find(number: string): Promise<Order | undefined>
  /** Puts a parcel on an order, or replaces the one with its tracking number; false if there is no such order. */
  saveParcel(orderNumber: string, parcel: Parcel): Promise<boolean>
  /** What was bought together since then: the products of each order that was paid, newest first. */
  listBaskets(since: number, limit: number): Promise<readonly (readonly ProductId[])[]>
}

export interface ProductStore {
  /** Writes them; the same id is replaced. */
  save(products: readonly PushedProduct[]): Promise<void>
  list(): Promise<readonly PushedProduct[]>
}

export interface CouponStore {
  /** Writes them; the same id is replaced. */
  save(coupons: readonly Coupon[]): Promise<void>
  /** What this customer may use now, or soon: their own unused ones and everybody's, that have not run out. */
  listFor(customerId: CustomerId | undefined, now: number): Promise<readonly Coupon[]>
}

export interface CaseFilter {
  readonly status?: CaseStatus
  readonly type?: CaseType
  readonly customerId?: CustomerId
  /** Only cases that have not ended. */
  readonly open?: boolean
  /** Only cases opened before this moment. */
  readonly before?: number
  /** Whose they are; `null`: nobody's. */
  readonly agentId?: AgentId | null
  /** Only cases that go on and should have been dealt with before this moment. */
  readonly dueBefore?: number
  /** Part of a number, a title, an order's number or a customer's name, in whatever case. */
  readonly text?: string
  /** Which first: the newest, or the most pressing. */
  readonly first?: 'newest' | 'due'
  readonly limit: number
}

/** Which cases, whatever their status and however many. */
export type CaseSelection = Omit<CaseFilter, 'status' | 'first' | 'limit'>

export interface CaseChangeDraft {
  readonly status: CaseStatus
  readonly by: CaseActor
  readonly note: string
  readonly internal?: string
  readonly at: number
  /** Moves the time by which it should be dealt with. */
  readonly dueAt?: number
  /** Makes it this agent's. */
  readonly agent?: { readonly id: AgentId; readonly name: string }
  /** The revision that the change was made from; absent: whichever. */
  readonly seen?: number
}

export interface CaseStore {
  /** Opens it with a number of its own; the same key returns the case that is there. */
  open(draft: CaseDraft): Promise<Case>
  find(number: CaseNumber): Promise<Case | undefined>
  /** Newest first, unless asked otherwise. */
  list(filter: CaseFilter): Promise<readonly Case[]>
  /** How many there are of each status; one that has none is absent. */
  countByStatus(selection: CaseSelection): Promise<ReadonlyMap<CaseStatus, number>>
  /** How many have not ended. */
  countOpen(): Promise<number>
  /** Adds to its history and sets its status. Throws `case_not_found`, and `case_changed` if it is not as it was seen. */
  change(number: CaseNumber, change: CaseChangeDraft): Promise<Case>
}

/** Guesses at whose order a number is: wrong ones are limited. */
export interface ProofStore {
  addFailure(failure: { orderNumber: string; customerId: CustomerId; at: number }): Promise<void>
  /** Failures since then, whichever is more: at this order, or by this customer. */
  countFailures(orderNumber: string, customerId: CustomerId, since: number): Promise<number>
}

/** Something that a shopper asked and nobody has written down. */
export interface MissingFact {
  readonly productId: ProductId
  readonly fact: string
  readonly count: number
  /** The newest words that asked for it. */
  readonly asked: string
  readonly lastAt: number
}

export interface MissingFactStore {
  /** Counts once more. */
  note(missing: { productId: ProductId; fact: string; asked: string; at: number }): Promise<void>
  /** Most asked first. */
  list(limit: number): Promise<readonly MissingFact[]>
}
