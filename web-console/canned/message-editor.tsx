import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CloseOutlined,
  FileAddOutlined,
  PictureOutlined,
  PlusOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { VariableView } from '../../src/protocol/composing.ts'
import { FileCard } from '../desk/file-card.tsx'
import { thrownText } from '../net/refusal.ts'
import { uploadFile } from '../net/upload.ts'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import { type KeyedMessage, moved, withKey } from './reply-draft.ts'
import { TemplateField } from './template-field.tsx'

const MOST = 9

interface MessageEditorProps {
  readonly messages: readonly KeyedMessage[]
  readonly variables: readonly VariableView[]
  readonly faults: Readonly<Record<string, string>>
  readonly onChange: (messages: readonly KeyedMessage[]) => void
}

/** What is sent, in its order: texts, pictures and files. */
export function MessageEditor({ messages, variables, faults, onChange }: MessageEditorProps) {
  const { canned } = useTexts()
  const replace = (next: KeyedMessage) => onChange(messages.map((one) => (one.key === next.key ? next : one)))
  return (
    <fieldset className="reply-messages">
      <legend>{canned.messages}</legend>
      <ol>
        {messages.map((message, at) => (
          <li key={message.key}>
            <Frame
              first={at === 0}
              last={at === messages.length - 1}
              alone={messages.length === 1}
              onMove={(by) => onChange(moved(messages, message.key, by))}
              onRemove={() => onChange(messages.filter((one) => one.key !== message.key))}
            >
              <Content message={message} variables={variables} onChange={replace} />
              {faults[message.key] ? <em role="alert">{faults[message.key]}</em> : null}
            </Frame>
          </li>
        ))}
      </ol>
      {messages.length < MOST ? <AddButtons onAdd={(added) => onChange([...messages, added])} /> : null}
    </fieldset>
  )
}

interface ContentProps {
  readonly message: KeyedMessage
  readonly variables: readonly VariableView[]
  readonly onChange: (message: KeyedMessage) => void
}

function Content({ message, variables, onChange }: ContentProps) {
  const { canned } = useTexts()
  if (message.kind === 'image') return <img src={message.url} alt={canned.image} />
  if (message.kind === 'file') return <FileCard name={message.name} size={message.size} url={message.url} />

  return <TemplateField text={message.text} variables={variables} onChange={(text) => onChange({ ...message, text })} />
}

interface FrameProps {
  readonly first: boolean
  readonly last: boolean
  readonly alone: boolean
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
  readonly children: ReactNode
}

function Frame({ first, last, alone, onMove, onRemove, children }: FrameProps) {
  const { canned } = useTexts()
  return (
    <>
      <div className="reply-message">{children}</div>
      <div className="reply-message-tools">
        {alone ? null : (
          <>
            <Tool icon={<ArrowUpOutlined />} label={canned.up} disabled={first} onClick={() => onMove(-1)} />
            <Tool icon={<ArrowDownOutlined />} label={canned.down} disabled={last} onClick={() => onMove(1)} />
            <Tool icon={<CloseOutlined />} label={canned.removeMessage} onClick={onRemove} />
          </>
        )}
      </div>
    </>
  )
}

interface ToolProps {
  readonly icon: ReactNode
  readonly label: string
  readonly disabled?: boolean
  readonly onClick: () => void
}

function Tool({ icon, label, disabled = false, onClick }: ToolProps) {
  return (
    <Button
      type="text"
      size="small"
      icon={icon}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    />
  )
}

function AddButtons({ onAdd }: { readonly onAdd: (message: KeyedMessage) => void }) {
  const { canned } = useTexts()
  return (
    <div className="reply-add">
      <Button size="small" icon={<PlusOutlined />} onClick={() => onAdd(withKey({ kind: 'text', text: {} }))}>
        {canned.addText}
      </Button>
      <UploadButton
        icon={<PictureOutlined />}
        label={canned.addImage}
        accept="image/jpeg,image/png,image/webp,image/gif"
        onAdd={onAdd}
      />
      <UploadButton
        icon={<FileAddOutlined />}
        label={canned.addFile}
        accept=".pdf,.docx,.xlsx,.txt,.csv,.zip"
        onAdd={onAdd}
      />
    </div>
  )
}

interface UploadButtonProps {
  readonly icon: ReactNode
  readonly label: string
  readonly accept: string
  readonly onAdd: (message: KeyedMessage) => void
}

function UploadButton({ icon, label, accept, onAdd }: UploadButtonProps) {
  const texts = useTexts()
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)

  async function upload(file: File): Promise<void> {
    setBusy(true)
    try {
      const { url, name, size = 0, mime = '' } = await uploadFile(file)
      onAdd(withKey(name === undefined ? { kind: 'image', url } : { kind: 'file', url, name, size, mime }))
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void upload(file)
        }}
      />
      <Button size="small" icon={icon} loading={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}
