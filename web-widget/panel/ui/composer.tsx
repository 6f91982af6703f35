import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { MAX_TEXT } from '../../core/wire.ts'
import { useChat } from './chat-context.ts'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'
import { QuoteStrip } from './quote.tsx'

/** The counter appears where the limit comes into sight. */
const COUNT_FROM = MAX_TEXT - 200
const TALLEST_PX = 132
const TYPING_EVERY_MS = 3000
/** Where people see what is typed, they are told of it as it grows. */
const PREVIEW_EVERY_MS = 1000
const TYPING_STOPS_MS = 5000
const growsByItself = CSS.supports('field-sizing', 'content')

export function Composer() {
  const { session, texts } = useChat()
  const [text, setText] = useState('')
  const tellTyping = useTyping()
  const over = text.trim().length - MAX_TEXT
  const canSend = text.trim() !== '' && over <= 0

  const write = (next: string) => {
    setText(next)
    tellTyping(next)
  }
  const send = () => {
    if (!canSend) return
    session.say(text.trim())
    write('')
  }

  return (
    <div class="foot">
      <Notice />
      <QuoteStrip />
      <div class="composer">
        <AttachButton />
        <MessageField text={text} onWrite={write} onSend={send} onLeave={() => tellTyping('')} />
        <button
          type="button"
          class="send"
          aria-label={texts.send}
          title={texts.send}
          aria-disabled={!canSend}
          // The field keeps the focus, and a phone its keyboard.
          onMouseDown={(event) => event.preventDefault()}
          onClick={send}
        >
          <Icon name="send" />
        </button>
      </div>
      {text.length >= COUNT_FROM && (
        <p class={over > 0 ? 'count count-over' : 'count'} role="status">
          {over > 0 ? texts.tooLong(over) : texts.left(-over)}
        </p>
      )}
    </div>
  )
}

interface MessageFieldProps {
  readonly text: string
  readonly onWrite: (text: string) => void
  readonly onSend: () => void
  readonly onLeave: () => void
}

function MessageField({ text, onWrite, onSend, onLeave }: MessageFieldProps) {
  const { state, texts } = useChat()
  const area = useRef<HTMLTextAreaElement>(null)

  useLayoutEffect(() => {
    const box = area.current
    if (growsByItself || !box) return
    box.style.height = 'auto'
    box.style.height = `${Math.min(box.scrollHeight, TALLEST_PX)}px`
  })
  return (
    <textarea
      ref={area}
      class="input"
      rows={1}
      aria-label={texts.message}
      placeholder={state.conversation?.status === 'assigned' ? texts.placeholderAgent : texts.placeholder}
      value={text}
      enterkeyhint="send"
      onInput={(event) => onWrite(event.currentTarget.value)}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (!isSendKey(event)) return
        event.preventDefault()
        onSend()
      }}
      onPaste={usePastedFiles()}
    />
  )
}

// 229 is how Safari says that this Enter ends a composition; it must never send half a word.
function isSendKey({ key, shiftKey, isComposing, keyCode }: KeyboardEvent): boolean {
  return key === 'Enter' && !shiftKey && !isComposing && keyCode !== 229
}

function usePastedFiles(): (event: ClipboardEvent) => void {
  const { session } = useChat()
  return (event) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    for (const file of files) void session.sendFile(file)
  }
}

/** Tells people that the shopper types, where the shop wants it what, and that it ended. */
function useTyping(): (text: string) => void {
  const { state, session } = useChat()
  const toldAt = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const status = state.conversation?.status
  const heard = status === 'assigned' || status === 'queued'
  const preview = state.shop?.typingPreview
  useEffect(() => () => clearTimeout(timer.current), [])

  return function tell(text: string): void {
    clearTimeout(timer.current)
    if (text && heard) {
      const wait = toldAt.current + (preview ? PREVIEW_EVERY_MS : TYPING_EVERY_MS) - Date.now()
      if (preview && wait > 0) {
        timer.current = setTimeout(() => tell(text), wait)
        return
      }
      timer.current = setTimeout(() => tell(''), TYPING_STOPS_MS)
      if (wait > 0) return
      toldAt.current = Date.now()
      session.setTyping(true, preview ? text.slice(0, MAX_TEXT) : undefined)
    } else if (toldAt.current) {
      toldAt.current = 0
      session.setTyping(false)
    }
  }
}

function AttachButton() {
  const { session, texts } = useChat()
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class="attach"
        aria-label={texts.attach}
        title={texts.attach}
        onClick={() => picker.current?.click()}
      >
        <Icon name="clip" />
      </button>
      <input
        ref={picker}
        type="file"
        accept="image/*,.pdf,.docx,.xlsx,.txt,.csv,.zip"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          // Emptied, so that the same file can be chosen again.
          event.currentTarget.value = ''
          for (const file of files) void session.sendFile(file)
        }}
      />
    </>
  )
}
