import { CASE_STATUSES, type Case, type CaseStatus, isEnded } from '../../domain/case.ts'
import type { Order } from '../../domain/commerce.ts'
import type { Customer } from '../../domain/customer.ts'
import { AppError } from '../../domain/errors.ts'
import type { CaseNumber, CustomerId } from '../../domain/ids.ts'
import type { CaseFilter, CaseSelection } from '../../ports/commerce.ts'
import type { Deps } from '../deps.ts'

/** A case with the one who asked for it. */
export interface CaseOfCustomer {
  readonly case: Case
  readonly customer: Customer
}

/** A case opened in the console. */
export interface OpenedCase extends CaseOfCustomer {
  /** Absent where the case is about none, or the shop has taken it back. */
  readonly order: Order | undefined
}

/** Newest first, unless asked otherwise. */
export async function listCases(deps: Deps, filter: CaseFilter): Promise<readonly CaseOfCustomer[]> {
  return withCustomers(deps, await deps.storage.cases.list({ ...filter, ...(await ofRecord(deps, filter)) }))
}

/** One status of the board. */
export interface CaseColumn {
  readonly status: CaseStatus
  /** How many there are in all. */
  readonly count: number
  /** The most pressing of those that go on; the newest of those that have ended. */
  readonly cases: readonly CaseOfCustomer[]
}

const ON_BOARD = 50

/** The cases by their status. */
export async function readBoard(deps: Deps, selection: CaseSelection): Promise<readonly CaseColumn[]> {
  const wanted = { ...selection, ...(await ofRecord(deps, selection)) }
  const counts = await deps.storage.cases.countByStatus(wanted)
  return Promise.all(
    CASE_STATUSES.map(async (status) => {
      const first = isEnded({ status }) ? 'newest' : 'due'
      const cases = await deps.storage.cases.list({ ...wanted, status, first, limit: ON_BOARD })
      return { status, count: counts.get(status) ?? 0, cases: await withCustomers(deps, cases) }
    }),
  )
}

/** Cases go along when records are merged, so they are looked for under the record that took them in. */
async function ofRecord(deps: Deps, { customerId }: CaseSelection): Promise<{ customerId?: CustomerId }> {
  if (customerId === undefined) return {}
  const customer = await deps.storage.customers.find(customerId)
  return { customerId: customer?.id ?? customerId }
}

async function withCustomers(deps: Deps, cases: readonly Case[]): Promise<readonly CaseOfCustomer[]> {
  const ids = [...new Set(cases.map((one) => one.customerId))]
  const found = await Promise.all(ids.map((id) => deps.storage.customers.find(id)))
  const customers = new Map<CustomerId, Customer>()
  for (const [index, id] of ids.entries()) {
    const customer = found[index]
    if (customer) customers.set(id, customer)
  }
  return cases.flatMap((one) => {
    const customer = customers.get(one.customerId)
    return customer ? [{ case: one, customer }] : []
  })
}

/** One case with its customer and order; throws `case_not_found`. */
export async function readCase(deps: Deps, number: CaseNumber): Promise<OpenedCase> {
  const found = await deps.storage.cases.find(number)
  const customer = found && (await deps.storage.customers.find(found.customerId))
  if (!found || !customer) throw new AppError('case_not_found')

  const order = found.orderNumber === undefined ? undefined : await deps.storage.orders.find(found.orderNumber)
  return { case: found, customer, order }
}
