import { useEffect } from 'react'
import type { DeskConversation } from '../../src/protocol/console.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useNow } from '../shell/use-now.ts'
import { useTexts } from '../texts/use-texts.ts'
import { useCustomerName } from './customer-name.ts'

const TYPING_LASTS = 8000

interface TypingLineProps {
  readonly conversation: DeskConversation
  /** The room that it takes has changed. */
  readonly onShown: () => void
}

/** The customer is writing, and what, where the owner lets people see it. */
export function TypingLine({ conversation, onShown }: TypingLineProps) {
  const at = useDeskState((state) => state.typing[conversation.id])
  return at === undefined ? null : <Typing at={at} conversation={conversation} onShown={onShown} />
}

/** Forgotten by itself: the word that typing has stopped may get lost. */
function Typing({ at, conversation, onShown }: TypingLineProps & { readonly at: number }) {
  const texts = useTexts()
  const now = useNow()
  const name = useCustomerName(conversation.customer)
  const typed = useDeskState((state) => state.typed[conversation.id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed grows.
  useEffect(onShown, [onShown, typed])
  if (now - at > TYPING_LASTS) return null

  return (
    // Half a sentence, read aloud with every letter, would drown what was really said.
    <div className="typing" aria-live="off">
      {typed ? <p className="bubble typed">{typed}</p> : null}
      <p>
        <span aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {typed ? texts.typed.label(name) : texts.thread.typing}
      </p>
    </div>
  )
}
