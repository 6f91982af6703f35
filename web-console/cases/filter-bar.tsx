import { AppstoreOutlined, SearchOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Checkbox, Input, Segmented, Select, Tag } from 'antd'
import { useEffect, useState } from 'react'
import { useDeskState } from '../shell/desk-context.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { type CaseFilters, UNENDED } from './case-filters.ts'
import type { CasesView, ChangeFilters } from './use-case-filters.ts'

/** So long after the last letter the search begins. */
const PAUSE = 300

interface FilterBarProps {
  readonly filters: CaseFilters
  readonly view: CasesView
  readonly change: ChangeFilters
  /** What the customer is called whose cases are shown. */
  readonly customerName: string | undefined
}

/** Which cases, and whether as a list or by status. */
export function FilterBar({ filters, view, change, customerName }: FilterBarProps) {
  const { cases } = useTexts()
  return (
    <div className="cases-filters">
      <Segmented<CasesView>
        value={view}
        onChange={(next) => change({ view: next })}
        aria-label={cases.view}
        options={[
          { value: 'list', label: cases.list, icon: <UnorderedListOutlined aria-hidden="true" /> },
          { value: 'board', label: cases.board, icon: <AppstoreOutlined aria-hidden="true" /> },
        ]}
      />
      <Search text={filters.text} onSearch={(text) => change({ text })} />
      {view === 'list' ? <StateSelect state={filters.state} change={change} /> : null}
      <TypeSelect type={filters.type} change={change} />
      <HolderSelect agent={filters.agent} change={change} />
      <Checkbox checked={filters.overdue} onChange={(event) => change({ overdue: event.target.checked })}>
        {cases.overdueOnly}
      </Checkbox>
      {filters.customer ? (
        <Tag closable onClose={() => change({ customer: '' })}>
          {cases.ofCustomer(customerName ?? cases.customer)}
        </Tag>
      ) : null}
    </div>
  )
}

function Search({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const { cases } = useTexts()
  const [draft, setDraft] = useState(text)
  useEffect(() => {
    if (draft.trim() === text) return
    const timer = setTimeout(() => onSearch(draft.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [draft, text, onSearch])

  return (
    <Input
      className="cases-search"
      allowClear
      maxLength={80}
      prefix={<SearchOutlined aria-hidden="true" />}
      value={draft}
      aria-label={cases.search}
      placeholder={cases.search}
      onChange={(event) => setDraft(event.target.value)}
    />
  )
}

function StateSelect({ state, change }: { readonly state: string; readonly change: ChangeFilters }) {
  const { cases, caseStatus } = useTexts()
  return (
    <Select
      value={state}
      aria-label={cases.state}
      popupMatchSelectWidth={false}
      onChange={(next) => change({ state: next })}
      options={[
        { value: UNENDED, label: cases.allOpen },
        { value: 'all', label: cases.all },
        ...Object.entries(caseStatus).map(([value, label]) => ({ value, label })),
      ]}
    />
  )
}

function TypeSelect({ type, change }: { readonly type: string; readonly change: ChangeFilters }) {
  const { cases, caseType } = useTexts()
  return (
    <Select
      value={type}
      aria-label={cases.type}
      popupMatchSelectWidth={false}
      listHeight={420}
      onChange={(next) => change({ type: next })}
      options={[
        { value: '', label: cases.allTypes },
        ...Object.entries(caseType).map(([value, label]) => ({ value, label })),
      ]}
    />
  )
}

function HolderSelect({ agent, change }: { readonly agent: string; readonly change: ChangeFilters }) {
  const { cases } = useTexts()
  const agents = useDeskState((state) => state.agents)
  const me = useDeskState((state) => state.me.id)
  const others = Object.values(agents).filter(({ id, active }) => id !== me && active)
  return (
    <Select
      value={agent}
      aria-label={cases.holder}
      popupMatchSelectWidth={false}
      onChange={(next) => change({ agent: next })}
      options={[
        { value: '', label: cases.anybody },
        { value: 'me', label: cases.ofMine },
        { value: 'none', label: cases.nobody },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
