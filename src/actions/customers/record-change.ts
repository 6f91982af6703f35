import type { Agent } from '../../domain/agent.ts'
import type { Customer } from '../../domain/customer.ts'
import { AppError } from '../../domain/errors.ts'
import type { CustomerId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'

/** The record under this id, or the one that took it in; throws `customer_not_found`. */
export async function getCustomer(deps: Deps, id: CustomerId): Promise<Customer> {
  const customer = await deps.storage.customers.find(id)
  if (!customer) throw new AppError('customer_not_found')
  return customer
}

/** Keeps who did what to a record, and tells every desk that has it open. */
export async function noteRecordChange(
  deps: Deps,
  agent: Agent,
  customerId: CustomerId,
  { action, detail }: { readonly action: string; readonly detail: Readonly<Record<string, unknown>> },
): Promise<void> {
  await deps.storage.audit.add({ at: deps.clock.now(), actor: agent.id, action, target: customerId, detail })
  deps.publisher.publish({ type: 'record.changed', customerId })
}
