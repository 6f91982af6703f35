import { useEffect } from 'react'
import { askForLabels } from './label-picker.tsx'

/** Alt+L on pages that show one conversation outside of the desk. */
export function useLabelKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const plainAlt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
      if (!plainAlt || event.isComposing || event.code !== 'KeyL') return

      event.preventDefault()
      askForLabels()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
