import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'

interface NoteEditorProps {
  readonly text: string
  readonly label: string
  /** `false` keeps the editor open with what was typed. */
  readonly onSave: (text: string) => Promise<boolean>
  readonly onClose: () => void
}

/** A field for one note: Ctrl+Enter saves, Escape does not. */
export function NoteEditor({ text, label, onSave, onClose }: NoteEditorProps) {
  const texts = useTexts()
  const [draft, setDraft] = useState(text)
  const [saving, setSaving] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])

  async function save(): Promise<void> {
    const next = draft.trim()
    if (next === '' || saving) return
    setSaving(true)
    const saved = next === text || (await onSave(next))
    setSaving(false)
    if (saved) onClose()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return
    if (event.key === 'Escape') onClose()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
  }

  return (
    <div className="note-editor">
      <textarea
        ref={field}
        rows={3}
        maxLength={2000}
        value={draft}
        aria-label={label}
        placeholder={texts.notes.placeholder}
        onKeyDown={onKeyDown}
        onChange={(event) => setDraft(event.target.value)}
      />
      <div className="note-buttons">
        <Button size="small" onClick={onClose}>
          {texts.cancel}
        </Button>
        <Button
          size="small"
          type="primary"
          loading={saving}
          disabled={draft.trim() === ''}
          title="Ctrl+Enter"
          onClick={() => void save()}
        >
          {texts.save}
        </Button>
      </div>
    </div>
  )
}
