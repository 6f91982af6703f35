import { CustomerServiceOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { thrownText } from '../net/refusal.ts'
import { Blank } from '../shell/blank.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { type CaseFilters, isUsual } from './case-filters.ts'
import { CaseRow } from './case-row.tsx'
import type { ChangeFilters } from './use-case-filters.ts'
import { useCaseList } from './use-case-list.ts'

interface CaseListProps {
  readonly filters: CaseFilters
  readonly change: ChangeFilters
}

/** The cases, newest first, page by page. */
export function CaseList({ filters, change }: CaseListProps) {
  const texts = useTexts()
  const { loaded, reload, rows, unseen, more, asking, refused } = useCaseList(filters)
  return (
    <>
      {unseen ? (
        <button type="button" className="cases-new" onClick={reload}>
          {texts.cases.newOnes}
        </button>
      ) : null}
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active className="cases-skeleton" paragraph={{ rows: 8 }} /> : null}
      {loaded.kind === 'ready' && rows.length === 0 ? <Nothing filters={filters} change={change} /> : null}
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
    </>
  )
}

function Nothing({ filters, change }: CaseListProps) {
  const { cases } = useTexts()
  if (isUsual(filters)) {
    return <Blank icon={<CustomerServiceOutlined />} title={cases.emptyOpen} hint={cases.emptyOpenHint} />
  }
  const clear = { state: 'all', type: '', agent: '', overdue: false, customer: '', text: '' }
  return (
    <Blank icon={<CustomerServiceOutlined />} title={cases.empty} hint={cases.emptyHint}>
      <Button onClick={() => change(clear)}>{cases.clearFilters}</Button>
    </Blank>
  )
}
