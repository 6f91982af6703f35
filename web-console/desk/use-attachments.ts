import { useSyncExternalStore } from 'react'
import type { Attachment } from '../live/attachments.ts'
import { useDesk } from '../shell/desk-context.tsx'

/** What is attached to the next message of this conversation. */
export function useAttachments(conversationId: string): readonly Attachment[] {
  const { attachments } = useDesk()
  return useSyncExternalStore(attachments.subscribe, () => attachments.get(conversationId))
}
