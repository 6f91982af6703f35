import { useEffect, useRef } from 'react'

/** Ctrl+S, or ⌘S, saves what is on the page; the browser's own saving of pages has no use here. */
export function useSaveKey(save: () => void, active: boolean): void {
  const newest = useRef({ save, active })
  newest.current = { save, active }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      if (newest.current.active) newest.current.save()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
