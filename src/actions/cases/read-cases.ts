import type { Case } from '../../domain/case.ts'
import type { Order } from '../../domain/commerce.ts'
import type { Customer } from '../../domain/customer.ts'
import { AppError } from '../../domain/errors.ts'
import type { CaseNumber, CustomerId } from '../../domain/ids.ts'
import type { CaseFilter } from '../../ports/commerce.ts'
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

/** Newest first. */
export async function listCases(deps: Deps, filter: CaseFilter): Promise<readonly CaseOfCustomer[]> {
  const cases = await deps.storage.cases.list(filter)
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
