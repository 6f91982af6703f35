import { useEffect, useRef } from 'react'
import { useDeskState } from './desk-context.tsx'

/** Asks again once the line is back: what happened meanwhile was not heard. */
export function useOnReconnect(reload: () => void): void {
  const online = useDeskState((state) => state.connection === 'online')
  const was = useRef(online)
  useEffect(() => {
    if (online && !was.current) reload()
    was.current = online
  }, [online, reload])
}
