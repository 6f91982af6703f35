import { FilterOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { FigureDefinition, ReportDimension } from '../../src/protocol/reports.ts'
import { useTexts } from '../texts/use-texts.ts'
import { useFigures, useFiguresPlace } from './figures-context.tsx'
import { DIMENSIONS, FIGURE_FILTERS, type FigureFilter } from './figures-place.ts'
import { useFigureOptions } from './use-figure-options.ts'

/** Along what the figures are broken down, and what they are narrowed to; on a phone both fold behind a button. */
export function FigureFilters({ area, own }: { readonly area: FigureDefinition['area']; readonly own: boolean }) {
  const { figures: words } = useTexts()
  const { place, change } = useFiguresPlace()
  const [open, setOpen] = useState(false)
  const options = useFigureOptions(area)
  const dimensions = useDimensions(area, own)
  const offered = FIGURE_FILTERS.filter((name) => dimensions.includes(name) || place.filters[name] !== undefined)
  const set = FIGURE_FILTERS.filter((name) => place.filters[name] !== undefined)
  return (
    <search className={open ? 'figure-filters open' : 'figure-filters'}>
      <Button className="figure-fold" icon={<FilterOutlined />} aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.filters}
        {set.length > 0 ? <span className="count">{set.length}</span> : null}
      </Button>
      <div className="figure-choices">
        <By dimensions={dimensions} />
        {offered.map((name) => (
          <Filter key={name} name={name} options={options[name]} />
        ))}
        {set.length > 0 ? (
          <Button
            type="link"
            size="small"
            onClick={() => change(Object.fromEntries(FIGURE_FILTERS.map((name) => [name, ''])))}
          >
            {words.clear}
          </Button>
        ) : null}
      </div>
    </search>
  )
}

/** Along what at least one figure of the area can be told apart; one's own figures are one agent's. */
function useDimensions(area: FigureDefinition['area'], own: boolean): readonly ReportDimension[] {
  const { definitions } = useFigures()
  return useMemo(() => {
    const known = new Set([...definitions.values()].filter((one) => one.area === area).flatMap(({ by }) => by))
    return DIMENSIONS.filter((one) => known.has(one) && !(own && one === 'agent'))
  }, [definitions, area, own])
}

function By({ dimensions }: { readonly dimensions: readonly ReportDimension[] }) {
  const { figures: words } = useTexts()
  const { place, change } = useFiguresPlace()
  return (
    <Select
      value={place.by}
      prefix={words.by}
      aria-label={words.by}
      popupMatchSelectWidth={false}
      options={dimensions.map((value) => ({ value, label: words.dimensions[value] }))}
      onChange={(by) => change({ by })}
    />
  )
}

interface FilterProps {
  readonly name: FigureFilter
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

function Filter({ name, options }: FilterProps) {
  const { figures: words } = useTexts()
  const { place, change } = useFiguresPlace()
  const value = place.filters[name]
  // Of one there is nothing to choose.
  if (options.length < 2 && value === undefined) return null
  return (
    <Select
      allowClear
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      value={value ?? null}
      options={[...options]}
      placeholder={words.all[name]}
      aria-label={words.dimensions[name]}
      popupMatchSelectWidth={false}
      className={value === undefined ? '' : 'set'}
      onChange={(next: string | undefined) => change({ [name]: next ?? '' })}
    />
  )
}
