import { useEffect, useState } from 'react'
import type { CustomerRecord } from '../../src/protocol/http.ts'
import { customerPath } from '../customers/save-customer.ts'
import { customerName } from '../desk/customer-name.ts'
import { request } from '../net/http.ts'
import { useTexts } from '../texts/use-texts.ts'

/** What a customer is called, once it is known; without it the page does as well. */
export function useNameOf(customerId: string): string | undefined {
  const texts = useTexts()
  const [known, setKnown] = useState<CustomerRecord['customer']>()
  useEffect(() => {
    if (customerId === '') return
    let gone = false
    request<CustomerRecord>('GET', customerPath(customerId)).then(
      ({ customer }) => {
        if (!gone) setKnown(customer)
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [customerId])
  return known?.id === customerId ? customerName(known, texts) : undefined
}
