import { FormOutlined, PaperClipOutlined, ShoppingOutlined, ThunderboltOutlined } from '@ant-design/icons'
import { Button, Popover, Tooltip } from 'antd'
import { useRef, useState } from 'react'
import { SaveCannedButton } from '../canned/save-canned-button.tsx'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { EMPTY_DRAFT } from '../state/desk-state.ts'
import { useTexts } from '../texts/use-texts.ts'
import { EmojiButton } from './emoji-button.tsx'
import { ProductPicker } from './product-picker.tsx'

interface ComposerToolsProps {
  readonly conversationId: string
  readonly onInsert: (words: string) => void
}

export function ComposerTools({ conversationId, onInsert }: ComposerToolsProps) {
  const draft = useDeskState((state) => state.drafts[conversationId] ?? EMPTY_DRAFT)
  return (
    <>
      <NoteToggle conversationId={conversationId} />
      <EmojiButton onPick={onInsert} />
      {draft.note ? null : (
        <>
          <AttachButton conversationId={conversationId} />
          <ProductButton conversationId={conversationId} />
          <CannedButton conversationId={conversationId} onInsert={onInsert} />
          <SaveCannedButton text={draft.text} />
        </>
      )}
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

function AttachButton({ conversationId }: { readonly conversationId: string }) {
  const { compose } = useTexts()
  const { attachments } = useDesk()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,image/webp,image/gif,.pdf,.docx,.xlsx,.txt,.csv,.zip"
        aria-label={compose.attach}
        onChange={(event) => {
          attachments.add(conversationId, [...(event.target.files ?? [])])
          // Emptied, so that the same file can be chosen again.
          event.target.value = ''
        }}
      />
      <Tooltip title={compose.attach}>
        <Button
          type="text"
          className="tool"
          icon={<PaperClipOutlined />}
          aria-label={compose.attach}
          onClick={() => input.current?.click()}
        />
      </Tooltip>
    </>
  )
}

/** For the mouse, and for those who have not learnt of `/` yet. */
function CannedButton({ conversationId, onInsert }: ComposerToolsProps) {
  const { canned } = useTexts()
  const empty = useDeskState((state) => (state.drafts[conversationId]?.text ?? '').trim() === '')
  return (
    <Tooltip title={canned.open}>
      <Button
        type="text"
        className="tool"
        icon={<ThunderboltOutlined />}
        aria-label={canned.open}
        disabled={!empty}
        onClick={() => onInsert('/')}
      />
    </Tooltip>
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
