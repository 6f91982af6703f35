import { SearchOutlined } from '@ant-design/icons'
import { Input, Select } from 'antd'
import { AUTONOMY_CHOICES } from '../../../src/protocol/editing-words.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useWords } from '../use-words.ts'
import { type IntentFilters, MARKS, SORTS, type Sort } from './intent-filters.ts'
import type { ListChange } from './use-list-place.ts'

interface FilterBarProps {
  readonly filters: IntentFilters
  readonly query: string
  readonly sort: Sort
  readonly counted: boolean
  readonly categories: readonly string[]
  readonly onChange: (change: ListChange) => void
}

const NEED_FIGURES: readonly Sort[] = ['yesterday', 'week', 'answered', 'disliked']

export function FilterBar({ filters, query, sort, counted, categories, onChange }: FilterBarProps) {
  const { list } = useWords()
  const { intentPage } = useTexts()
  const sorts = SORTS.filter((one) => counted || !NEED_FIGURES.includes(one))
  return (
    <search className="knowledge-filters" aria-label={list.filters}>
      <Input
        prefix={<SearchOutlined aria-hidden="true" />}
        placeholder={list.search}
        aria-label={list.search}
        value={query}
        allowClear
        onChange={(event) => onChange({ query: event.target.value })}
      />
      <Select
        aria-label={list.category}
        value={filters.category}
        options={[
          { value: '', label: list.allCategories },
          ...categories.map((value) => ({ value, label: list.categories[value] ?? value })),
        ]}
        onChange={(category) => onChange({ category })}
      />
      <Select
        aria-label={list.autonomy}
        value={filters.autonomy}
        options={[
          { value: '', label: list.allAutonomies },
          ...AUTONOMY_CHOICES.map((value) => ({ value, label: intentPage.autonomies[value] })),
        ]}
        popupMatchSelectWidth={false}
        onChange={(autonomy) => onChange({ autonomy })}
      />
      <Select
        aria-label={list.only}
        value={filters.mark}
        options={MARKS.map((value) => ({ value, label: list.marks[value] }))}
        onChange={(mark) => onChange({ mark })}
      />
      <Select
        aria-label={list.sort}
        value={sort}
        options={sorts.map((value) => ({ value, label: list.sorts[value] }))}
        onChange={(next) => onChange({ sort: next })}
      />
    </search>
  )
}
