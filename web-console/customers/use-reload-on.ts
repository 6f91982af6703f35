import { useEffect, useRef } from 'react'

/** Asks again whenever `state` is another than it was; not for the first one. */
export function useReloadOn(state: string, reload: () => void): void {
  const known = useRef(state)
  useEffect(() => {
    if (known.current === state) return

    known.current = state
    reload()
  }, [state, reload])
}
