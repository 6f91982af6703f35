import { useCallback } from 'react'
import { useDesk } from '../../shell/desk-context.tsx'
import { EMPTY_DRAFT } from '../../state/desk-state.ts'

/** Puts a text into the composer, below what is typed there already: nothing is overwritten. */
export function useInsert(conversationId: string): (text: string) => void {
  const desk = useDesk()
  return useCallback(
    (text) => {
      const draft = desk.store.get().drafts[conversationId] ?? EMPTY_DRAFT
      const typed = draft.text.trimEnd()
      const next = typed === '' ? { text, note: draft.note } : { ...draft, text: `${typed}\n${text}` }
      desk.store.send({ type: 'draft:changed', conversationId, draft: next })
      // Whoever is about to answer stops what would go out by itself.
      if (!draft.note) desk.typing.typed(conversationId, false)
    },
    [desk, conversationId],
  )
}
