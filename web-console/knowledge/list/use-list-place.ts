import { useSearchParams } from 'wouter'
import { type IntentFilters, MARKS, SORTS, type Sort } from './intent-filters.ts'

export type ListChange = Partial<IntentFilters> & { readonly query?: string; readonly sort?: Sort }

export interface ListPlace {
  readonly filters: IntentFilters
  readonly query: string
  readonly sort: Sort
  readonly change: (change: ListChange) => void
}

const KEYS = { query: 'q', category: 'category', autonomy: 'autonomy', mark: 'only', sort: 'sort' } as const

/** What is shown stands in the address, so that the way back leads to the same list. */
export function useListPlace(): ListPlace {
  const [params, setParams] = useSearchParams()
  const filters: IntentFilters = {
    category: params.get(KEYS.category) ?? '',
    autonomy: params.get(KEYS.autonomy) ?? '',
    mark: MARKS.find((one) => one === params.get(KEYS.mark)) ?? 'all',
  }
  return {
    filters,
    query: params.get(KEYS.query) ?? '',
    sort: SORTS.find((one) => one === params.get(KEYS.sort)) ?? 'file',
    change: (change) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [key, value] of Object.entries(change)) {
            const name = KEYS[key as keyof typeof KEYS]
            if (value === '' || value === 'all' || value === 'file') next.delete(name)
            else next.set(name, value)
          }
          return next
        },
        { replace: true },
      ),
  }
}
