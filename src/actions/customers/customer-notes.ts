import { type Agent, hasRole } from '../../domain/agent.ts'
import type { CustomerNote } from '../../domain/customer.ts'
import { AppError } from '../../domain/errors.ts'
import type { CustomerId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'
import { getCustomer, noteRecordChange } from './record-change.ts'

/** Writes down something about a customer that only the people of the shop read. */
export async function addCustomerNote(
  deps: Deps,
  agent: Agent,
  { customerId, text }: { readonly customerId: CustomerId; readonly text: string },
): Promise<CustomerNote> {
  const customer = await getCustomer(deps, customerId)
  const note: CustomerNote = {
    id: deps.ids.next(),
    customerId: customer.id,
    text,
    by: { id: agent.id, name: agent.name },
    at: deps.clock.now(),
  }
  await deps.storage.customerNotes.add(note)
  await noteRecordChange(deps, agent, customer.id, { action: 'customer.noted', detail: { note: note.id } })
  return note
}

export interface NoteChange {
  readonly id: string
  readonly text?: string
  /** `false` takes a deletion back. */
  readonly deleted?: boolean
}

/** Changes or deletes a note: its author may, and a supervisor may delete anybody's. Throws `note_not_found`. */
export async function changeCustomerNote(deps: Deps, agent: Agent, change: NoteChange): Promise<CustomerNote> {
  const before = await deps.storage.customerNotes.find(change.id)
  if (!before) throw new AppError('note_not_found')
  const own = before.by?.id === agent.id
  const mayDelete = own || hasRole(agent, 'supervisor')
  if ((change.text !== undefined && !own) || !mayDelete) throw new AppError('forbidden')

  const at = deps.clock.now()
  const { text, deleted } = change
  await deps.storage.transaction(async ({ customerNotes }) => {
    if (text !== undefined && text !== before.text) await customerNotes.edit(change.id, text, at)
    if (deleted !== undefined) await customerNotes.setDeleted(change.id, deleted ? at : undefined)
  })
  const action = deleted === undefined ? 'changed' : deleted ? 'deleted' : 'restored'
  await noteRecordChange(deps, agent, before.customerId, {
    action: `customer.note-${action}`,
    detail: { note: change.id },
  })
  return (await deps.storage.customerNotes.find(change.id)) ?? before
}
