import { Button, Modal } from 'antd'
import type { FileDetail } from '../../../src/protocol/editing.ts'
import { DiffView } from '../diff-view.tsx'
import { useWords } from '../use-words.ts'
import type { UseFile } from './use-file.ts'

interface OverwriteDialogProps {
  readonly editing: UseFile
  readonly theirs: FileDetail
  readonly path: string
}

/** Somebody saved the file meanwhile: both are shown, and one is chosen. */
export function OverwriteDialog({ editing, theirs, path }: OverwriteDialogProps) {
  const { conflict } = useWords()
  return (
    <Modal
      open
      width={900}
      title={conflict.title}
      onCancel={() => void editing.settle('later')}
      footer={[
        <Button key="later" onClick={() => void editing.settle('later')}>
          {conflict.later}
        </Button>,
        <Button key="theirs" onClick={() => void editing.settle('theirs')}>
          {conflict.theirs}
        </Button>,
        <Button key="mine" type="primary" loading={editing.busy} onClick={() => void editing.settle('mine')}>
          {conflict.mine}
        </Button>,
      ]}
    >
      <p className="knowledge-lead">{conflict.text}</p>
      <DiffView name={`${path} · ${conflict.sides}`} before={theirs.text} after={editing.text} />
    </Modal>
  )
}
