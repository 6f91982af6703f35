import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { type CaseFilters, readFilters, writeFilters } from './case-filters.ts'

export type CasesView = 'list' | 'board'
export type ChangeFilters = (next: Partial<CaseFilters> & { readonly view?: CasesView }) => void

/** The filters and the way of showing live in the address: a link shows a colleague the same. */
export function useCaseFilters(): { filters: CaseFilters; view: CasesView; change: ChangeFilters } {
  const [params, setParams] = useSearchParams()
  const address = params.toString()
  const filters = useMemo(() => readFilters(new URLSearchParams(address)), [address])
  const view = params.get('view') === 'board' ? 'board' : 'list'
  const change = useCallback<ChangeFilters>(
    ({ view: shown, ...next }) => {
      // Read anew: a pause in typing may end after another filter was set.
      setParams(
        (now) => {
          const after = writeFilters({ ...readFilters(now), ...next })
          const way = shown ?? (now.get('view') === 'board' ? 'board' : 'list')
          return new URLSearchParams({ ...after, ...(way === 'board' && { view: way }) })
        },
        { replace: next.text !== undefined },
      )
    },
    [setParams],
  )
  return { filters, view, change }
}
