import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { DAYS } from './choices.ts'
import { isRecord, wordsIn } from './field.ts'
import type { EditorProps } from './field-editor.tsx'

const MIDNIGHT = '24:00'

/** The hours of one day, one after the other. */
export function ShiftsField({ field, value, onChange }: Pick<EditorProps, 'field' | 'value' | 'onChange'>) {
  const locale = useLocale()
  return <Shifts label={field.label[locale]} shifts={wordsIn(value)} onChange={onChange} />
}

interface ShiftsProps {
  readonly label: string
  readonly shifts: readonly string[]
  readonly onChange: (shifts: string[]) => void
}

function Shifts({ label, shifts, onChange }: ShiftsProps) {
  const { shopFile } = useTexts()
  const put = (index: number, shift: string) => onChange(shifts.map((one, at) => (at === index ? shift : one)))
  return (
    <div className="shifts">
      {shifts.length === 0 ? <span className="shift-closed">{shopFile.closed}</span> : null}
      {shifts.map((shift, index) => {
        const [from = '', until = ''] = shift.split('-')
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: shifts have no other name than their place
          <span key={index} className="shift">
            <Input
              type="time"
              aria-label={`${label} ${shopFile.from} ${index + 1}`}
              value={from}
              onChange={({ target }) => put(index, `${target.value}-${until}`)}
            />
            –
            <Input
              type="time"
              aria-label={`${label} ${shopFile.until} ${index + 1}`}
              value={until === MIDNIGHT ? '00:00' : until}
              onChange={({ target }) => put(index, `${from}-${target.value === '00:00' ? MIDNIGHT : target.value}`)}
            />
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined />}
              aria-label={`${label} ${shopFile.removeShift(index + 1)}`}
              onClick={() => onChange(shifts.filter((_, at) => at !== index))}
            />
          </span>
        )
      })}
      <Button
        size="small"
        icon={<PlusOutlined />}
        aria-label={`${label} ${shopFile.addShift}`}
        onClick={() => onChange([...shifts, shifts.length === 0 ? '09:00-18:00' : '19:00-22:00'])}
      >
        {shopFile.addShift}
      </Button>
    </div>
  )
}

/** The week, day by day. */
export function WeeklyField({ value, onChange }: Pick<EditorProps, 'value' | 'onChange'>) {
  const { shopFile } = useTexts()
  const locale = useLocale()
  const week = isRecord(value) ? value : {}
  const copy = () => {
    const monday = wordsIn(week['mon'])
    const days = ['tue', 'wed', 'thu', 'fri'].map((day) => [day, monday] as const)
    onChange({ ...week, mon: monday, ...Object.fromEntries(days) })
  }
  return (
    <div className="weekly">
      {DAYS.map((day) => (
        <div key={day.value} className="weekly-day">
          <b>{day.label[locale]}</b>
          <Shifts
            label={day.label[locale]}
            shifts={wordsIn(week[day.value])}
            onChange={(shifts) => onChange({ ...week, [day.value]: shifts })}
          />
        </div>
      ))}
      <Button size="small" onClick={copy}>
        {shopFile.copyMonday}
      </Button>
    </div>
  )
}
