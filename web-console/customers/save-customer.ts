import type { z } from 'zod'
import type { CustomerPatch, CustomerView } from '../../src/protocol/http.ts'
import { request } from '../net/http.ts'

export type CustomerChange = z.input<typeof CustomerPatch>

export function customerPath(id: string): string {
  return `/api/v1/customers/${encodeURIComponent(id)}`
}

export async function saveCustomer(id: string, change: CustomerChange): Promise<CustomerView> {
  return (await request<{ customer: CustomerView }>('PATCH', customerPath(id), change)).customer
}
