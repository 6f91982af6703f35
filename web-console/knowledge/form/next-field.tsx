import { Select } from 'antd'
import { Field } from '../field.tsx'
import { useWords } from '../use-words.ts'

export interface IntentChoice {
  readonly value: string
  readonly label: string
}

interface NextFieldProps {
  readonly label: string
  readonly value: readonly string[]
  readonly intents: readonly IntentChoice[]
  readonly onChange: (value: string[]) => void
}

/** Intents that are offered to be pressed, found by title or id. */
export function NextField({ label, value, intents, onChange }: NextFieldProps) {
  const { form: words } = useWords()
  return (
    <Field label={label} hint={words.nextHint}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          value={[...value]}
          options={intents.map((one) => ({ ...one, title: one.value }))}
          showSearch={{
            filterOption: (typed, option) =>
              `${option?.label} ${option?.value}`.toLowerCase().includes(typed.trim().toLowerCase()),
          }}
          placeholder={words.nextPlaceholder}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
