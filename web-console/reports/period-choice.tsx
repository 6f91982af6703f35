import { Segmented } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { type Period, PRESETS, presetDays, presetOf } from './last-days.ts'

interface PeriodChoiceProps {
  readonly period: Period
  readonly onChange: (period: Period) => void
}

/** Which days: a usual stretch, or from one day to another. */
export function PeriodChoice({ period, onChange }: PeriodChoiceProps) {
  const { period: words } = useTexts().figures
  const days = [
    ['from', { max: period.until }],
    ['until', { min: period.from }],
  ] as const
  return (
    <fieldset className="period" aria-label={words.label}>
      <Segmented
        value={presetOf(period) ?? ''}
        options={PRESETS.map((preset) => ({ value: preset, label: words.presets[preset] }))}
        onChange={(chosen) => {
          const preset = PRESETS.find((one) => one === chosen)
          if (preset) onChange(presetDays(preset))
        }}
      />
      <span className="period-days">
        {days.map(([end, limits]) => (
          <input
            key={end}
            type="date"
            value={period[end]}
            {...limits}
            aria-label={words[end]}
            onChange={(event) => event.target.value && onChange({ ...period, [end]: event.target.value })}
          />
        ))}
      </span>
    </fieldset>
  )
}
