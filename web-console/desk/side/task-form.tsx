import { Input, Radio, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import type { OrderView } from '../../../src/protocol/http.ts'
import type { TaskField, TaskView } from '../../../src/protocol/tasks.ts'
import { useTexts } from '../../texts/use-texts.ts'

export interface TaskValues {
  readonly order: string
  readonly item: string
  readonly fields: Readonly<Record<string, string>>
}

interface TaskFormProps {
  readonly task: TaskView
  readonly orders: readonly OrderView[]
  readonly values: TaskValues
  readonly onChange: (values: TaskValues) => void
}

/** The flow's slots as a form. */
export function TaskForm({ task, orders, values, onChange }: TaskFormProps) {
  const { task: texts } = useTexts()
  const order = orders.find(({ number }) => number === values.order)
  const items = order?.items ?? []
  const choices = [
    ...items.map(({ sku, title }) => ({ value: sku, label: title })),
    ...(items.length > 1 ? [{ value: '*', label: texts.whole }] : []),
  ]
  return (
    <div className="task-form">
      <Labelled label={texts.order} required>
        {(id) => (
          <Select
            id={id}
            value={values.order || null}
            disabled={orders.length < 2}
            options={orders.map((one) => ({ value: one.number, label: orderText(one) }))}
            onChange={(number) => onChange({ ...values, order: number, item: '' })}
          />
        )}
      </Labelled>
      {task.item ? (
        <Labelled label={texts.item} required>
          {(id) => (
            <Select
              id={id}
              value={values.item || null}
              placeholder={texts.choose}
              options={choices}
              onChange={(item) => onChange({ ...values, item })}
            />
          )}
        </Labelled>
      ) : null}
      {task.fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={values.fields[field.name] ?? ''}
          onChange={(value) => onChange({ ...values, fields: { ...values.fields, [field.name]: value } })}
        />
      ))}
    </div>
  )
}

function orderText({ number, items }: OrderView): string {
  return `${number} ${items.map(({ title }) => title).join('、')}`
}

interface LabelledProps {
  readonly label: string
  readonly required: boolean
  readonly children: (id: string) => ReactNode
}

function Labelled({ label, required, children }: LabelledProps) {
  const { task: texts } = useTexts()
  const id = useId()
  return (
    <div className="task-field">
      <label htmlFor={id}>
        {label}
        {required ? null : <small> {texts.optional}</small>}
      </label>
      {children(id)}
    </div>
  )
}

interface FieldProps {
  readonly field: TaskField
  readonly value: string
  readonly onChange: (value: string) => void
}

function Field({ field, value, onChange }: FieldProps) {
  const { task: texts } = useTexts()
  const { kind, label, required } = field
  if (kind === 'text') {
    return (
      <Labelled label={label} required={required}>
        {(id) => <Input id={id} value={value} maxLength={500} onChange={(event) => onChange(event.target.value)} />}
      </Labelled>
    )
  }
  const yesNo = [
    { value: 'yes', label: texts.yes },
    { value: 'no', label: texts.no },
  ]
  return (
    <fieldset className="task-field">
      <legend>
        {label}
        {required ? null : <small> {texts.optional}</small>}
      </legend>
      <Radio.Group
        value={value}
        options={kind === 'choice' ? [...field.options] : yesNo}
        onChange={(event) => onChange(String(event.target.value))}
      />
    </fieldset>
  )
}
