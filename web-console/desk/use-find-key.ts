import { type RefObject, useEffect, useRef } from 'react'
import { isDialogOpen } from '../shell/shortcut-events.ts'

/** Ctrl+F (⌘F) looks in the conversation; pressed again within the field, it is the browser's own. */
export function useFindKey(field: RefObject<HTMLInputElement | null>, onFind: () => void): void {
  const find = useRef(onFind)
  useEffect(() => {
    find.current = onFind
  })

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const plain = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!plain || event.code !== 'KeyF' || document.activeElement === field.current) return
      if (event.isComposing || isDialogOpen()) return

      event.preventDefault()
      if (field.current) field.current.select()
      else find.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [field])
}
