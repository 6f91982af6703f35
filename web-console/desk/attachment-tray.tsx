import { CloseOutlined, ReloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Attachment } from '../live/attachments.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { formatSize } from '../texts/format.ts'
import { useTexts } from '../texts/use-texts.ts'
import { FileIcon } from './file-card.tsx'
import { useAttachments } from './use-attachments.ts'

/** The pictures and files that go with the next message, each as it will be seen. */
export function AttachmentTray({ conversationId }: { readonly conversationId: string }) {
  const { compose } = useTexts()
  const attachments = useAttachments(conversationId)
  if (attachments.length === 0) return null

  return (
    <ul className="tray" aria-label={compose.tray}>
      {attachments.map((one) => (
        <TrayItem key={one.id} conversationId={conversationId} attachment={one} />
      ))}
    </ul>
  )
}

interface TrayItemProps {
  readonly conversationId: string
  readonly attachment: Attachment
}

function TrayItem({ conversationId, attachment }: TrayItemProps) {
  const { compose } = useTexts()
  const { attachments } = useDesk()
  const { id, file, preview, failed } = attachment
  return (
    <li className={failed ? 'tray-item failed' : 'tray-item'}>
      {preview ? <img src={preview} alt={file.name} /> : <FileIcon name={file.name} />}
      <span className="tray-words">
        <b title={file.name}>{file.name}</b>
        <TrayState attachment={attachment} />
      </span>
      {failed && !failed.endsWith('_too_large') ? (
        <Button
          type="text"
          size="small"
          icon={<ReloadOutlined />}
          aria-label={compose.retry(file.name)}
          onClick={() => attachments.retry(conversationId, id)}
        />
      ) : null}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={compose.remove(file.name)}
        onClick={() => attachments.remove(conversationId, id)}
      />
    </li>
  )
}

function TrayState({ attachment }: { readonly attachment: Attachment }) {
  const texts = useTexts()
  const { compose } = texts
  const { file, failed, sent, progress } = attachment
  if (failed) {
    const own = {
      image_too_large: compose.pictureTooLarge,
      file_too_large: compose.fileTooLarge,
      upload_refused: compose.kindRefused,
    }[failed]
    return <small role="alert">{own ?? texts.errors[failed] ?? texts.errors['internal']}</small>
  }
  if (sent) return <small>{formatSize(file.size)}</small>

  return <progress value={progress} aria-label={compose.uploading(file.name)} />
}
