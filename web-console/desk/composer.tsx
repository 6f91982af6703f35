import { SendOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { EMPTY_DRAFT } from '../state/desk-state.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ComposerTools } from './composer-tools.tsx'
import { EditingStrip } from './editing-strip.tsx'
import { QuoteStrip } from './quote-strip.tsx'
import { type ImageUpload, useImageUpload } from './use-image-upload.ts'
import { useSendDraft } from './use-send-draft.ts'

// The protocol's own limit (`MAX_TEXT`); only its types may be imported here.
const MAX_TEXT = 2000

/** Where the agent writes. What is typed is kept per conversation until it is sent. */
export function Composer({ conversationId }: { readonly conversationId: string }) {
  const { composer } = useTexts()
  const draft = useDeskState((state) => state.drafts[conversationId] ?? EMPTY_DRAFT)
  const field = useRef<HTMLTextAreaElement>(null)
  const { send, busy } = useSendDraft(conversationId)
  const upload = useImageUpload(conversationId)

  const tooLong = draft.text.length - MAX_TEXT
  const sendable = draft.text.trim() !== '' && tooLong <= 0 && !busy
  const sendIfReady = () => {
    if (sendable) void send().then(() => field.current?.focus())
  }

  return (
    <footer className={draft.note ? 'composer noting' : 'composer'}>
      <EditingStrip conversationId={conversationId} />
      <QuoteStrip conversationId={conversationId} />
      <Field conversationId={conversationId} field={field} upload={upload} onEnter={sendIfReady} />
      <div className="composer-foot">
        <ComposerTools conversationId={conversationId} upload={upload} />
        <span className="spread" />
        {tooLong > 0 ? <span className="too-long">{composer.tooLong(tooLong)}</span> : null}
        <Button type="primary" icon={<SendOutlined />} disabled={!sendable} loading={busy} onClick={sendIfReady}>
          {draft.note ? composer.addNote : composer.send}
        </Button>
      </div>
    </footer>
  )
}

interface FieldProps {
  readonly conversationId: string
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly upload: ImageUpload
  readonly onEnter: () => void
}

function Field({ conversationId, field, upload, onEnter }: FieldProps) {
  const { composer } = useTexts()
  const desk = useDesk()
  const draft = useDeskState((state) => state.drafts[conversationId] ?? EMPTY_DRAFT)
  const change = useChangeText(conversationId)
  useFocusOnOpen(field, `${draft.note}:${draft.editing?.id ?? ''}:${draft.quote?.seq ?? ''}`)
  useEffect(() => () => desk.typing.stopped(), [desk])

  function onKeyDown(event: KeyboardEvent): void {
    // 229: browsers that say nothing of the composition still give the input method's key code.
    const composing = event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || composing) return

    event.preventDefault()
    onEnter()
  }

  function onPaste(event: ClipboardEvent): void {
    const [file] = event.clipboardData.files
    if (!file || draft.note) return

    event.preventDefault()
    void upload.send(file)
  }

  const [touch] = useState(isTouch)
  const hint = draft.note ? composer.notePlaceholder : touch ? composer.placeholderTouch : composer.placeholder
  return (
    <textarea
      ref={field}
      value={draft.text}
      rows={2}
      placeholder={hint}
      aria-label={hint}
      onChange={(event) => change(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => desk.typing.stopped()}
      onPaste={onPaste}
    />
  )
}

function isTouch(): boolean {
  return window.matchMedia('(pointer: coarse)').matches
}

function useChangeText(conversationId: string): (text: string) => void {
  const desk = useDesk()
  return (text) => {
    const draft = desk.store.get().drafts[conversationId] ?? EMPTY_DRAFT
    // An emptied box has nothing left of the suggestion in it.
    const { editing: _, ...plain } = draft
    const next = text === '' ? { ...plain, text } : { ...draft, text }
    desk.store.send({ type: 'draft:changed', conversationId, draft: next })
    if (text) desk.typing.typed(conversationId, draft.note)
    else desk.typing.stopped()
  }
}

/** Ready to type in, except on touch screens, where the keyboard would cover the conversation. */
function useFocusOnOpen(field: RefObject<HTMLTextAreaElement | null>, wanted: string): void {
  const [touch] = useState(isTouch)
  useEffect(() => {
    const element = field.current
    if (!element || touch || !wanted) return

    element.focus()
    element.setSelectionRange(element.value.length, element.value.length)
  }, [field, touch, wanted])
}
