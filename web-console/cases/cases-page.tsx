import { useTexts } from '../texts/use-texts.ts'
import { Board } from './board.tsx'
import { CaseList } from './case-list.tsx'
import { FilterBar } from './filter-bar.tsx'
import { useCaseFilters } from './use-case-filters.ts'
import { useNameOf } from './use-name-of.ts'
import './cases.css'

/** Every after-sales case, as a list or by status. */
export function CasesPage() {
  const { cases } = useTexts()
  const { filters, view, change } = useCaseFilters()
  const customerName = useNameOf(filters.customer)
  return (
    <main className={view === 'board' ? 'page cases wide' : 'page cases'}>
      <h1>{cases.title}</h1>
      <FilterBar filters={filters} view={view} change={change} customerName={customerName} />
      {view === 'board' ? <Board filters={filters} change={change} /> : <CaseList filters={filters} change={change} />}
    </main>
  )
}
