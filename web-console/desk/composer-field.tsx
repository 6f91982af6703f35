import { type ClipboardEvent, type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import type { PaletteKeys } from '../canned/canned-palette.tsx'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { usePreference } from '../shell/preferences.ts'
import { EMPTY_DRAFT } from '../state/desk-state.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Palette } from './use-palette.ts'

interface ComposerFieldProps {
  readonly conversationId: string
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly palette: Palette
  readonly keys: RefObject<PaletteKeys | null>
  readonly onSend: () => void
}

/** The box itself: what the keys do in it, and what may be pasted. */
export function ComposerField({ conversationId, field, palette, keys, onSend }: ComposerFieldProps) {
  const desk = useDesk()
  const draft = useDeskState((state) => state.drafts[conversationId] ?? EMPTY_DRAFT)
  const change = useChangeText(conversationId)
  const byCtrl = usePreference('ctrl-enter')
  const hint = useHint(draft.note, byCtrl)
  useFocusOnOpen(field, `${draft.note}:${draft.editing?.id ?? ''}:${draft.quote?.seq ?? ''}`)
  useEffect(() => () => desk.typing.stopped(), [desk])

  function onKeyDown(event: KeyboardEvent): void {
    // 229: browsers that say nothing of the composition still give the input method's key code.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return
    if (palette.open && actInPalette(event, keys.current, palette.close)) {
      event.preventDefault()
      return
    }
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return
    if (byCtrl && !event.ctrlKey && !event.metaKey) return

    event.preventDefault()
    onSend()
  }

  function onPaste(event: ClipboardEvent): void {
    const files = [...event.clipboardData.files]
    // A table from a spreadsheet comes as a picture too; its words are what was meant.
    if (files.length === 0 || draft.note || event.clipboardData.types.includes('text/plain')) return

    event.preventDefault()
    desk.attachments.add(conversationId, files)
  }

  return (
    <textarea
      ref={field}
      value={draft.text}
      rows={2}
      placeholder={hint}
      aria-label={hint}
      aria-autocomplete="list"
      aria-controls={palette.open ? 'canned-list' : undefined}
      aria-activedescendant={palette.open ? palette.activeId : undefined}
      onChange={(event) => change(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => desk.typing.stopped()}
      onPaste={onPaste}
    />
  )
}

/** True if the key was meant for the list of canned replies. */
function actInPalette(event: KeyboardEvent, keys: PaletteKeys | null, close: () => void): boolean {
  switch (event.key) {
    case 'ArrowDown':
      keys?.move(1)
      return true
    case 'ArrowUp':
      keys?.move(-1)
      return true
    case 'Enter':
      if (event.shiftKey || event.altKey) return false
      keys?.use()
      return true
    case 'Escape':
      event.stopPropagation()
      close()
      return true
    default:
      return false
  }
}

function useHint(note: boolean, byCtrl: boolean): string {
  const { composer, compose } = useTexts()
  const [touch] = useState(isTouch)
  if (note) return composer.notePlaceholder
  if (touch) return composer.placeholderTouch
  return byCtrl ? compose.placeholderCtrl : compose.placeholder
}

function isTouch(): boolean {
  return window.matchMedia('(pointer: coarse)').matches
}

export function useChangeText(conversationId: string): (text: string) => void {
  const desk = useDesk()
  return (text) => {
    const draft = desk.store.get().drafts[conversationId] ?? EMPTY_DRAFT
    // An emptied box has nothing left of the suggestion in it.
    const { editing: _, ...plain } = draft
    const next = text === '' ? { ...plain, text } : { ...draft, text }
    desk.store.send({ type: 'draft:changed', conversationId, draft: next })
    // Looking for a canned reply is not yet an answer.
    if (text && !text.startsWith('/')) desk.typing.typed(conversationId, draft.note)
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
