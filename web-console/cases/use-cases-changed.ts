import { useDeskState } from '../shell/desk-context.tsx'

/** When a case of this customer was last heard to change; 0 if none was. */
export function useCasesChanged(customerId: string): number {
  return useDeskState(({ cases }) =>
    Object.values(cases).reduce(
      (last, one) => (one.customer.id === customerId ? Math.max(last, one.updatedAt) : last),
      0,
    ),
  )
}
