import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { type Filters, filtersIn, withFilters } from './filters.ts'

/** What is open beside the list, and at which message. */
export interface Opened {
  readonly id: string
  readonly seq: number | undefined
}

export interface HistoryPlace {
  readonly filters: Filters
  readonly opened: Opened | undefined
  filter(change: Filters): void
  clear(): void
  open(opened: Opened | undefined): void
}

/** The filters and the opened conversation. They live in the address: a reload, the back button and a colleague find them. */
export function useHistoryPlace(): HistoryPlace {
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => filtersIn(params), [params])
  const id = params.get('c') ?? ''
  const seq = seqIn(params)
  const opened = useMemo(() => (id === '' ? undefined : { id, seq }), [id, seq])

  const filter = useCallback(
    (change: Filters) => setParams((before) => withFilters(before, change), { replace: true }),
    [setParams],
  )
  const clear = useCallback(() => setParams(new URLSearchParams()), [setParams])
  const open = useCallback(
    (next: Opened | undefined) =>
      setParams((before) => {
        const after = new URLSearchParams(before)
        after.delete('c')
        after.delete('seq')
        if (next) after.set('c', next.id)
        if (next?.seq !== undefined) after.set('seq', String(next.seq))
        return after
      }),
    [setParams],
  )
  return { filters, opened, filter, clear, open }
}

/** The message that an address points at. */
export function seqIn(params: URLSearchParams): number | undefined {
  const seq = Number(params.get('seq') ?? '')
  return Number.isSafeInteger(seq) && seq > 0 ? seq : undefined
}
