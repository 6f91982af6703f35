import { useEffect, useRef } from 'react'
import { askForLabels } from '../labels/label-picker.tsx'
import type { Desk } from '../live/desk.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { isAltKey, isDialogOpen } from '../shell/shortcut-events.ts'
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
  const [up, down] = [() => step(-1), () => step(1)]
  const takeNext = () => void actions.takeNext()
  return { ArrowUp: up, KeyK: up, ArrowDown: down, KeyJ: down, KeyA: takeNext, KeyL: askForLabels, KeyW: toLongest }
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

/** Ends this one and shows whoever needs me most; with nobody left, the next in line is taken. */
async function resolveAndNext(id: string, { go, actions }: DeskKeys, desk: Desk): Promise<void> {
  if (!(await actions.resolve(id))) return

  const next = selectRows(desk.store.get(), 'mine').find((one) => one.conversation.id !== id)
  if (next) go({ tab: 'mine', conversationId: next.conversation.id })
  else await actions.takeNext()
}

/** The shortcuts of the desk. By `event.code`: with Alt, a Mac's keys carry other letters. */
export function useDeskKeys(keys: DeskKeys): void {
  const desk = useDesk()
  const suggestions = useSuggestions()
  const latest = useRef<(event: KeyboardEvent) => (() => void) | undefined>(() => undefined)

  useEffect(() => {
    const id = keys.place.conversationId
    latest.current = (event) => {
      const held = id !== undefined && isMine(desk, id) ? id : undefined
      if (isAltKey(event, { ctrl: true })) {
        return held && event.code === 'KeyE' ? () => void resolveAndNext(held, keys, desk) : undefined
      }
      if (!isAltKey(event)) return undefined
      return { ...listKeys(keys, desk), ...(held && threadKeys(held, keys, desk, suggestions)) }[event.code]
    }
  })

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = latest.current(event)
      if (!act || isDialogOpen()) return

      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
