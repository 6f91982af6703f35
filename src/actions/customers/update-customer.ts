import type { Agent } from '../../domain/agent.ts'
import type { Customer } from '../../domain/customer.ts'
import type { CustomerId } from '../../domain/ids.ts'
import type { CustomerPatch } from '../../ports/storage.ts'
import { publishConversation } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'
import { getCustomer, noteRecordChange } from './record-change.ts'

/** What an agent may write into the record. */
export type RecordPatch = Pick<CustomerPatch, 'name' | 'phone' | 'email' | 'tags' | 'tier'>

export async function updateCustomer(deps: Deps, agent: Agent, id: CustomerId, patch: RecordPatch): Promise<Customer> {
  const { id: found } = await getCustomer(deps, id)
  const customer = await deps.storage.customers.update(found, patch)
  await noteRecordChange(deps, agent, found, { action: 'customer.changed', detail: { fields: Object.keys(patch) } })
  const current = await deps.storage.conversations.findCurrent(found)
  if (current) await publishConversation(deps, current.id)
  // The queue shows who waits.
  if (current?.status === 'queued') deps.publisher.publish({ type: 'queue.changed' })
  return customer
}

/** The whole phone number, which an agent sees only by asking for it; that it was asked for is kept. */
export async function revealPhone(deps: Deps, agent: Agent, id: CustomerId): Promise<string> {
  const { id: found, phone = '' } = await getCustomer(deps, id)
  await deps.storage.audit.add({
    at: deps.clock.now(),
    actor: agent.id,
    action: 'customer.phone-seen',
    target: found,
    detail: {},
  })
  return phone
}
