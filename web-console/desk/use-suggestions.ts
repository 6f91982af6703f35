import { App } from 'antd'
import { useMemo } from 'react'
import type { SuggestionView } from '../../src/protocol/console.ts'
import type { Desk } from '../live/desk.ts'
import { type Reason, refusalText } from '../net/refusal.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { type Say, useSay } from '../shell/use-say.ts'
import { EMPTY_DRAFT } from '../state/desk-state.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'

/** What an agent does with 小二's proposals. */
export interface Suggestions {
  adopt(suggestion: SuggestionView): Promise<void>
  /** Loads the text into the composer; asks first where that would overwrite something typed. */
  edit(suggestion: SuggestionView): Promise<void>
  ignore(suggestion: SuggestionView, reason: string): Promise<void>
  /** Sends what was made of a suggestion; `true` when the composer may be cleared. */
  sendEdited(draft: EditedDraft): Promise<boolean>
}

export interface EditedDraft {
  readonly conversationId: string
  readonly suggestionId: string
  readonly text: string
}

interface Tools {
  readonly desk: Desk
  readonly texts: Texts
  readonly say: Say
  /** Asks before typed words are overwritten. */
  readonly mayReplace: () => Promise<boolean>
}

function tellRefused({ texts, say }: Tools, refused: Reason): void {
  if (refused.code === 'suggestion_decided') say.info(texts.suggest.decided)
  else if (refused.code === 'timeout') say.warning(texts.suggest.unsure)
  else say.error(refusalText(texts, refused))
}

function mark({ desk }: Tools, suggestion: SuggestionView, status: SuggestionView['status']): void {
  desk.store.send({ type: 'suggestion:changed', suggestion: { ...suggestion, status } })
}

async function edit({ desk, mayReplace }: Tools, suggestion: SuggestionView): Promise<void> {
  const { conversationId, id, title, text } = suggestion
  const typed = (desk.store.get().drafts[conversationId] ?? EMPTY_DRAFT).text.trim()
  if (typed !== '' && typed !== text && !(await mayReplace())) return

  const draft = { text, note: false, editing: { id, title } }
  desk.store.send({ type: 'draft:changed', conversationId, draft })
  // Stops the countdown of one that would go out by itself.
  desk.typing.typed(conversationId, false)
}

/** The shopper wrote on, or the agent answered otherwise meanwhile: then nobody has said it yet, and it goes as plain words. */
function isOver(desk: Desk, { conversationId, suggestionId }: EditedDraft): boolean {
  const known = desk.store.get().suggestions[conversationId]?.find(({ id }) => id === suggestionId)
  return known?.status === 'expired' || known?.status === 'passed'
}

async function sendEdited(tools: Tools, draft: EditedDraft): Promise<boolean> {
  const { desk, say, texts } = tools
  const { conversationId, suggestionId, text } = draft
  const sendPlain = () => {
    desk.outbox.add({ conversationId, kind: 'text', content: text })
    return true
  }
  if (isOver(desk, draft)) return sendPlain()

  const ack = await desk.wire.request('suggestion:edit', { suggestionId, text })
  if (ack.ok) return true

  // It went over while this was on its way; had it been sent by itself, saying it twice would be the agent's to decide.
  if (ack.code === 'suggestion_decided' && isOver(desk, draft)) return sendPlain()
  if (ack.code === 'suggestion_decided' || ack.code === 'suggestion_not_found') {
    say.info(texts.suggest.asPlain)
    desk.store.send({ type: 'draft:changed', conversationId, draft: { text, note: false } })
  } else tellRefused(tools, ack)
  return false
}

export function useSuggestions(): Suggestions {
  const desk = useDesk()
  const texts = useTexts()
  const say = useSay()
  const { modal } = App.useApp()

  return useMemo(() => {
    const { replaceTitle, replaceText, replace, keep } = texts.suggest
    const mayReplace = async () =>
      modal.confirm({ title: replaceTitle, content: replaceText, okText: replace, cancelText: keep })
    const tools: Tools = { desk, texts, say, mayReplace }
    return {
      async adopt(suggestion) {
        const ack = await desk.wire.request('suggestion:adopt', { suggestionId: suggestion.id })
        if (ack.ok) mark(tools, suggestion, 'adopted')
        else tellRefused(tools, ack)
      },
      edit: (suggestion) => edit(tools, suggestion),
      async ignore(suggestion, reason) {
        const ack = await desk.wire.request('suggestion:ignore', { suggestionId: suggestion.id, reason })
        if (ack.ok) mark(tools, suggestion, 'ignored')
        else tellRefused(tools, ack)
      },
      sendEdited: (draft) => sendEdited(tools, draft),
    }
  }, [desk, texts, say, modal])
}
