import { useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** What we call a customer who has not told us a name. */
export function customerName(customer: Named, texts: Texts): string {
  return customer.name || texts.row.visitor(customer.id.slice(-4).toUpperCase())
}

export function useCustomerName(customer: Named): string {
  return customerName(customer, useTexts())
}
