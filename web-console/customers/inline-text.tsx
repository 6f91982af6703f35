import { EditOutlined } from '@ant-design/icons'
import { type KeyboardEvent, useState } from 'react'

interface InlineTextProps {
  readonly value: string
  readonly label: string
  readonly placeholder: string
  readonly multiline?: boolean
  readonly maxLength: number
  /** `false` keeps the editor open with what was typed. */
  readonly onSave: (value: string) => Promise<boolean>
}

/** A text that becomes a field when it is clicked; leaving it saves, Escape does not. */
export function InlineText(props: InlineTextProps) {
  const { value, label, placeholder, multiline = false, onSave } = props
  const [draft, setDraft] = useState<string>()

  if (draft === undefined) {
    return (
      <button type="button" className="inline-text" aria-label={`${label}: ${value}`} onClick={() => setDraft(value)}>
        <span className={value ? '' : 'unset'}>{value || placeholder}</span>
        <EditOutlined aria-hidden="true" />
      </button>
    )
  }

  async function save(): Promise<void> {
    const next = (draft ?? '').trim()
    if (next === value || (await onSave(next))) setDraft(undefined)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return
    if (event.key === 'Escape') setDraft(undefined)
    if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) void save()
  }

  const shared = {
    className: 'inline-field',
    value: draft,
    maxLength: props.maxLength,
    'aria-label': label,
    onKeyDown,
    onBlur: () => void save(),
    ref: (field: HTMLInputElement | HTMLTextAreaElement | null) => field?.focus(),
  }
  return multiline ? (
    <textarea {...shared} rows={3} onChange={(event) => setDraft(event.target.value)} />
  ) : (
    <input {...shared} onChange={(event) => setDraft(event.target.value)} />
  )
}
