import { useEffect } from 'react'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'

/** Tells the server what I have read: only of what I hold, and only while the page is looked at. */
export function useReadMarks(conversationId: string): void {
  const desk = useDesk()
  const row = useDeskState((state) => state.conversations[conversationId])
  const mine = useDeskState((state) => row?.status === 'assigned' && row.agent?.id === state.me.id)
  const online = useDeskState((state) => state.connection === 'online')
  const seq = useDeskState((state) => state.threads[conversationId]?.messages.at(-1)?.seq ?? 0)
  const unread = (row?.unread ?? 0) > 0

  useEffect(() => {
    if (!mine || !online || !unread || seq === 0) return

    const read = () => {
      if (!document.hidden) void desk.wire.request('message:read', { conversationId, seq })
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [desk, conversationId, mine, online, unread, seq])
}
