import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { PanelTexts } from '../../core/texts.ts'
import type { Session } from '../session/session.ts'
import type { ChatState } from '../session/state.ts'

/** What nearly every component needs, without passing it through all the others. */
export interface Chat {
  readonly state: ChatState
  readonly session: Session
  readonly texts: PanelTexts
  readonly server: string
  readonly close: () => void
  readonly open: () => void
  readonly zoom: (url: string) => void
}

export const ChatContext = createContext<Chat | undefined>(undefined)

export function useChat(): Chat {
  const chat = useContext(ChatContext)
  if (!chat) throw new Error('useChat outside of the panel')
  return chat
}
