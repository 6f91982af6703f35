import { FormOutlined, PictureOutlined, ShoppingOutlined } from '@ant-design/icons'
import { Button, Popover, Tooltip } from 'antd'
import { useRef, useState } from 'react'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { EMPTY_DRAFT } from '../state/desk-state.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ProductPicker } from './product-picker.tsx'
import { IMAGE_TYPES, type ImageUpload } from './use-image-upload.ts'

interface ComposerToolsProps {
  readonly conversationId: string
  readonly upload: ImageUpload
}

export function ComposerTools({ conversationId, upload }: ComposerToolsProps) {
  const draft = useDeskState((state) => state.drafts[conversationId] ?? EMPTY_DRAFT)
  return (
    <>
      <NoteToggle conversationId={conversationId} />
      {draft.note ? null : <ImageButton upload={upload} />}
      {draft.note ? null : <ProductButton conversationId={conversationId} />}
    </>
  )
}

function NoteToggle({ conversationId }: { readonly conversationId: string }) {
  const { composer } = useTexts()
  const desk = useDesk()
  const draft = useDeskState((state) => state.drafts[conversationId] ?? EMPTY_DRAFT)
  const toggle = () =>
    desk.store.send({ type: 'draft:changed', conversationId, draft: { ...draft, note: !draft.note } })
  return (
    <Tooltip title="Alt+P">
      <Button
        type="text"
        className={draft.note ? 'tool on' : 'tool'}
        icon={<FormOutlined />}
        aria-pressed={draft.note}
        onClick={toggle}
      >
        {composer.note}
      </Button>
    </Tooltip>
  )
}

function ImageButton({ upload }: { readonly upload: ImageUpload }) {
  const { composer } = useTexts()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={IMAGE_TYPES.join(',')}
        aria-label={composer.image}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) void upload.send(file)
          event.target.value = ''
        }}
      />
      <Tooltip title={upload.busy ? composer.uploading : composer.image}>
        <Button
          type="text"
          className="tool"
          icon={<PictureOutlined />}
          loading={upload.busy}
          aria-label={composer.image}
          onClick={() => input.current?.click()}
        />
      </Tooltip>
    </>
  )
}

function ProductButton({ conversationId }: { readonly conversationId: string }) {
  const { composer } = useTexts()
  const desk = useDesk()
  const [open, setOpen] = useState(false)
  const pick = (productId: string) => {
    setOpen(false)
    desk.outbox.add({ conversationId, kind: 'product', content: productId })
  }
  return (
    <Popover
      trigger="click"
      placement="topLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<ProductPicker onPick={pick} />}
    >
      <Tooltip title={open ? '' : composer.product}>
        <Button type="text" className="tool" icon={<ShoppingOutlined />} aria-label={composer.product} />
      </Tooltip>
    </Popover>
  )
}
