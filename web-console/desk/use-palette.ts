import { useCallback, useState } from 'react'
import type { Draft } from '../state/desk-state.ts'

/** Whether the list of canned replies is open, and what is looked for in it. */
export interface Palette {
  readonly open: boolean
  readonly query: string
  readonly activeId: string | undefined
  readonly setActiveId: (id: string | undefined) => void
  readonly close: () => void
}

/** A reply that begins with `/` looks for a canned one, until Esc says that it does not. */
export function usePalette({ text, note, editing }: Draft): Palette {
  const [closed, setClosed] = useState(false)
  const [activeId, setActiveId] = useState<string>()
  const asked = !note && !editing && text.startsWith('/') && !text.includes('\n')
  if (closed && !asked) setClosed(false)

  return {
    open: asked && !closed,
    query: text.slice(1).trim(),
    activeId,
    setActiveId,
    close: useCallback(() => setClosed(true), []),
  }
}
