import { createContext, use } from 'react'

/** What one may do with a message in the middle pane. Beside the desk, where a conversation is only read, there is none of it. */
export interface ThreadScope {
  readonly conversationId: string
  /** Whether I hold it, and so may answer. */
  readonly mine: boolean
  /** Words that are being looked for. */
  readonly words: string
  /** Shows a message, however far back it lies. */
  readonly jump: (seq: number) => void
  readonly zoom: (url: string) => void
}

export const ThreadScopeContext = createContext<ThreadScope | undefined>(undefined)

export function useThreadScope(): ThreadScope | undefined {
  return use(ThreadScopeContext)
}
