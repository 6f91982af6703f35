import {
  CloseOutlined,
  ExportOutlined,
  LeftOutlined,
  RightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import './lightbox.css'

interface LightboxProps {
  /** All pictures that are loaded of the conversation, oldest first. */
  readonly pictures: readonly string[]
  readonly url: string
  readonly onShow: (url: string) => void
  readonly onClose: () => void
}

const STEP = 1.4
const BIGGEST = 6

/** A picture as large as the screen lets it be, or larger; keys do what the buttons do. */
export function Lightbox({ pictures, url, onShow, onClose }: LightboxProps) {
  const texts = useTexts()
  const dialog = useRef<HTMLDialogElement>(null)
  const [scale, setScale] = useState(1)
  const at = pictures.indexOf(url)
  useEffect(() => {
    // The browser keeps the focus within, and gives it back where it was.
    dialog.current?.showModal()
    dialog.current?.focus()
  }, [])

  const zoom = (by: number) => setScale((before) => Math.min(BIGGEST, Math.max(1, before * by)))
  const go = (by: number) => {
    const next = pictures[at + by]
    if (next === undefined) return
    setScale(1)
    onShow(next)
  }
  const doing: Readonly<Record<string, () => void>> = {
    '+': () => zoom(STEP),
    '=': () => zoom(STEP),
    '-': () => zoom(1 / STEP),
    '0': () => setScale(1),
    ArrowLeft: () => go(-1),
    ArrowRight: () => go(1),
  }
  useKeys(doing)

  return (
    <dialog
      ref={dialog}
      className="lightbox"
      aria-label={texts.zoom.title(at + 1, pictures.length)}
      onClose={onClose}
      aria-modal="true"
      tabIndex={-1}
    >
      <div className="lightbox-bar">
        <span>{texts.zoom.title(at + 1, pictures.length)}</span>
        <Tool label={texts.zoom.previous} icon={<LeftOutlined />} disabled={at <= 0} onClick={() => go(-1)} />
        <Tool
          label={texts.zoom.next}
          icon={<RightOutlined />}
          disabled={at >= pictures.length - 1}
          onClick={() => go(1)}
        />
        <Tool
          label={texts.zoom.smaller}
          icon={<ZoomOutOutlined />}
          disabled={scale <= 1}
          onClick={() => zoom(1 / STEP)}
        />
        <Tool
          label={texts.zoom.bigger}
          icon={<ZoomInOutlined />}
          disabled={scale >= BIGGEST}
          onClick={() => zoom(STEP)}
        />
        <a
          href={url}
          target="_blank"
          rel="noreferrer noopener"
          title={texts.zoom.original}
          aria-label={texts.zoom.original}
        >
          <ExportOutlined />
        </a>
        <Tool label={texts.zoom.close} icon={<CloseOutlined />} onClick={() => dialog.current?.close()} />
      </div>
      <div className={scale > 1 ? 'lightbox-stage zoomed' : 'lightbox-stage'}>
        <button
          type="button"
          title={scale > 1 ? texts.zoom.smaller : texts.zoom.bigger}
          onClick={() => setScale(scale > 1 ? 1 : 2)}
        >
          <img src={url} alt={texts.thread.image} style={{ width: scale > 1 ? `${scale * 100}%` : undefined }} />
        </button>
      </div>
    </dialog>
  )
}

/** On the window: the focus may be on a button that has just gone out of use, and then it is nowhere. */
function useKeys(doing: Readonly<Record<string, () => void>>): void {
  const latest = useRef(doing)
  useEffect(() => {
    latest.current = doing
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey) latest.current[event.key]?.()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

interface ToolProps {
  readonly label: string
  readonly icon: ReactNode
  readonly disabled?: boolean
  readonly onClick: () => void
}

function Tool({ label, icon, disabled = false, onClick }: ToolProps) {
  return <Button type="text" icon={icon} title={label} aria-label={label} disabled={disabled} onClick={onClick} />
}
