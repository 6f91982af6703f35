import type { z } from 'zod'
import type { BlockDraft, CustomerNotePatch, CustomerNoteView } from '../../src/protocol/customers.ts'
import type { CustomerPatch, CustomerView } from '../../src/protocol/http.ts'
import { request } from '../net/http.ts'

export type CustomerChange = z.input<typeof CustomerPatch>

export function customerPath(id: string): string {
  return `/api/v1/customers/${encodeURIComponent(id)}`
}

export async function saveCustomer(id: string, change: CustomerChange): Promise<CustomerView> {
  return (await request<{ customer: CustomerView }>('PATCH', customerPath(id), change)).customer
}

export async function revealPhone(id: string): Promise<string> {
  return (await request<{ phone: string }>('POST', `${customerPath(id)}/phone`)).phone
}

export async function block(id: string, draft: z.input<typeof BlockDraft>): Promise<void> {
  await request('PUT', `${customerPath(id)}/block`, draft)
}

export async function unblock(id: string): Promise<void> {
  await request('DELETE', `${customerPath(id)}/block`)
}

export async function addNote(customerId: string, text: string): Promise<CustomerNoteView> {
  return (await request<{ note: CustomerNoteView }>('POST', `${customerPath(customerId)}/notes`, { text })).note
}

export async function changeNote(id: string, change: z.input<typeof CustomerNotePatch>): Promise<CustomerNoteView> {
  const path = `/api/v1/customer-notes/${encodeURIComponent(id)}`
  return (await request<{ note: CustomerNoteView }>('PATCH', path, change)).note
}
