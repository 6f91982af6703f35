import { ColorPicker, Input, InputNumber, Select, Switch } from 'antd'
import { useLocale } from '../../texts/use-texts.ts'
import { FactsField } from './facts-field.tsx'
import { type Choice, type Field, wordsIn } from './field.ts'
import { IntentsField } from './intents-field.tsx'
import { LocalizedField } from './localized-field.tsx'
import { GroupField, RecordsField } from './records-field.tsx'
import { ShiftsField, WeeklyField } from './shifts-field.tsx'

export interface EditorProps<F extends Field = Field> {
  readonly field: F
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

const ZONES = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }))

/** The control for one value, by its kind. */
export function FieldEditor(props: EditorProps) {
  const { field } = props
  switch (field.kind) {
    case 'localized':
      return <LocalizedField {...props} long={field.long === true} />
    case 'weekly':
      return <WeeklyField {...props} />
    case 'shifts':
      return <ShiftsField {...props} />
    case 'facts':
      return <FactsField {...props} />
    case 'intents':
      return <IntentsField {...props} />
    case 'records':
      return <RecordsField {...props} field={field} />
    case 'group':
      return <GroupField {...props} field={field} />
    default:
      return <PlainField {...props} field={field} />
  }
}

type Plain = Extract<
  Field,
  { kind: 'text' | 'number' | 'switch' | 'choice' | 'choices' | 'words' | 'color' | 'zone' | 'day' }
>

/** What is one control of the library's. */
function PlainField({ field, id, value, onChange }: EditorProps<Plain | Field>) {
  const locale = useLocale()
  const label = field.label[locale]
  const options = (choices: readonly Choice[]) => choices.map((one) => ({ value: one.value, label: one.label[locale] }))
  switch (field.kind) {
    case 'number':
      return (
        <InputNumber
          id={id}
          value={typeof value === 'number' ? value : null}
          min={field.min}
          max={field.max}
          step={field.step ?? 1}
          placeholder={field.initial === undefined ? '' : String(field.initial)}
          {...(field.unit && { suffix: field.unit[locale] })}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )
    case 'switch':
      return (
        <Switch
          id={id}
          aria-label={label}
          checked={typeof value === 'boolean' ? value : field.initial}
          onChange={onChange}
        />
      )
    case 'choice':
      return (
        <Select
          id={id}
          aria-label={label}
          value={value ?? field.initial ?? null}
          options={options(field.choices)}
          onChange={onChange}
        />
      )
    case 'choices':
      return (
        <Select
          id={id}
          aria-label={label}
          mode="multiple"
          value={wordsIn(value)}
          options={options(field.choices)}
          onChange={(next) => onChange(next.length > 0 ? next : undefined)}
        />
      )
    case 'words':
      return (
        <Select
          id={id}
          aria-label={label}
          mode="tags"
          open={false}
          suffixIcon={null}
          value={wordsIn(value)}
          tokenSeparators={[',', '，', '、']}
          onChange={onChange}
        />
      )
    case 'zone':
      return <Select id={id} aria-label={label} showSearch value={value} options={ZONES} onChange={onChange} />
    case 'color':
      return (
        <ColorPicker
          disabledAlpha
          showText
          value={typeof value === 'string' ? value : field.initial}
          onChangeComplete={(color) => onChange(color.toHexString().toUpperCase())}
        />
      )
    case 'day':
      return (
        <Input
          id={id}
          type="date"
          aria-label={label}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => onChange(target.value || undefined)}
        />
      )
    default:
      return (
        <Input
          id={id}
          aria-label={label}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => onChange(target.value || undefined)}
        />
      )
  }
}
