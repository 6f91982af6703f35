import { useDeskState } from '../../shell/desk-context.tsx'

/** Whether I hold this conversation: only then may I say something in it. */
export function useIsMine(conversationId: string | undefined): boolean {
  return useDeskState((state) => {
    const row = conversationId === undefined ? undefined : state.conversations[conversationId]
    return row?.status === 'assigned' && row.agent?.id === state.me.id
  })
}
