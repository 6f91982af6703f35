import type { CustomerRecord, CustomerView } from '../../src/protocol/http.ts'
import { useCasesChanged } from '../cases/use-cases-changed.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { useOnReconnect } from '../shell/use-on-reconnect.ts'
import { customerPath } from './save-customer.ts'
import { useReloadOn } from './use-reload-on.ts'

/** A customer's record, kept true: read anew when somebody writes into it, when a case changes, and when `also` does. */
export function useRecord(customerId: string, also = '') {
  const desk = useDesk()
  const { loaded, reload, put } = useLoaded<CustomerRecord>(customerPath(customerId))
  const written = useDeskState((state) => state.records[customerId] ?? 0)
  useReloadOn(`${also}:${written}:${useCasesChanged(customerId)}`, reload)
  useOnReconnect(reload)

  function changed(record: CustomerRecord, customer: CustomerView): void {
    put({ ...record, customer })
    const { id, name, tier } = customer
    desk.store.send({ type: 'customer:changed', id, name, tier })
  }

  return { loaded, reload, changed }
}
