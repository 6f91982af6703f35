import { Select } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { type Filters, firstDayOf, SPANS, type Span, spanOf } from './filters.ts'

interface TimeFilterProps {
  readonly filters: Filters
  readonly onChange: (change: Filters) => void
}

/** The last so many days; or from one day to another. */
export function TimeFilter({ filters, onChange }: TimeFilterProps) {
  const { history } = useTexts()
  const now = Date.now()
  const span = spanOf(filters, now)
  const options = [
    { value: 'all', label: history.allTime },
    ...(Object.keys(SPANS) as Span[]).map((value) => ({ value, label: history[value] })),
    { value: 'custom', label: history.custom },
  ]

  function choose(next: string): void {
    if (next === 'all') onChange({ from: '', to: '' })
    else if (next === 'custom')
      onChange({ from: filters.from ?? firstDayOf('week', now), to: firstDayOf('today', now) })
    else onChange({ from: firstDayOf(next as Span, now), to: '' })
  }

  return (
    <>
      <Select
        value={span}
        options={options}
        aria-label={history.time}
        popupMatchSelectWidth={false}
        className={span === 'all' ? '' : 'set'}
        onChange={choose}
      />
      {span === 'custom' ? (
        <span className="history-days">
          <input
            type="date"
            value={filters.from ?? ''}
            max={filters.to}
            aria-label={history.from}
            onChange={(event) => onChange({ from: event.target.value })}
          />
          –
          <input
            type="date"
            value={filters.to ?? ''}
            min={filters.from}
            aria-label={history.to}
            onChange={(event) => onChange({ to: event.target.value })}
          />
        </span>
      ) : null}
    </>
  )
}
