import { FilterOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { FILTER_NAMES, type FilterName, type Filters } from './filters.ts'
import { TimeFilter } from './time-filter.tsx'
import { type FilterOptions, useFilterOptions } from './use-filter-options.ts'

interface HistoryFiltersProps {
  readonly filters: Filters
  readonly onChange: (change: Filters) => void
  readonly onClear: () => void
}

const CHOICES = ['status', 'agent', 'label', 'rating', 'reason', 'intent', 'tier'] as const satisfies FilterName[]

/** The search box, and what narrows the list; on a phone the filters fold behind a button. */
export function HistoryFilters({ filters, onChange, onClear }: HistoryFiltersProps) {
  const { history } = useTexts()
  const [open, setOpen] = useState(false)
  const options = useFilterOptions()
  const set = FILTER_NAMES.filter((name) => name !== 'q' && name !== 'to' && filters[name] !== undefined).length
  return (
    <search className={open ? 'history-search open' : 'history-search'}>
      <div className="history-words">
        <Words value={filters.q ?? ''} onSearch={(q) => onChange({ q })} />
        <Button className="history-fold" icon={<FilterOutlined />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {history.filters}
          {set > 0 ? <span className="count">{set}</span> : null}
        </Button>
      </div>
      <div className="history-filters">
        <TimeFilter filters={filters} onChange={onChange} />
        {CHOICES.map((name) => (
          <Choice
            key={name}
            name={name}
            value={filters[name]}
            options={options[name]}
            onChange={(value) => onChange({ [name]: value })}
          />
        ))}
        <Tag value={filters.tag ?? ''} onChange={(tag) => onChange({ tag })} />
        <Checkbox
          checked={filters.notes === 'true'}
          onChange={(event) => onChange({ notes: event.target.checked ? 'true' : '' })}
        >
          {history.notes}
        </Checkbox>
        {set > 0 || filters.q ? (
          <Button type="link" size="small" onClick={onClear}>
            {history.clear}
          </Button>
        ) : null}
      </div>
    </search>
  )
}

function Words({ value, onSearch }: { readonly value: string; readonly onSearch: (q: string) => void }) {
  const { history } = useTexts()
  const [draft, setDraft] = useState(value)
  // The back button and 清空 change the words too.
  useEffect(() => setDraft(value), [value])
  return (
    <Input.Search
      autoFocus
      allowClear
      maxLength={100}
      value={draft}
      placeholder={history.search}
      aria-label={history.search}
      title={history.searchHint}
      onChange={(event) => setDraft(event.target.value)}
      onSearch={(q) => onSearch(q.trim())}
    />
  )
}

interface ChoiceProps {
  readonly name: (typeof CHOICES)[number]
  readonly value: string | undefined
  readonly options: FilterOptions[keyof FilterOptions]
  readonly onChange: (value: string) => void
}

function Choice({ name, value, options, onChange }: ChoiceProps) {
  const { history } = useTexts()
  return (
    <Select
      allowClear
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      value={value ?? null}
      options={[...options]}
      placeholder={history[name]}
      aria-label={history[name]}
      popupMatchSelectWidth={false}
      className={value === undefined ? '' : 'set'}
      onChange={(next: string | undefined) => onChange(next ?? '')}
    />
  )
}

function Tag({ value, onChange }: { readonly value: string; readonly onChange: (tag: string) => void }) {
  const { history } = useTexts()
  const [draft, setDraft] = useState(value)
  useEffect(() => setDraft(value), [value])
  return (
    <Input
      allowClear
      maxLength={20}
      className={value ? 'history-tag set' : 'history-tag'}
      value={draft}
      placeholder={history.tag}
      aria-label={history.tag}
      onChange={(event) => {
        setDraft(event.target.value)
        if (event.target.value === '') onChange('')
      }}
      onBlur={() => onChange(draft.trim())}
      onPressEnter={() => onChange(draft.trim())}
    />
  )
}
