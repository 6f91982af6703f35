import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { type Field, isEmpty, isRecord, listOf, type Values } from './field.ts'
import { FieldRow } from './field-row.tsx'

interface RecordsFieldProps {
  readonly field: Extract<Field, { kind: 'records' }>
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** A list of things of one form: each is a card, and one can be added. */
export function RecordsField({ field, id, value, onChange }: RecordsFieldProps) {
  const { shopFile } = useTexts()
  const locale = useLocale()
  const records = listOf(value).map((one) => (isRecord(one) ? one : {}))
  return (
    <div className="records">
      {records.map((record, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what has no id is named by its place
        <fieldset key={index} className="record">
          <legend>{shopFile.numbered(index + 1)}</legend>
          <Fields
            fields={field.fields}
            id={`${id}-${index}`}
            values={record}
            onChange={(next) => onChange(records.map((one, at) => (at === index ? next : one)))}
          />
          <Button
            size="small"
            danger
            type="text"
            icon={<DeleteOutlined />}
            aria-label={shopFile.removeNamed(`${field.label[locale]} ${index + 1}`)}
            onClick={() => onChange(records.filter((_, at) => at !== index))}
          >
            {shopFile.remove}
          </Button>
        </fieldset>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...records, field.blank])}>
        {field.add[locale]}
      </Button>
    </div>
  )
}

interface GroupFieldProps {
  readonly field: Extract<Field, { kind: 'group' }>
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** Several values that stand under one key, folded until they are wanted. */
export function GroupField({ field, id, value, onChange }: GroupFieldProps) {
  const { shopFile } = useTexts()
  const values = isRecord(value) ? value : {}
  return (
    <details className="group-field" open={isRecord(value)}>
      <summary>{shopFile.unfold}</summary>
      <Fields
        fields={field.fields}
        id={id}
        values={values}
        onChange={(next) => onChange(Object.keys(next).length === 0 ? undefined : next)}
      />
    </details>
  )
}

interface FieldsProps {
  readonly fields: readonly Field[]
  readonly id: string
  readonly values: Values
  readonly onChange: (values: Values) => void
}

/** Fields of one thing. What the form does not know of it stays. */
export function Fields({ fields, id, values, onChange }: FieldsProps) {
  const put = (name: string, value: unknown) => {
    const next = { ...values, [name]: value }
    onChange(isEmpty(value) ? Object.fromEntries(Object.entries(next).filter(([key]) => key !== name)) : next)
  }
  return fields.map((field) => (
    <FieldRow
      key={field.name}
      field={field}
      id={`${id}-${field.name}`}
      value={values[field.name]}
      onChange={(value) => put(field.name, value)}
    />
  ))
}
