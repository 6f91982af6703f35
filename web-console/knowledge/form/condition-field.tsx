import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type FactChoice, nameFact, OPERATOR_CHOICES } from '../../../src/protocol/editing-words.ts'
import { useLocale } from '../../texts/use-texts.ts'
import { useWords } from '../use-words.ts'
import {
  type Comparison,
  type ConditionForm,
  JOINS,
  sayValue,
  toConditionForm,
  toValue,
  toWhen,
  type When,
  withOperator,
} from './condition-form.ts'

interface ConditionFieldProps {
  readonly when: When | undefined
  readonly facts: readonly FactChoice[]
  readonly onChange: (when: When | undefined) => void
  readonly onYaml: () => void
}

const NEW: Comparison = { fact: '', operator: 'eq', value: '' }

/** When an answer may be said: comparisons of facts; what is nested deeper is shown and changed as YAML. */
export function ConditionField({ when, facts, onChange, onYaml }: ConditionFieldProps) {
  const { form: words } = useWords()
  // A row whose fact is not chosen yet stands in no condition, but on the page.
  const [open, setOpen] = useState<ConditionForm>()
  const written = toConditionForm(when)
  if (!written) {
    return (
      <div className="condition">
        <span className="field-name">{words.when}</span>
        <pre className="nested">{JSON.stringify(when, undefined, 2)}</pre>
        <button type="button" className="text-button" onClick={onYaml}>
          {words.nested}
        </button>
      </div>
    )
  }

  const form = open && sameCondition(open, written) ? open : written
  function put(next: ConditionForm): void {
    setOpen(next)
    onChange(toWhen(next))
  }

  return (
    <fieldset className="condition">
      <legend className="field-name">{words.when}</legend>
      {form.rows.length === 0 ? <p className="none">{words.always}</p> : null}
      {form.rows.length > 1 ? (
        <Select
          size="small"
          aria-label={words.join}
          value={form.join}
          options={JOINS.map((value) => ({ value, label: words.joins[value] }))}
          onChange={(join) => put({ ...form, join })}
        />
      ) : null}
      {form.rows.map((row, at) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place only.
          key={at}
          row={row}
          facts={facts}
          onChange={(next) => put({ ...form, rows: form.rows.with(at, next) })}
          onRemove={() => put({ ...form, rows: form.rows.toSpliced(at, 1) })}
        />
      ))}
      <Button
        size="small"
        type="text"
        icon={<PlusOutlined />}
        onClick={() => put({ ...form, rows: [...form.rows, NEW] })}
      >
        {words.addCondition}
      </Button>
    </fieldset>
  )
}

function sameCondition(a: ConditionForm, b: ConditionForm): boolean {
  return JSON.stringify(toWhen(a) ?? {}) === JSON.stringify(toWhen(b) ?? {})
}

interface RowProps {
  readonly row: Comparison
  readonly facts: readonly FactChoice[]
  readonly onChange: (row: Comparison) => void
  readonly onRemove: () => void
}

function Row({ row, facts, onChange, onRemove }: RowProps) {
  const { form: words } = useWords()
  const locale = useLocale()
  return (
    <div className="condition-row">
      <AutoComplete
        className="condition-fact"
        aria-label={words.fact}
        placeholder={words.fact}
        value={row.fact}
        options={facts.map(({ name, label }) => ({ value: name, label: `${label} ${name}` }))}
        showSearch={{
          filterOption: (typed, option) =>
            `${option?.value} ${option?.label}`.toLowerCase().includes(typed.trim().toLowerCase()),
        }}
        popupMatchSelectWidth={320}
        onChange={(fact: string) => onChange({ ...row, fact })}
      />
      <Select
        aria-label={words.operator}
        value={row.operator}
        options={OPERATOR_CHOICES.map((value) => ({ value, label: words.operators[value] }))}
        popupMatchSelectWidth={false}
        onChange={(operator) => onChange(withOperator(row, operator))}
      />
      {row.operator === 'exists' ? (
        <Select
          aria-label={words.value}
          value={row.value !== false}
          options={[
            { value: true, label: words.known },
            { value: false, label: words.unknown },
          ]}
          onChange={(value) => onChange({ ...row, value })}
        />
      ) : (
        <Value row={row} onChange={(value) => onChange({ ...row, value })} />
      )}
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={words.removeCondition} onClick={onRemove} />
      {row.fact !== '' && nameFact(row.fact, locale) !== row.fact ? <small>{nameFact(row.fact, locale)}</small> : null}
    </div>
  )
}

/** Typed as text; what it is in YAML is decided when the box is left, so that `1.` may become `1.5`. */
function Value({
  row,
  onChange,
}: {
  readonly row: Comparison
  readonly onChange: (value: Comparison['value']) => void
}) {
  const { form: words } = useWords()
  const [typed, setTyped] = useState<string>()
  return (
    <Input
      aria-label={words.value}
      placeholder={row.operator === 'in' ? words.valuesHint : words.value}
      value={typed ?? sayValue(row.value)}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(toValue(target.value, row.operator))
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}
