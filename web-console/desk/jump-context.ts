import { createContext, use } from 'react'

/** Shows a message of the conversation in the middle pane, however far back it lies; absent where nothing can be jumped to. */
export const JumpContext = createContext<((seq: number) => void) | undefined>(undefined)

export function useJump(): ((seq: number) => void) | undefined {
  return use(JumpContext)
}
