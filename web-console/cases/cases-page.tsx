import { CustomerServiceOutlined } from '@ant-design/icons'
import { Button, Select, Skeleton } from 'antd'
import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { thrownText } from '../net/refusal.ts'
import { Blank } from '../shell/blank.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { CaseRow } from './case-row.tsx'
import { type CaseFilters, UNENDED, useCaseList } from './use-case-list.ts'
import './cases.css'

/** Every after-sales case; the filters live in the address. */
export function CasesPage() {
  const texts = useTexts()
  const [filters, change] = useFilters()
  const { loaded, reload, rows, unseen, more, asking, refused } = useCaseList(filters)
  return (
    <main className="page cases">
      <div className="cases-head">
        <h1>{texts.cases.title}</h1>
        <Filters filters={filters} onChange={change} />
      </div>
      {unseen ? (
        <button type="button" className="cases-new" onClick={reload}>
          {texts.cases.newOnes}
        </button>
      ) : null}
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active className="cases-skeleton" paragraph={{ rows: 8 }} /> : null}
      {loaded.kind === 'ready' && rows.length === 0 ? <Nothing filters={filters} /> : null}
      {rows.length > 0 ? (
        <ul className="case-list">
          {rows.map((row) => (
            <CaseRow key={row.number} shown={row} />
          ))}
        </ul>
      ) : null}
      {refused === undefined ? null : (
        <p role="alert" className="cases-refused">
          {thrownText(texts, refused)}
        </p>
      )}
      {loaded.kind === 'ready' && loaded.value.more ? (
        <Button className="cases-more" loading={asking} onClick={() => void more()}>
          {texts.more}
        </Button>
      ) : null}
    </main>
  )
}

function Nothing({ filters }: { readonly filters: CaseFilters }) {
  const { cases } = useTexts()
  const usual = filters.state === UNENDED && filters.type === ''
  return (
    <Blank
      icon={<CustomerServiceOutlined />}
      title={usual ? cases.emptyOpen : cases.empty}
      hint={usual ? cases.emptyOpenHint : cases.emptyHint}
    />
  )
}

type Change = (next: Partial<CaseFilters>) => void

function useFilters(): readonly [CaseFilters, Change] {
  const [params, setParams] = useSearchParams()
  const state = params.get('state') ?? UNENDED
  const type = params.get('type') ?? ''
  const filters = useMemo(() => ({ state, type }), [state, type])
  const change: Change = (next) => {
    const after = { ...filters, ...next }
    setParams({ ...(after.state !== UNENDED && { state: after.state }), ...(after.type && { type: after.type }) })
  }
  return [filters, change]
}

function Filters({ filters, onChange }: { readonly filters: CaseFilters; readonly onChange: Change }) {
  const { cases, caseStatus, caseType } = useTexts()
  const states = [
    { value: UNENDED, label: cases.allOpen },
    { value: 'all', label: cases.all },
    ...Object.entries(caseStatus).map(([value, label]) => ({ value, label })),
  ]
  const types = [
    { value: '', label: cases.allTypes },
    ...Object.entries(caseType).map(([value, label]) => ({ value, label })),
  ]
  return (
    <div className="cases-filters">
      <Select
        value={filters.state}
        options={states}
        aria-label={cases.state}
        popupMatchSelectWidth={false}
        onChange={(state) => onChange({ state })}
      />
      <Select
        value={filters.type}
        options={types}
        aria-label={cases.type}
        popupMatchSelectWidth={false}
        listHeight={420}
        onChange={(type) => onChange({ type })}
      />
    </div>
  )
}
