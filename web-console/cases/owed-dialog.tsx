import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import type { Owed, useBoard } from './use-board.ts'

interface OwedDialogProps {
  readonly owed: Owed
  readonly onSend: ReturnType<typeof useBoard>['carryOut']
  readonly onClose: () => void
}

/** Asks for the word that the customer is owed before the case moves. */
export function OwedDialog({ owed: { shown, move }, onSend, onClose }: OwedDialogProps) {
  const { cases } = useTexts()
  const id = useId()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)

  async function send(): Promise<void> {
    setBusy(true)
    const sent = await onSend(shown, move, note.trim())
    setBusy(false)
    if (sent) onClose()
  }

  return (
    <Modal
      open
      title={`${cases.to[move]} · ${shown.number}`}
      okText={cases.to[move]}
      okButtonProps={{ disabled: note.trim() === '', danger: move === 'rejected' }}
      confirmLoading={busy}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <div className="case-field">
        <label htmlFor={id}>{cases.needsNote[move]}</label>
        <Input.TextArea
          id={id}
          autoFocus
          rows={3}
          maxLength={1000}
          value={note}
          placeholder={cases.notePlaceholder}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Modal>
  )
}
