import { useEffect } from 'react'
import { isAltKey, isDialogOpen } from '../shell/shortcut-events.ts'
import { askForLabels } from './label-picker.tsx'

/** Alt+L on pages that show one conversation outside of the desk. */
export function useLabelKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isAltKey(event) || event.code !== 'KeyL' || isDialogOpen()) return

      event.preventDefault()
      askForLabels()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
