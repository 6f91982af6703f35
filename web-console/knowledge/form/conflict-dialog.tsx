import { Button, Modal } from 'antd'
import type { IntentEdited } from '../../../src/protocol/editing.ts'
import { DiffView } from '../diff-view.tsx'
import { useWords } from '../use-words.ts'
import { toForm, toLines } from './keyed-form.ts'
import type { UseIntentForm } from './use-intent-form.ts'

interface ConflictDialogProps {
  readonly editing: UseIntentForm
  readonly theirs: IntentEdited
}

/** Somebody saved meanwhile: both are shown, and one is chosen. */
export function ConflictDialog({ editing, theirs }: ConflictDialogProps) {
  const { conflict } = useWords()
  const { form, busy, settle } = editing
  return (
    <Modal
      open
      width={900}
      title={conflict.title}
      onCancel={() => void settle('later')}
      footer={[
        <Button key="later" onClick={() => void settle('later')}>
          {conflict.later}
        </Button>,
        <Button key="theirs" onClick={() => void settle('theirs')}>
          {conflict.theirs}
        </Button>,
        <Button key="mine" type="primary" loading={busy} onClick={() => void settle('mine')}>
          {conflict.mine}
        </Button>,
      ]}
    >
      <p className="knowledge-lead">{conflict.text}</p>
      <DiffView name={conflict.sides} before={toLines(theirs.form)} after={toLines(toForm(form))} />
    </Modal>
  )
}
