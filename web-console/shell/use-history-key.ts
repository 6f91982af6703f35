import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { isDialogOpen } from './shortcut-events.ts'

/** Ctrl+K (⌘K) looks through all conversations, from every page. */
export function useHistoryKey(): void {
  const [location, navigate] = useLocation()

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const plain = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!plain || event.code !== 'KeyK' || event.isComposing || isDialogOpen()) return

      event.preventDefault()
      // The page puts the caret into its field by itself when it opens.
      if (location === '/history') document.querySelector<HTMLInputElement>('.history-search input')?.select()
      else navigate('/history')
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [location, navigate])
}
