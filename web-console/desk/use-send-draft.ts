import { useCallback, useState } from 'react'
import type { Attachment } from '../live/attachments.ts'
import type { Desk } from '../live/desk.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { EMPTY_DRAFT } from '../state/desk-state.ts'
import { useSuggestions } from './use-suggestions.ts'
import type { WordCheck } from './use-word-check.ts'

/** Sends what is in the composer: as a note, as an edited suggestion, or as messages through the outbox, pictures and files first. */
export function useSendDraft(
  conversationId: string,
  words: Pick<WordCheck, 'mayLeave'>,
): { send: () => Promise<void>; busy: boolean } {
  const desk = useDesk()
  const suggestions = useSuggestions()
  const [busy, setBusy] = useState(false)

  const sendEdited = useCallback(
    async (suggestionId: string, typed: string): Promise<void> => {
      setBusy(true)
      const sent = await suggestions.sendEdited({ conversationId, suggestionId, text: typed.trim() })
      setBusy(false)
      // Not if something else was typed meanwhile.
      if (sent && desk.store.get().drafts[conversationId]?.text === typed) clear(desk, conversationId)
    },
    [desk, suggestions, conversationId],
  )

  const send = async () => {
    const { store, outbox, typing } = desk
    const draft = store.get().drafts[conversationId] ?? EMPTY_DRAFT
    const text = draft.text.trim()
    if (text && !draft.note && !(await words.mayLeave(draft.text))) return

    typing.stopped()
    if (!draft.note) for (const one of desk.attachments.take(conversationId)) sendAttachment(desk, conversationId, one)
    if (!text) return
    if (draft.editing && !draft.note) {
      await sendEdited(draft.editing.id, draft.text)
      return
    }
    const quote = draft.note ? undefined : draft.quote?.seq
    outbox.add({
      conversationId,
      kind: draft.note ? 'note' : 'text',
      content: text,
      ...(quote !== undefined && { quote }),
    })
    // The check takes a moment, in which somebody may go on typing.
    if (store.get().drafts[conversationId]?.text === draft.text) clear(desk, conversationId)
  }

  return { send, busy }
}

function clear({ store }: Desk, conversationId: string): void {
  store.send({ type: 'draft:changed', conversationId, draft: EMPTY_DRAFT })
}

function sendAttachment({ outbox }: Desk, conversationId: string, { sent }: Attachment): void {
  if (!sent) return
  const { url, name, size, mime } = sent
  if (name === undefined) outbox.add({ conversationId, kind: 'image', content: url })
  else outbox.add({ conversationId, kind: 'file', content: url, file: { name, size: size ?? 0, mime: mime ?? '' } })
}
