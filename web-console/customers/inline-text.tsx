import { EditOutlined } from '@ant-design/icons'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'

interface InlineTextProps {
  readonly value: string
  readonly label: string
  readonly placeholder: string
  readonly maxLength: number
  readonly type?: 'text' | 'tel' | 'email'
  /** What is wrong with it; a text keeps the editor open. */
  readonly check?: (value: string) => string | undefined
  /** `false` keeps the editor open with what was typed. */
  readonly onSave: (value: string) => Promise<boolean>
}

/** A text that becomes a field when it is clicked; leaving it saves, Escape does not. */
export function InlineText(props: InlineTextProps) {
  const { value, label, placeholder } = props
  const [editing, setEditing] = useState(false)
  if (editing) return <Editor {...props} onClose={() => setEditing(false)} />

  return (
    <button type="button" className="inline-text" aria-label={`${label}: ${value}`} onClick={() => setEditing(true)}>
      <span className={value ? '' : 'unset'}>{value || placeholder}</span>
      <EditOutlined aria-hidden="true" />
    </button>
  )
}

function Editor({ value, label, maxLength, type = 'text', check, onSave, onClose }: InlineTextProps & Closable) {
  const [draft, setDraft] = useState(value)
  const [wrong, setWrong] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const hint = useId()
  useEffect(() => field.current?.focus(), [])

  async function save(): Promise<void> {
    const next = draft.trim()
    const complaint = next === value ? undefined : check?.(next)
    setWrong(complaint)
    if (complaint === undefined && (next === value || (await onSave(next)))) onClose()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return
    if (event.key === 'Escape') onClose()
    if (event.key === 'Enter') void save()
  }

  return (
    <>
      <input
        ref={field}
        type={type}
        className="inline-field"
        value={draft}
        maxLength={maxLength}
        aria-label={label}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : hint}
        onKeyDown={onKeyDown}
        onBlur={() => void save()}
        onChange={(event) => setDraft(event.target.value)}
      />
      {wrong === undefined ? null : (
        <small id={hint} role="alert" className="inline-wrong">
          {wrong}
        </small>
      )}
    </>
  )
}

interface Closable {
  readonly onClose: () => void
}
