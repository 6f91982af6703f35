import { DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { CustomerNoteView } from '../../src/protocol/customers.ts'
import { thrownText } from '../net/refusal.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useSay } from '../shell/use-say.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { FoldBlock } from './fold-block.tsx'
import { NoteEditor } from './note-editor.tsx'
import { addNote, changeNote } from './save-customer.ts'

interface NotesProps {
  readonly customerId: string
  readonly notes: readonly CustomerNoteView[]
  /** Another way to say that the record has changed, where the news of it is slow. */
  readonly onChanged: () => void
}

/** What the people of the shop remember of the customer. A deleted note can be put back until one leaves. */
export function Notes({ customerId, notes, onChanged }: NotesProps) {
  const texts = useTexts()
  const [writing, setWriting] = useState(false)
  const [removed, setRemoved] = useState<readonly CustomerNoteView[]>([])
  const attempt = useAttempt(onChanged)
  const shown = [...notes.filter(({ id }) => !removed.some((one) => one.id === id)), ...removed].toSorted(
    (one, other) => other.at - one.at,
  )

  const remove = (note: CustomerNoteView) =>
    attempt(async () => {
      await changeNote(note.id, { deleted: true })
      setRemoved((before) => [...before, note])
    })
  const restore = (id: string) =>
    attempt(async () => {
      await changeNote(id, { deleted: false })
      setRemoved((before) => before.filter((one) => one.id !== id))
    })

  return (
    <FoldBlock name="notes" title={texts.notes.title} count={notes.length}>
      {shown.length === 0 && !writing ? <p className="none">{texts.notes.none}</p> : null}
      <ul className="notes">
        {shown.map((note) => (
          <li key={note.id}>
            {removed.includes(note) ? (
              <p className="note-removed" role="status">
                {texts.notes.removed}
                <button type="button" className="text-button" onClick={() => void restore(note.id)}>
                  {texts.notes.undo}
                </button>
              </p>
            ) : (
              <Note note={note} attempt={attempt} onRemove={() => void remove(note)} />
            )}
          </li>
        ))}
      </ul>
      {writing ? (
        <NoteEditor
          text=""
          label={texts.notes.label}
          onSave={(text) => attempt(() => addNote(customerId, text))}
          onClose={() => setWriting(false)}
        />
      ) : (
        <Button size="small" type="dashed" onClick={() => setWriting(true)}>
          {texts.notes.add}
        </Button>
      )}
    </FoldBlock>
  )
}

type Attempt = (work: () => Promise<unknown>) => Promise<boolean>

/** Does it, or tells why it could not be done. */
function useAttempt(onDone: () => void): Attempt {
  const texts = useTexts()
  const say = useSay()
  return async (work) => {
    try {
      await work()
      onDone()
      return true
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
      return false
    }
  }
}

interface NoteProps {
  readonly note: CustomerNoteView
  readonly attempt: Attempt
  readonly onRemove: () => void
}

function Note({ note, attempt, onRemove }: NoteProps) {
  const texts = useTexts()
  const locale = useLocale()
  const me = useDeskState((state) => state.me)
  const [editing, setEditing] = useState(false)
  const own = note.by?.id === me.id
  if (editing) {
    return (
      <NoteEditor
        text={note.text}
        label={texts.notes.edit}
        onSave={(text) => attempt(() => changeNote(note.id, { text }))}
        onClose={() => setEditing(false)}
      />
    )
  }
  const icon = { type: 'text', size: 'small' } as const
  return (
    <>
      <p className="note-text">{note.text}</p>
      <p className="note-foot">
        <span>
          {note.by?.name || texts.notes.unsigned} · {formatMoment(note.at, locale)}
          {note.editedAt === undefined ? '' : ` · ${texts.notes.edited}`}
        </span>
        {own ? (
          <Button {...icon} icon={<EditOutlined />} aria-label={texts.notes.edit} onClick={() => setEditing(true)} />
        ) : null}
        {own || me.role !== 'agent' ? (
          <Button {...icon} icon={<DeleteOutlined />} aria-label={texts.notes.remove} onClick={onRemove} />
        ) : null}
      </p>
    </>
  )
}
