import { useEffect } from 'react'
import { useDeskState } from '../shell/desk-context.tsx'
import { useNow } from '../shell/use-now.ts'
import { useTexts } from '../texts/use-texts.ts'

const TYPING_LASTS = 8000

interface TypingLineProps {
  readonly conversationId: string
  readonly onShown: () => void
}

/** The customer is writing. */
export function TypingLine({ conversationId, onShown }: TypingLineProps) {
  const at = useDeskState((state) => state.typing[conversationId])
  return at === undefined ? null : <TypingDots at={at} onShown={onShown} />
}

/** Forgotten by itself: the word that typing has stopped may get lost. */
function TypingDots({ at, onShown }: { readonly at: number; readonly onShown: () => void }) {
  const texts = useTexts()
  const now = useNow()
  useEffect(onShown, [onShown])
  if (now - at > TYPING_LASTS) return null

  return (
    <p className="typing">
      <span aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {texts.thread.typing}
    </p>
  )
}
