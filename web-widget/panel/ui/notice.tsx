import type { PanelTexts } from '../../core/texts.ts'
import type { ChatState } from '../session/state.ts'
import { useChat } from './chat-context.ts'

const toSeconds = (until: number, now: number) => Math.max(1, Math.ceil((until - now) / 1000))

function toWords({ notice, pausedUntil, waiting }: ChatState, texts: PanelTexts): string {
  const now = Date.now()
  // Short pauses are the sender's own business.
  if (waiting.length > 0 && pausedUntil - now > 500) return texts.slowDown(toSeconds(pausedUntil, now))
  if (!notice || notice.until <= now) return ''
  if (notice.kind === 'slow') return texts.askSlower(toSeconds(notice.until, now))
  if (notice.kind === 'image') return texts.imageUnreadable
  return texts.errors[notice.code ?? ''] ?? texts.failed
}

/** One line above the composer for what the shopper should know right now. */
export function Notice() {
  const { state, texts } = useChat()
  const words = toWords(state, texts)
  return (
    <p class={words ? 'notice' : 'hidden'} role="status">
      {words}
    </p>
  )
}
