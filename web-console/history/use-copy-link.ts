import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import { copyText } from './copy-text.ts'

/** The address under which a conversation, and a message in it, is found for good. */
export function conversationPath(id: string, seq?: number): string {
  return `/conversations/${encodeURIComponent(id)}${seq === undefined ? '' : `?seq=${seq}`}`
}

/** Copies it, and says so. */
export function useCopyLink(): (id: string, seq?: number) => Promise<void> {
  const { history } = useTexts()
  const say = useSay()
  return async (id, seq) => {
    const copied = await copyText(`${window.location.origin}/console${conversationPath(id, seq)}`)
    if (copied) say.success(history.linkCopied)
    else say.warning(history.copyFailed)
  }
}
