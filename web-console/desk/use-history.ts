import { useCallback, useRef, useState } from 'react'
import { loadEarlier, loadLater } from '../live/fetch-desk.ts'
import { useDesk } from '../shell/desk-context.tsx'

export interface History {
  readonly busy: boolean
  readonly failed: boolean
  earlier(): void
  later(): void
}

/** Brings in the pages above and below what is shown, one at a time. */
export function useHistory(conversationId: string): History {
  const desk = useDesk()
  const asking = useRef(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)

  const earlier = useCallback(() => {
    if (asking.current) return
    asking.current = true
    setBusy(true)
    loadEarlier(desk.store, conversationId)
      .then(
        () => setFailed(false),
        () => setFailed(true),
      )
      .finally(() => {
        asking.current = false
        setBusy(false)
      })
  }, [desk, conversationId])

  const later = useCallback(() => void loadLater(desk.store, desk.wire, conversationId), [desk, conversationId])

  return { busy, failed, earlier, later }
}
