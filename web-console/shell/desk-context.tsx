import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import type { SessionView } from '../../src/protocol/http.ts'
import { Waiting } from '../entry/waiting.tsx'
import { createDesk, type Desk } from '../live/desk.ts'
import { loadSession } from '../net/session.ts'
import type { DeskState } from '../state/desk-state.ts'
import { useStore } from '../state/use-store.ts'

const DeskContext = createContext<Desk | undefined>(undefined)

interface DeskProviderProps {
  readonly session: SessionView
  readonly children: ReactNode
}

/** Opens the live connection for as long as the agent stays signed in. */
export function DeskProvider({ session, children }: DeskProviderProps) {
  const [desk, setDesk] = useState<Desk>()
  useEffect(() => {
    const opened = createDesk(session, () => void loadSession())
    setDesk(opened)
    return () => opened.close()
  }, [session])

  return desk ? <DeskContext value={desk}>{children}</DeskContext> : <Waiting />
}

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('useDesk is called outside of DeskProvider')

  return desk
}

/** A part of the desk's state; `select` must not make new objects. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  return useStore(useDesk().store, select)
}
