import { useEffect, useRef } from 'react'
import type { SuggestionView } from '../../src/protocol/console.ts'
import { useDesk } from '../shell/desk-context.tsx'

/** Tells the server when suggestions have come before the agent's eyes: once each, and not while the tab lies behind others. */
export function useShown(conversationId: string, offered: readonly SuggestionView[]): void {
  const desk = useDesk()
  const told = useRef(new Set<string>())
  const ids = offered.map(({ id }) => id).join(' ')

  useEffect(() => {
    const tell = () => {
      const fresh = ids.split(' ').filter((id) => id !== '' && !told.current.has(id))
      if (fresh.length === 0 || document.visibilityState !== 'visible') return

      for (const id of fresh) told.current.add(id)
      void desk.wire.request('suggestion:shown', { conversationId, suggestionIds: fresh }).then((ack) => {
        // Told again with the next change; the first time is what counts.
        if (!ack.ok) for (const id of fresh) told.current.delete(id)
      })
    }
    tell()
    document.addEventListener('visibilitychange', tell)
    return () => document.removeEventListener('visibilitychange', tell)
  }, [desk, conversationId, ids])
}
