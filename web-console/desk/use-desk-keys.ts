import { useEffect, useRef } from 'react'
import { askForLabels } from '../labels/label-picker.tsx'
import type { Desk } from '../live/desk.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { EMPTY_DRAFT } from '../state/desk-state.ts'
import { offeredOf, selectRows } from '../state/select-rows.ts'
import { selectLongest } from '../state/service-clock.ts'
import type { Actions } from './use-actions.ts'
import type { Go, Place } from './use-place.ts'
import { type Suggestions, useSuggestions } from './use-suggestions.ts'

interface DeskKeys {
  readonly place: Place
  readonly go: Go
  readonly actions: Actions
  readonly onTransfer: (conversationId: string) => void
}

type Doing = Readonly<Record<string, () => void>>

/** What the keys do anywhere on the desk. */
function listKeys({ place, go, actions }: DeskKeys, desk: Desk): Doing {
  const step = (by: number) => {
    const rows = selectRows(desk.store.get(), place.tab)
    const at = rows.findIndex((one) => one.conversation.id === place.conversationId)
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]
    if (next) go({ conversationId: next.conversation.id })
  }
  const toLongest = () => {
    const longest = selectLongest(desk.store.get())
    if (longest) go({ tab: longest.tab, conversationId: longest.conversation.id })
  }
  return {
    ArrowUp: () => step(-1),
    ArrowDown: () => step(1),
    KeyA: () => void actions.takeNext(),
    KeyL: askForLabels,
    KeyW: toLongest,
  }
}

/** What they do besides in a conversation that I hold. */
function threadKeys(id: string, { actions, onTransfer }: DeskKeys, desk: Desk, suggestions: Suggestions): Doing {
  const { store } = desk
  const adopt = (index: number) => {
    const suggestion = offeredOf(store.get().suggestions[id])[index]
    if (suggestion) void suggestions.adopt(suggestion)
  }
  const toggleNote = () => {
    const draft = store.get().drafts[id] ?? EMPTY_DRAFT
    store.send({ type: 'draft:changed', conversationId: id, draft: { ...draft, note: !draft.note } })
  }
  return {
    Digit1: () => adopt(0),
    Digit2: () => adopt(1),
    Digit3: () => adopt(2),
    KeyE: () => void actions.resolve(id),
    KeyT: () => onTransfer(id),
    KeyP: toggleNote,
  }
}

function isMine(desk: Desk, id: string): boolean {
  const { conversations, me } = desk.store.get()
  const row = conversations[id]
  return row?.status === 'assigned' && row.agent?.id === me.id
}

function isForUs(event: KeyboardEvent): boolean {
  const plainAlt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
  return plainAlt && !event.isComposing && !event.repeat
}

/** A dialog in front has the keyboard to itself; one that was closed may still be in the page. */
function isDialogOpen(): boolean {
  return [...document.querySelectorAll('[aria-modal="true"]')].some((dialog) => dialog.checkVisibility())
}

/** The shortcuts of the desk. By `event.code`: with Alt, a Mac's keys carry other letters. */
export function useDeskKeys(keys: DeskKeys): void {
  const desk = useDesk()
  const suggestions = useSuggestions()
  const latest = useRef<(code: string) => (() => void) | undefined>(() => undefined)

  useEffect(() => {
    const id = keys.place.conversationId
    latest.current = (code) => {
      const mine = id && isMine(desk, id) ? threadKeys(id, keys, desk, suggestions) : {}
      return { ...listKeys(keys, desk), ...mine }[code]
    }
  })

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isForUs(event) || isDialogOpen()) return

      const act = latest.current(event.code)
      if (!act) return

      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
