import { useCallback, useState } from 'react'
import { useDesk } from '../shell/desk-context.tsx'
import { EMPTY_DRAFT } from '../state/desk-state.ts'
import { useSuggestions } from './use-suggestions.ts'

/** Sends what is in the composer: as a note, as an edited suggestion, or as a message through the outbox. */
export function useSendDraft(conversationId: string): { send: () => Promise<void>; busy: boolean } {
  const desk = useDesk()
  const suggestions = useSuggestions()
  const [busy, setBusy] = useState(false)

  const send = useCallback(async () => {
    const { store, outbox, typing } = desk
    const draft = store.get().drafts[conversationId] ?? EMPTY_DRAFT
    const text = draft.text.trim()
    if (!text) return

    const clear = () => store.send({ type: 'draft:changed', conversationId, draft: EMPTY_DRAFT })
    typing.stopped()
    if (draft.editing && !draft.note) {
      setBusy(true)
      const sent = await suggestions.sendEdited({ conversationId, suggestionId: draft.editing.id, text })
      setBusy(false)
      // Not if something else was typed meanwhile.
      if (sent && store.get().drafts[conversationId]?.text === draft.text) clear()
      return
    }
    const quote = draft.note ? undefined : draft.quote?.seq
    outbox.add({
      conversationId,
      kind: draft.note ? 'note' : 'text',
      content: text,
      ...(quote !== undefined && { quote }),
    })
    clear()
  }, [desk, suggestions, conversationId])

  return { send, busy }
}
