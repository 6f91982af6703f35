import { Button, Modal } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { CopyBox } from './copy-box.tsx'

interface SecretDialogProps {
  readonly title: string
  readonly text: string
  readonly secret: string
  readonly onClose: () => void
}

/** A secret that is shown this once: it goes away only by the button that says it was kept. */
export function SecretDialog({ title, text, secret, onClose }: SecretDialogProps) {
  const { webhooks } = useTexts()
  return (
    <Modal open title={title} footer={null} width={520} closable={false} mask={{ closable: false }} keyboard={false}>
      <div className="invite-ready">
        <p>{text}</p>
        <CopyBox text={secret} />
        <Button type="primary" block onClick={onClose}>
          {webhooks.saved}
        </Button>
      </div>
    </Modal>
  )
}
