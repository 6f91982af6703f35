import { useRef } from 'react'
import type { RenderedMessageView } from '../../src/protocol/composing.ts'
import { CannedPalette, type PaletteKeys } from '../canned/canned-palette.tsx'
import { firstGap, gapsIn, isPlainText, nameGaps } from '../canned/canned-words.ts'
import type { Desk } from '../live/desk.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { EMPTY_DRAFT } from '../state/desk-state.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'
import { AttachmentTray } from './attachment-tray.tsx'
import { ComposerField, useChangeText } from './composer-field.tsx'
import { ComposerFoot } from './composer-foot.tsx'
import { DropZone } from './drop-zone.tsx'
import { EditingStrip } from './editing-strip.tsx'
import { GapStrip } from './gap-strip.tsx'
import { MAX_TEXT } from './limits.ts'
import { QuoteStrip } from './quote-strip.tsx'
import { useAttachments } from './use-attachments.ts'
import { usePalette } from './use-palette.ts'
import { useSendDraft } from './use-send-draft.ts'
import { useWordCheck } from './use-word-check.ts'
import { WordWarnings } from './word-warnings.tsx'

/** Where the agent writes. What is typed and attached is kept per conversation until it is sent. */
export function Composer({ conversationId }: { readonly conversationId: string }) {
  const desk = useDesk()
  const texts = useTexts()
  const draft = useDeskState((state) => state.drafts[conversationId] ?? EMPTY_DRAFT)
  const field = useRef<HTMLTextAreaElement>(null)
  const keys = useRef<PaletteKeys>(null)
  const palette = usePalette(draft)
  const words = useWordCheck(draft.text, !draft.note && !palette.open)
  const { send, busy } = useSendDraft(conversationId, words)
  const sendable = useSendable(conversationId) && !busy && !palette.open && !words.blocked
  const sendIfReady = () => {
    if (sendable) void send().then(() => field.current?.focus())
  }
  const use = (messages: readonly RenderedMessageView[]) => {
    putCanned(desk, conversationId, messages, texts)
    setTimeout(() => selectGap(field.current))
  }

  return (
    <>
      <DropZone enabled={!draft.note} onFiles={(files) => desk.attachments.add(conversationId, files)} />
      <footer className={draft.note ? 'composer noting' : 'composer'}>
        {palette.open ? (
          <CannedPalette
            conversationId={conversationId}
            query={palette.query}
            keys={keys}
            onActive={palette.setActiveId}
            onUse={use}
            onClose={() => {
              palette.close()
              field.current?.focus()
            }}
          />
        ) : null}
        <EditingStrip conversationId={conversationId} />
        <QuoteStrip conversationId={conversationId} />
        {draft.note ? null : <AttachmentTray conversationId={conversationId} />}
        <ComposerField {...{ conversationId, field, palette, keys }} onSend={sendIfReady} />
        <GapStrip text={draft.text} onFind={() => selectGap(field.current)} />
        <WordWarnings words={words} onSendAnyway={sendIfReady} />
        <ComposerFoot
          conversationId={conversationId}
          sendable={sendable}
          busy={busy}
          onSend={sendIfReady}
          onInsert={useInsert(conversationId, field)}
        />
      </footer>
    </>
  )
}

/** Something to send, all of it uploaded, none of it too long, and no gap left in it. */
function useSendable(conversationId: string): boolean {
  const { text, note } = useDeskState((state) => state.drafts[conversationId] ?? EMPTY_DRAFT)
  const attachments = useAttachments(conversationId)
  const ready = note || attachments.every(({ sent }) => sent)
  const something = text.trim() !== '' || (!note && attachments.length > 0)
  return something && ready && text.length <= MAX_TEXT && (note || gapsIn(text).length === 0)
}

/** Plain words may be changed first; pictures, files and several messages go as they were shown. */
function putCanned(
  { store, outbox }: Desk,
  conversationId: string,
  messages: readonly RenderedMessageView[],
  texts: Texts,
): void {
  const [first] = messages
  const text = isPlainText(messages) && first?.kind === 'text' ? nameGaps(first.text, texts) : ''
  const draft = store.get().drafts[conversationId] ?? EMPTY_DRAFT
  store.send({ type: 'draft:changed', conversationId, draft: { ...draft, text } })
  if (text) return

  for (const message of messages) {
    if (message.kind === 'text') outbox.add({ conversationId, kind: 'text', content: message.text })
    else if (message.kind === 'image') outbox.add({ conversationId, kind: 'image', content: message.url })
    else {
      const { name, size, mime } = message
      outbox.add({ conversationId, kind: 'file', content: message.url, file: { name, size, mime } })
    }
  }
}

/** Puts the caret where something is to be filled in, else at the end. */
function selectGap(field: HTMLTextAreaElement | null): void {
  if (!field) return
  const gap = firstGap(field.value)
  field.focus()
  field.setSelectionRange(gap?.from ?? field.value.length, gap?.until ?? field.value.length)
}

/** Writes at the caret, as if it were typed. */
function useInsert(conversationId: string, field: { readonly current: HTMLTextAreaElement | null }) {
  const change = useChangeText(conversationId)
  return (words: string) => {
    const box = field.current
    if (!box) return
    const { selectionStart, selectionEnd, value } = box
    change(value.slice(0, selectionStart) + words + value.slice(selectionEnd))
    const at = selectionStart + words.length
    setTimeout(() => {
      box.focus()
      box.setSelectionRange(at, at)
    })
  }
}
