import { useEffect, useState } from 'react'
import type { RenderedMessageView, RenderedReply } from '../../src/protocol/composing.ts'
import { request } from '../net/http.ts'

/** Walking through the list must not ask for each that is passed. */
const PAUSE = 80

/** A canned reply filled in for a conversation; undefined until it is there. */
export function useRendered(
  id: string | undefined,
  conversationId: string,
): readonly RenderedMessageView[] | undefined {
  const [shown, setShown] = useState<{ id: string; messages: readonly RenderedMessageView[] }>()
  useEffect(() => {
    if (id === undefined) return
    let current = true
    const timer = setTimeout(() => {
      void renderCanned(id, conversationId).then((messages) => {
        if (current && messages) setShown({ id, messages })
      })
    }, PAUSE)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [id, conversationId])
  return shown?.id === id ? shown?.messages : undefined
}

/** The same at once; undefined where it cannot be had. */
export async function renderCanned(
  id: string,
  conversationId: string,
): Promise<readonly RenderedMessageView[] | undefined> {
  const path = `/api/v1/canned-replies/${encodeURIComponent(id)}/rendered?conversationId=${encodeURIComponent(conversationId)}`
  try {
    return (await request<RenderedReply>('GET', path)).messages
  } catch {
    return undefined
  }
}
