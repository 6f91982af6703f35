import { InboxOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'

interface DropZoneProps {
  /** A note takes no files; but a file that is let go must not take the desk away either. */
  readonly enabled: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** Covers the conversation while files are dragged over the page; what is let go over it is attached. */
export function DropZone({ enabled, onFiles }: DropZoneProps) {
  const { compose } = useTexts()
  const zone = useRef<HTMLDivElement>(null)
  const [dragging, setDragging] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = enabled ? onFiles : () => undefined
  })
  const shown = dragging && enabled

  useEffect(() => {
    // Each element that is entered is told before the one that is left.
    let depth = 0
    const onEnter = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth += 1
      setDragging(true)
    }
    const onLeave = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setDragging(false)
    }
    // Otherwise the browser would leave the desk for the file.
    const onOver = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      depth = 0
      setDragging(false)
      if (event.target instanceof Node && zone.current?.parentElement?.contains(event.target)) {
        latest.current([...(event.dataTransfer?.files ?? [])])
      }
    }
    const stop = new AbortController()
    const { signal } = stop
    window.addEventListener('dragenter', onEnter, { signal })
    window.addEventListener('dragleave', onLeave, { signal })
    window.addEventListener('dragover', onOver, { signal })
    window.addEventListener('drop', onDrop, { signal })
    return () => stop.abort()
  }, [])

  return (
    <div ref={zone} className={shown ? 'drop-zone dragging' : 'drop-zone'} aria-hidden={!shown}>
      {shown ? (
        <p>
          <InboxOutlined aria-hidden="true" />
          {compose.dropHere}
        </p>
      ) : null}
    </div>
  )
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}
