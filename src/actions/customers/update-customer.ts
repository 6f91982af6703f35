import type { Agent } from '../../domain/agent.ts'
import type { Customer } from '../../domain/customer.ts'
import type { CustomerId } from '../../domain/ids.ts'
import type { CustomerPatch } from '../../ports/storage.ts'
import { publishConversation } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'

/** What an agent may write into the record. */
export type RecordPatch = Pick<CustomerPatch, 'name' | 'note' | 'tags' | 'tier'>

export async function updateCustomer(deps: Deps, agent: Agent, id: CustomerId, patch: RecordPatch): Promise<Customer> {
  const customer = await deps.storage.customers.update(id, patch)
  await deps.storage.audit.add({
    at: deps.clock.now(),
    actor: agent.id,
    action: 'customer.changed',
    target: id,
    detail: { fields: Object.keys(patch) },
  })
  const current = await deps.storage.conversations.findCurrent(id)
  if (current) await publishConversation(deps, current.id)
  return customer
}
